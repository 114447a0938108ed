-- 12345 hotline: every figure counts the same orders, so everything adds up. (`offset 0` keeps a lateral a lateral: one index
-- range a week instead of all weeks for each.)

-- Orders not closed at `t`, with the stage they stand in and since when.
create function api.open_orders(p text, t timestamptz)
returns table (order_no text, town text, category text, title text, dept text, cluster text, accepted_at timestamptz, due_at timestamptz,
  is_replied boolean, stage text, entered_at timestamptz) language sql stable as $$
  select order_no, town, category, title, dept, cluster, accepted_at, due_at, coalesce(replied_at <= t, false),
    case when dispatched_at is null or dispatched_at > t then 'dispatch'
         when signed_at is null or signed_at > t then 'sign'
         when replied_at is null or replied_at > t then 'process'
         else 'callback' end,
    greatest(accepted_at, case when dispatched_at <= t then dispatched_at end, case when signed_at <= t then signed_at end,
      case when replied_at <= t then replied_at end)
  from ops.work_order
  where starts_with(town, p) and accepted_at <= t and (closed_at is null or closed_at > t)
$$;

-- Per town: orders of today, and its own P10–P90 of the same weekday up to the same minute over eight weeks.
create function api.hotline_towns(p text, t timestamptz)
returns table (code text, name text, count int, low int, high int) language sql stable as $$
  with seen as (
    select k, o.town as code, count(*) as n
    from generate_series(0, 8) as k, lateral (
      select town from ops.work_order
      where starts_with(town, p) and accepted_at >= date_trunc('day', t) - k * interval '7 days' and accepted_at <= t - k * interval '7 days' offset 0) as o
    group by k, o.town),
  counts as (
    select w.code, w.name, k, coalesce(n, 0) as n from api.towns(p) as w cross join generate_series(0, 8) as k left join seen using (k, code))
  select code, name, max(n) filter (where k = 0)::int,
    floor(percentile_cont(0.1) within group (order by n) filter (where k > 0))::int,
    ceil(percentile_cont(0.9) within group (order by n) filter (where k > 0))::int
  from counts group by code, name order by code
$$;

create function api.hotline_intake(p text, t timestamptz) returns jsonb language sql stable as $$
  with seen as (
    select k, extract(hour from o.accepted_at) as h, count(*) as n
    from generate_series(0, 8) as k, lateral (
      select accepted_at from ops.work_order
      where starts_with(town, p) and accepted_at <= t and accepted_at >= date_trunc('day', t) - k * interval '7 days'
        and accepted_at < date_trunc('day', t) - k * interval '7 days' + interval '1 day' offset 0) as o
    group by k, h),
  counts as (
    select k, h, coalesce(n, 0) as n from generate_series(0, 8) as k cross join generate_series(0, 23) as h left join seen using (k, h)),
  hours as (
    select h, max(n) filter (where k = 0) as n,
      floor(percentile_cont(0.1) within group (order by n) filter (where k > 0)) as low,
      ceil(percentile_cont(0.9) within group (order by n) filter (where k > 0)) as high
    from counts group by h)
  select jsonb_build_object('startHour', 0, 'stepMinutes', 60,
    'now', jsonb_agg(case when h <= extract(hour from t) then n end order by h),
    'low', jsonb_agg(low order by h), 'high', jsonb_agg(high order by h)) from hours
$$;

create function api.hotline_clusters(p text, t timestamptz)
returns table (key text, code text, town text, topic text, count int) language sql stable as $$
  select o.cluster, o.town, r.short, c.label, count(*)::int
  from ops.work_order o join ops.region r on r.code = o.town join ops.category c on c.key = o.category
  where starts_with(o.town, p) and o.cluster is not null and o.accepted_at > t - interval '30 days' and o.accepted_at <= t
  group by o.cluster, o.town, r.short, c.label order by count(*) desc, o.cluster limit 6
$$;

create function api.hotline_repeats(p text, t timestamptz) returns jsonb language sql stable as $$
  with month as (
    select cluster is not null as again, (extract(epoch from t - accepted_at) / 604800)::numeric as weeks
    from ops.work_order where starts_with(town, p) and accepted_at > t - interval '30 days' and accepted_at <= t),
  weeks as (
    select k, coalesce(round(100.0 * count(*) filter (where again) / nullif(count(*) filter (where again is not null), 0), 1), 0) as rate
    from generate_series(0, 3) as k left join month on floor(weeks) = k group by k)
  select jsonb_build_object(
    'rate', (select api.rate(count(*) filter (where again), count(*), '近 30 日') from month),
    'weeks', (select jsonb_agg(jsonb_build_object('label', case k when 0 then '近 7 日' else '前 ' || k || ' 周' end, 'rate', rate) order by k desc) from weeks),
    'clusters', coalesce((select jsonb_agg(to_jsonb(c)) from api.hotline_clusters(p, t) as c), '[]'))
$$;

-- By the day an order came in; automatic dispatch was right unless the order came back (return). Direct answers are not dispatched.
create function api.hotline_dispatch(p text, t timestamptz) returns jsonb language sql stable as $$
  with sent as (
    select o.accepted_at::date as day, o.is_auto, s.order_no is null as is_right
    from ops.work_order o left join ops.work_order_step s on s.order_no = o.order_no and s.step = 'return' and s.at <= t
    where starts_with(o.town, p) and o.accepted_at > t - interval '11 days' and o.accepted_at <= t
      and o.dispatched_at > o.accepted_at and o.dispatched_at <= t),
  days as (
    select day, round(100.0 * count(*) filter (where is_right) / count(*), 1) as accuracy
    from sent where is_auto and day >= t::date - 9 and day < t::date group by day)
  select jsonb_build_object(
    'auto', count(*) filter (where is_auto), 'manual', count(*) filter (where not is_auto),
    'share', api.rate(count(*) filter (where is_auto), count(*), '今日'),
    'accuracy', api.rate(count(*) filter (where is_auto and is_right), count(*) filter (where is_auto), '今日'),
    'days', coalesce((select jsonb_agg(jsonb_build_object('label', to_char(day, 'MM-DD'), 'accuracy', accuracy) order by day) from days), '[]'))
  from sent where day = t::date
$$;

create function api.hotline(p text, t timestamptz) returns jsonb language sql stable as $$
  with midnight as (select date_trunc('day', t) as d0),
  today as materialized (
    select o.* from ops.work_order o, midnight where starts_with(o.town, p) and o.accepted_at >= d0 and o.accepted_at <= t),
  last_week as materialized (
    select o.* from ops.work_order o, midnight
    where starts_with(o.town, p) and o.accepted_at >= d0 - interval '7 days' and o.accepted_at <= t - interval '7 days'),
  open as materialized (select * from api.open_orders(p, t)),
  before as materialized (select * from api.open_orders(p, t - interval '1 day')),
  steps as materialized (
    select s.order_no, s.step, s.at from ops.work_order_step s join ops.work_order o using (order_no)
    where starts_with(o.town, p) and s.at <= t and s.at > t - interval '40 days'),
  sent_day as (
    select count(*) as n from ops.work_order
    where starts_with(town, p) and dispatched_at > accepted_at and dispatched_at > t - interval '1 day' and dispatched_at <= t),
  stages as (
    select key, rank, minutes, count(o.order_no) as n, count(*) filter (where key = 'process' and o.due_at < t) as overdue,
      percentile_cont(0.5) within group (order by extract(epoch from t - o.entered_at) / 60) as median
    from (values ('dispatch', 1, 120), ('sign', 2, 120), ('process', 3, 14400), ('callback', 4, 4320)) as s (key, rank, minutes)
    left join open o on o.stage = s.key group by key, rank, minutes),
  ages as (
    select case when not is_replied and due_at < t then 10
      else least(9, floor(extract(epoch from t - accepted_at) / 86400)::int) end as days from open),
  ageing as (select d.days, count(a.days) as n from generate_series(0, 10) as d (days) left join ages a using (days) group by d.days),
  categories as (
    select c.key, c.label, (c.key = 'other')::int as last,
      (select count(*) from today where category = c.key) as n, (select count(*) from last_week where category = c.key) as was
    from ops.category c),
  rows as (
    select o.*, r.short, c.label from open o join ops.region r on r.code = o.town join ops.category c on c.key = o.category
    where not is_replied order by due_at, order_no limit 40)
  select jsonb_build_object(
    'received', api.measure((select count(*) from today), '件', '今日 0 时至今', api.same_day(t), (select count(*) from last_week)),
    'open', api.measure((select count(*) from open), '件', '此刻', '昨', (select count(*) from before)),
    'overdue', api.measure((select count(*) from open where not is_replied and due_at < t), '件', '此刻', '昨',
      (select count(*) from before where not is_replied and due_at < t - interval '1 day')),
    'dueSoon', api.measure((select count(*) from open where not is_replied and due_at >= t and due_at < t + interval '1 day'), '件', '24 小时内'),
    'closed', api.measure(
      (select count(*) from ops.work_order, midnight where starts_with(town, p) and closed_at >= d0 and closed_at <= t), '件', '今日 0 时至今',
      api.same_day(t), (select count(*) from ops.work_order, midnight
        where starts_with(town, p) and closed_at >= d0 - interval '7 days' and closed_at <= t - interval '7 days')),
    'complaintShare', (select api.rate(count(*) filter (where is_complaint), count(*), '今日') from today),
    'returns', (select jsonb_build_object('count', count(order_no), 'rate', api.rate(least(count(order_no), max(n)), max(n), '近 24 小时'))
      from sent_day left join steps on step = 'return' and at > t - interval '1 day'),
    'extensions', (select count(*) from open join steps using (order_no) where step = 'extend'),
    'reworks', (select count(*) from open join steps using (order_no) where step = 'rework' and stage = 'process'),
    'stages', (select jsonb_agg(jsonb_build_object('key', key, 'count', n, 'overdue', overdue,
      'medianMinutes', round(median), 'limitMinutes', minutes) order by rank) from stages),
    'intake', api.hotline_intake(p, t),
    'ageing', (select jsonb_agg(jsonb_build_object('days', days, 'count', n) order by days) from ageing),
    'limitDays', 10,
    'p90Days', (select api.measure(round((percentile_cont(0.9) within group (order by extract(epoch from closed_at - accepted_at) / 86400))::numeric, 1),
        '天', '近 12 日办结')
      from ops.work_order where starts_with(town, p) and closed_at > t - interval '12 days' and closed_at <= t and dispatched_at > accepted_at),
    'categories', (select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'count', n, 'lastWeek', was,
      'outlier', n >= 8 and n > was + 2.6 * sqrt(was + 2)) order by last, n desc, key) from categories),
    'towns', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from api.hotline_towns(p, t) as x),
    'repeats', api.hotline_repeats(p, t),
    'dispatch', api.hotline_dispatch(p, t),
    'supervised', (select jsonb_build_object('open', count(*), 'overdue', count(*) filter (where not is_replied and due_at < t))
      from open join steps using (order_no) where step = 'supervise'),
    'keyItems', coalesce((select jsonb_agg(jsonb_build_object('title', title, 'dept', dept, 'closedOn', closed_on, 'watchUntil', watch_until,
        'state', case when watch_until > t::date then '监控中' else '已销账' end) order by closed_on desc)
      from (select k.* from ops.key_item k join ops.region r on r.city = k.city and r.code = p
        where closed_on <= t::date order by closed_on desc limit 12) as k), '[]'),
    'orders', coalesce((select jsonb_agg(jsonb_build_object('orderNo', order_no, 'title', title, 'category', label, 'dept', dept,
        'town', api.place(town, short), 'stage', stage, 'acceptedAt', accepted_at, 'dueAt', due_at,
        'repeats', (select count(*) from ops.work_order w where w.cluster = rows.cluster and w.accepted_at > t - interval '30 days' and w.accepted_at <= t),
        'supervised', exists (select from steps s where s.order_no = rows.order_no and s.step = 'supervise')) order by due_at, order_no) from rows), '[]'))
$$;

-- What needs a person: every overdue order (the eight latest in delay), and the worst place that keeps coming back.
create function api.hotline_exceptions(p text, t timestamptz) returns setof jsonb language sql stable as $$
  select api.exception('hotline-overdue-' || order_no, 'critical', 'hotline', 'hotline_overdue_open', order_no, api.place(town, short),
    title || '超期', dept, accepted_at, due_at, case when rank % 2 = 1 then '督办' else '连线' end)
  from (select o.*, r.short, row_number() over (order by due_at, order_no) as rank
    from api.open_orders(p, t) as o join ops.region r on r.code = o.town where not is_replied and due_at < t) as late
  where rank <= 8
  union all
  select api.exception('hotline-repeat-' || left(key, 32), 'major', 'hotline', 'hotline_repeat_rate', key, api.place(code, town),
    topic || ' 30 日重复 ' || count || ' 件', town || '镇街', date_trunc('day', t),
    date_trunc('day', t) + case when t::time < '17:30' then interval '17.5 hours' else interval '41.5 hours' end, '研判')
  from (select * from api.hotline_clusters(p, t) limit 1) as worst where count >= api.limit_of('hotline_repeat_cluster')
$$;
