-- Service halls: every figure counts the same tickets. What is named without a hall speaks of the focus hall: the main hall
-- of the scope, or of the city where the scope has none.

create function api.halls(p text) returns setof ops.hall language sql stable as $$
  select * from ops.hall where starts_with(town, p) order by is_main desc, id
$$;

create function api.focus_hall(p text) returns text language sql stable as $$
  select coalesce((select id from api.halls(p) limit 1),
    (select h.id from api.halls((select c.code from ops.city c join ops.region r on r.city = c.id where r.code = p)) as h limit 1))
$$;

-- Tickets of one day up to `t`. `line` is the queue they stand in; a ticket waits until it is called.
create function api.tickets(p_hall text, t timestamptz)
returns table (id bigint, hall text, business text, label text, line text, counter int, no_show boolean,
  taken_at timestamptz, called_at timestamptz, done_at timestamptz) language sql stable as $$
  select k.id, k.hall, k.business, b.label, b.line, k.counter, k.no_show, k.taken_at,
    case when k.called_at <= t then k.called_at end, case when k.called_at <= t and k.done_at <= t then k.done_at end
  from ops.ticket k join ops.business b on b.key = k.business
  where k.hall = p_hall and k.taken_at >= date_trunc('day', t) and k.taken_at <= t
$$;

create function api.waiting(p_hall text, t timestamptz) returns int language sql stable as $$
  select count(*)::int from api.tickets(p_hall, t) where called_at is null
$$;

-- The moments of the last four same weekdays on which the halls were open.
create function api.past_days(t timestamptz) returns table (at timestamptz) language sql stable as $$
  select t - k * interval '7 days' from generate_series(1, 4) as k where api.is_workday((t - k * interval '7 days')::date)
$$;

-- State of each counter: serving, idle (on duty, nobody there), paused (comes back today), closed; and its use today, percent.
create function api.counters(p_hall text, t timestamptz)
returns table (no int, line text, state text, business text, minutes int, use numeric, busy interval, open interval) language sql stable as $$
  with now as (
    select distinct on (counter) counter, label, called_at from api.tickets(p_hall, t)
    where called_at is not null and done_at is null and not no_show order by counter, called_at desc),
  busy as (
    select counter, sum(coalesce(done_at, t) - called_at) as time from api.tickets(p_hall, t)
    where called_at is not null and not no_show group by counter),
  duty as (
    select no, sum(least(to_at, t) - from_at) filter (where from_at < t) as time, bool_or(from_at <= t and to_at > t) as is_on,
      bool_or(from_at > t) as comes_back
    from ops.duty where hall = p_hall and from_at >= date_trunc('day', t) and from_at < date_trunc('day', t) + interval '1 day' group by no)
  select c.no, l.label,
    case when now.counter is not null then 'serving' when duty.is_on then 'idle'
      when duty.comes_back and duty.time is not null then 'paused' else 'closed' end,
    now.label, floor(extract(epoch from t - now.called_at) / 60)::int,
    -- What is served into a pause or past closing counts as open.
    round((100 * extract(epoch from coalesce(busy.time, '0')) / nullif(extract(epoch from greatest(duty.time, busy.time)), 0))::numeric, 1),
    coalesce(busy.time, '0'), coalesce(greatest(duty.time, busy.time), '0')
  from ops.counter c join ops.queue_line l on l.key = c.line
  left join now on now.counter = c.no left join busy on busy.counter = c.no left join duty on duty.no = c.no
  where c.hall = p_hall order by c.no
$$;

create function api.hall_rows(p text, t timestamptz)
returns table (id text, name text, short text, town text, town_name text, is_main boolean, waiting int, low int, high int, longest int,
  open int, total int, tickets int, served int) language sql stable as $$
  select h.id, h.name, h.short, h.town, r.short, h.is_main, k.waiting, coalesce(past.low, 0), coalesce(past.high, 0), k.longest,
    c.open, c.total, k.tickets, k.served
  from api.halls(p) as h join ops.region r on r.code = h.town
  cross join lateral (
    select count(*) filter (where called_at is null)::int as waiting, count(*)::int as tickets,
      count(*) filter (where done_at is not null and not no_show)::int as served,
      floor(extract(epoch from t - min(taken_at) filter (where called_at is null)) / 60)::int as longest
    from api.tickets(h.id, t)) as k
  cross join lateral (
    select count(*) filter (where state in ('serving', 'idle'))::int as open, count(*)::int as total from api.counters(h.id, t)) as c
  cross join lateral (
    select floor(percentile_cont(0.1) within group (order by api.waiting(h.id, at)))::int as low,
      ceil(percentile_cont(0.9) within group (order by api.waiting(h.id, at)))::int as high
    from api.past_days(t)) as past
$$;

create function api.waiting_curve(p_hall text, t timestamptz) returns jsonb language sql stable as $$
  with steps as (select i, date_trunc('day', t) + interval '9 hours' + i * interval '10 minutes' as at from generate_series(0, 47) as i),
  past_tickets as materialized (
    select taken_at::timestamp, called_at::timestamp from api.past_days(t) as past, ops.ticket k
    where k.hall = p_hall and k.taken_at >= date_trunc('day', past.at) and k.taken_at < date_trunc('day', past.at) + interval '1 day'),
  bands as (
    select i, floor(percentile_cont(0.1) within group (order by n)) as low, ceil(percentile_cont(0.9) within group (order by n)) as high
    from (
      select i, day, count(k.taken_at) as n
      from steps cross join (select at::date as day from api.past_days(t)) as past
      left join past_tickets k on k.taken_at::date = day and k.taken_at <= day + steps.at::time and (k.called_at is null or k.called_at > day + steps.at::time)
      group by i, day) as counts
    group by i)
  select jsonb_build_object('startHour', 9, 'stepMinutes', 10,
    'now', jsonb_agg(case when steps.at > t or not api.is_workday(t::date) then null
      -- The last point is the present, so that it equals the key figure.
      else api.waiting(p_hall, case when t < steps.at + interval '10 minutes' then t else steps.at end) end order by i),
    'low', jsonb_agg(coalesce(low, 0) order by i), 'high', jsonb_agg(coalesce(high, 0) order by i))
  from steps left join bands using (i)
$$;

create function api.hall_series(p_hall text, t timestamptz) returns jsonb language sql stable as $$
  with day as materialized (select * from api.tickets(p_hall, t)),
  past_hours as materialized (
    select at, extract(hour from taken_at) as hour, count(*) as n from api.past_days(t) as past join ops.ticket k
      on k.hall = p_hall and k.taken_at >= date_trunc('day', past.at) and k.taken_at < date_trunc('day', past.at) + interval '1 day' group by 1, 2),
  hours as (
    select h, (select count(*) from day where extract(hour from taken_at) = h) as n,
      (select percentile_cont(0.5) within group (order by coalesce(n, 0)) from api.past_days(t) as d left join past_hours on past_hours.at = d.at and hour = h) as usual
    from generate_series((select least(9, min(extract(hour from taken_at))::int) from day), (select greatest(16, max(extract(hour from taken_at))::int) from day)) as h),
  steps as (
    select at from generate_series(date_trunc('day', t) + interval '9 hours', least(t, date_trunc('day', t) + interval '17 hours'), '10 minutes') as at),
  classes as (select i * 5 as low, case when i < 9 then (i + 1) * 5 end as high from generate_series(0, 9) as i),
  waits as (select extract(epoch from called_at - taken_at) / 60 as minutes from day where called_at is not null and not no_show)
  select jsonb_build_object(
    'hours', (select coalesce(jsonb_agg(jsonb_build_object('hour', h, 'usual', round(coalesce(usual, 0)),
      'issued', case when n > 0 or (h <= extract(hour from t) and api.is_workday(t::date)) then n end) order by h), '[]') from hours),
    'cumulative', (select jsonb_build_object('stepMinutes', 10,
      'issued', coalesce(jsonb_agg((select count(*) from day where taken_at <= at) order by at), '[]'),
      'served', coalesce(jsonb_agg((select count(*) from day where done_at <= at and not no_show) order by at), '[]')) from steps),
    'waits', (select jsonb_agg(jsonb_build_object('from', low, 'to', high,
      'count', (select count(*) from waits where minutes >= low and (high is null or minutes < high))) order by low) from classes))
$$;

create function api.evaluation(p text, t timestamptz) returns jsonb language sql stable as $$
  with reviews as materialized (
    select v.*, h.short as hall, b.label as business
    from ops.review v join ops.ticket k on k.id = v.ticket join api.halls(p) as h on h.id = k.hall join ops.business b on b.key = k.business
    where v.rated_at <= t and v.rated_at > date_trunc('day', t) - interval '40 days'),
  month as (select * from reviews where rated_at >= date_trunc('day', t) - interval '29 days'),
  open as (
    select *, case when mended_at <= t then 'callback' when assigned_at <= t then 'rectifying' when verified_at <= t then 'verified' else 'received' end as stage
    from reviews where level >= 4 and (closed_at is null or closed_at > t)),
  stages as (
    select s.key, s.rank, count(o.ticket) as n, floor(max(extract(epoch from t - o.rated_at)) / 3600) as hours
    from (values ('received', 1), ('verified', 2), ('rectifying', 3), ('callback', 4)) as s (key, rank) left join open o on o.stage = s.key group by s.key, s.rank),
  levels as (
    select l, count(rated_at) filter (where rated_at >= date_trunc('day', t)) as today, count(rated_at) as month
    from generate_series(1, 5) as l left join month on level = l group by l)
  select jsonb_build_object(
    'today', (select jsonb_build_object('rated', sum(today), 'levels', jsonb_agg(today order by l)) from levels),
    'month', (select jsonb_build_object('rated', sum(month), 'levels', jsonb_agg(month order by l)) from levels),
    'goodRate', (select api.rate(sum(month) filter (where l <= 3), sum(month), '近 30 日', 2) from levels),
    'badToday', (select api.measure(sum(today) filter (where l >= 4), '件', '今日', api.same_day(t), (select count(*) from month
      where level >= 4 and rated_at <= t - interval '7 days' and rated_at >= date_trunc('day', t) - interval '7 days')) from levels),
    'badMonth', (select api.measure(sum(month) filter (where l >= 4), '件', '近 30 日') from levels),
    'open', (select api.measure(count(*), '件', '此刻') from open),
    'overdue', (select api.measure(count(*) filter (where due_at < t and stage <> 'callback'), '件', '此刻') from open),
    'limitWorkdays', coalesce(api.limit_of('eval_closure_days'), 5),
    'closedMonth', (select count(*) from month where level >= 4 and closed_at <= t),
    'stages', (select jsonb_agg(jsonb_build_object('key', key, 'count', n, 'oldestHours', hours) order by rank) from stages),
    'rows', coalesce((select jsonb_agg(jsonb_build_object('key', 'review-' || ticket, 'hall', hall, 'business', business,
      'level', case level when 4 then '不满意' else '非常不满意' end, 'stage', stage, 'receivedAt', rated_at, 'dueAt', due_at) order by due_at, ticket)
      from (select * from open order by due_at, ticket limit 40) as o), '[]'))
$$;

create function api.terminal_faults(p text, t timestamptz)
returns table (terminal text, town text, town_name text, kind text, since timestamptz) language sql stable as $$
  select distinct on (f.terminal) f.terminal, r.code, r.short, f.kind, f.since
  from ops.terminal_fault f join ops.terminal x on x.id = f.terminal join ops.region r on r.code = x.town
  where starts_with(r.code, p) and f.since <= t and (f.restored_at is null or f.restored_at > t) order by f.terminal, f.since
$$;

create function api.terminals(p text, t timestamptz) returns jsonb language sql stable as $$
  select jsonb_build_object('unit', '台', 'total', count(*), 'online', count(*) - (select count(*) from api.terminal_faults(p, t)),
    'faults', coalesce((select jsonb_agg(jsonb_build_object('key', terminal, 'town', api.place(town, town_name), 'kind', kind, 'since', since) order by since, terminal)
      from (select * from api.terminal_faults(p, t) order by since, terminal limit 80) as f), '[]'))
  from ops.terminal where starts_with(town, p)
$$;

create function api.hall_service(t timestamptz) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'state', case when not api.is_workday(t::date) or t::time < '09:00' then 'closed' when t::time >= '12:00' and t::time < '14:00' then 'noon'
      when t::time < '17:00' then 'open'
      when exists (select from ops.ticket where taken_at >= date_trunc('day', t) and taken_at <= t and called_at <= t and done_at > t) then 'closing' else 'closed' end,
    'opensAt', (case when api.is_workday(t::date) and t::time < '09:00' then t::date else api.after_workdays(t::date, 1) end + interval '9 hours')::timestamptz)
$$;

-- The part that speaks of one hall.
create function api.hall_focus(p_hall text, t timestamptz) returns jsonb language sql stable as $$
  with day as materialized (select * from api.tickets(p_hall, t)),
  before as materialized (select * from api.tickets(p_hall, t - interval '7 days')),
  came as (select called_at - taken_at as wait from day where called_at is not null and not no_show),
  past as (select api.waiting(p_hall, at) as n from api.past_days(t)),
  counters as materialized (select * from api.counters(p_hall, t)),
  called as (select count(*) filter (where no_show) as missed, count(*) as n from day where called_at is not null),
  lines as (
    select l.key, l.label, l.rank, count(c.no) as total, count(c.no) filter (where c.state in ('serving', 'idle')) as open
    from ops.queue_line l join counters c on c.line = l.label group by l.key, l.label, l.rank)
  select jsonb_build_object(
    'hall', (select jsonb_build_object('id', id, 'name', name, 'short', short, 'code', town) from ops.hall where id = p_hall),
    'waiting', (select api.measure(count(*) filter (where called_at is null), '人', '此刻') from day)
      || coalesce((select jsonb_build_object('normal', jsonb_build_object('low', floor(percentile_cont(0.1) within group (order by n)),
        'high', ceil(percentile_cont(0.9) within group (order by n)))) from past having count(*) > 0), '{}'),
    'longest', (select api.measure(floor(extract(epoch from t - min(taken_at) filter (where called_at is null)) / 60), '分', '此刻') from day),
    'meanWait', (select api.measure(round((avg(extract(epoch from wait)) / 60)::numeric, 1), '分', '今日已叫号') from came),
    'p90Wait', (select api.measure(round((percentile_cont(0.9) within group (order by extract(epoch from wait)) / 60)::numeric, 1), '分', '今日已叫号') from came),
    'tickets', (select api.measure(count(*), '张', '今日', api.same_day(t), (select count(*) from before)) from day),
    'served', (select api.measure(count(*) filter (where done_at is not null and not no_show), '人次', '今日', api.same_day(t),
      (select count(*) filter (where done_at is not null and not no_show) from before)) from day),
    'noShows', (select api.measure(missed, '人', '今日') from called),
    'noShowRate', (select api.rate(missed, n, '今日') from called),
    'counters', (select jsonb_build_object('open', count(*) filter (where state in ('serving', 'idle')), 'paused', count(*) filter (where state = 'paused'),
        'closed', count(*) filter (where state = 'closed'), 'total', count(*),
        'use', api.rate(extract(epoch from sum(busy)), extract(epoch from sum(open)), '今日'),
        'rows', jsonb_agg(jsonb_build_object('no', no, 'line', line, 'state', state, 'business', business, 'minutes', minutes, 'use', use) order by no)) from counters),
    'waitingCurve', api.waiting_curve(p_hall, t),
    'lines', coalesce((select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'open', open, 'total', total,
        'waiting', (select count(*) from day where day.line = lines.key and called_at is null),
        'longest', (select floor(extract(epoch from t - min(taken_at)) / 60) from day where day.line = lines.key and called_at is null)) order by rank) from lines), '[]'),
    'business', coalesce((select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'count', n, 'lastWeek', was, 'meanMinutes', mean) order by last, n desc, key)
      from (select b.key, b.label, (b.key = 'other')::int as last, (select count(*) from before where business = b.key) as was, count(day.id) as n,
          round((avg(extract(epoch from done_at - called_at)) filter (where done_at is not null and not no_show) / 60)::numeric, 1) as mean
        from ops.business b join lines on lines.key = b.line left join day on day.business = b.key group by b.key, b.label) as rows), '[]'))
    || api.hall_series(p_hall, t)
$$;

create function api.service_hall(p text, t timestamptz) returns jsonb language sql stable as $$
  with halls as materialized (select * from api.hall_rows(p, t)), focus as (select api.focus_hall(p) as id),
  faults as materialized (select * from api.terminal_faults(p, t)),
  towns as (
    select w.code, w.name, (select count(*) from halls h where h.town = w.code) as halls, (select sum(h.waiting) from halls h where h.town = w.code) as waiting,
      (select count(*) from ops.terminal x where x.town = w.code) as terminals, (select count(*) from faults f where f.town = w.code) as offline
    from api.towns(p) as w)
  select (select api.hall_focus(id, t) from focus) || jsonb_build_object(
    'service', api.hall_service(t),
    'all', (select jsonb_build_object('halls', count(*), 'waiting', api.measure(sum(waiting), '人', '此刻'),
      'tickets', api.measure(sum(tickets), '张', '今日'), 'served', api.measure(sum(served), '人次', '今日')) from halls),
    'halls', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'short', short, 'place', api.place(town, town_name),
      'kind', case when is_main then 'main' else 'branch' end, 'waiting', waiting, 'normal', jsonb_build_object('low', low, 'high', high),
      'longest', longest, 'open', open, 'total', total, 'tickets', tickets, 'served', served) order by is_main desc, id) from halls), '[]'),
    'towns', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'halls', halls, 'waiting', waiting,
      'terminals', terminals, 'terminalsOffline', offline) order by code), '[]') from towns),
    'terminals', api.terminals(p, t),
    'evaluation', api.evaluation(p, t))
$$;

-- A wait over its limit, terminals of one town out of order, bad reviews past their limit: the two worst of each.
create function api.hall_exceptions(p text, t timestamptz) returns setof jsonb language sql stable as $$
  (select api.exception('hall-wait-' || id, 'major', 'service-hall', 'hall_longest_wait', id, api.place(town, town_name),
    '最长等候 ' || longest || ' 分，限 ' || api.limit_of('hall_longest_wait'), case when is_main then '' else short end || '大厅值班',
    -- The first in line crossed the limit then; a hall has twenty minutes to open another counter.
    t - make_interval(mins => longest - api.limit_of('hall_longest_wait')::int),
    t - make_interval(mins => longest - api.limit_of('hall_longest_wait')::int) + interval '20 minutes', '增开窗口')
  from api.hall_rows(p, t) where longest > api.limit_of('hall_longest_wait') order by longest desc limit 2)
  union all
  (select api.exception('hall-review-' || h.id, 'major', 'service-hall', 'eval_bad_overdue', h.id, api.place(h.town, r.short),
    '差评整改超期 ' || count(*) || ' 件', case when h.is_main then '大厅督查' else h.short || '大厅' end, min(v.due_at), min(v.due_at), '督办')
  from ops.review v join ops.ticket k on k.id = v.ticket join api.halls(p) as h on h.id = k.hall join ops.region r on r.code = h.town
  where v.level >= 4 and v.rated_at <= t and v.due_at < t and (v.mended_at is null or v.mended_at > t)
  group by h.id, h.town, h.is_main, h.short, r.short having count(*) > api.limit_of('eval_bad_overdue') order by min(v.due_at) limit 2)
  union all
  (select api.exception('hall-terminals-' || town, 'minor', 'service-hall', 'terminal_faults_town', town, api.place(town, town_name),
    '自助终端 ' || count(*) || ' 台故障', town_name || '便民中心', nth.since, nth.since + interval '6 hours', '通知')
  from (select *, row_number() over (partition by town order by since, terminal) as rank from api.terminal_faults(p, t)) as f
  -- The rule is broken from the moment the town lost one terminal too many.
  join lateral (select since from api.terminal_faults(f.town, t) order by since, terminal offset api.limit_of('terminal_faults_town')::int limit 1) as nth on true
  group by town, town_name, nth.since order by count(*) desc, town limit 2)
$$;
