-- Data aggregation: loaded once a day (`t`, the last load, covering the day before), while interfaces are called and issues
-- are raised all day (`now`, the last beat of the sharing feed). Only issues belong to towns; all else is the whole city's.

create function api.departments(p_city text, day date)
returns table (id text, name text, library text, records bigint, classes int, latest bigint, cycle_days int, last_load date, zero_loads int) language sql stable as $$
  with arrived as (select exists (select from ops.load_batch b where b.city = p_city and b.day = departments.day) as yes)
  select d.id, d.name, d.library, coalesce(s.records, 0)::bigint,
    (select count(*) from ops.catalogue c where c.city = d.city and c.department = d.id)::int,
    case when arrived.yes then coalesce(b.records, 0) end, d.cycle_days, last.day,
    (select count(*) from ops.load_batch z where z.city = d.city and z.department = d.id and z.day <= departments.day
      and z.day > coalesce(last.day, z.day - 1) and z.records = 0)::int
  from ops.department d cross join arrived left join ops.load_total s on s.city = d.city and s.department = d.id
  left join ops.load_batch b on b.city = d.city and b.department = d.id and b.day = departments.day
  left join lateral (select z.day from ops.load_batch z where z.city = d.city and z.department = d.id and z.records > 0 and z.day <= departments.day
    order by z.day desc limit 1) as last on true
  where d.city = p_city order by d.id
$$;

create function api.intake(p_city text, day date, scope text) returns jsonb language sql stable as $$
  with days as (
    select d::date as day, (select sum(records) from ops.load_batch b where b.city = p_city and b.day = d::date) as records
    from generate_series(intake.day - 29, intake.day, '1 day') as d),
  months as (
    select sum(records) filter (where b.day >= date_trunc('month', intake.day)) as this,
      sum(records) filter (where b.day < date_trunc('month', intake.day) and b.day <= intake.day - interval '1 month') as last
    from ops.load_batch b where b.city = p_city and b.day <= intake.day and b.day >= date_trunc('month', intake.day) - interval '1 month')
  select jsonb_build_object(
    'latest', api.measure((select records from days where days.day = intake.day), '条', to_char(day, 'MM-DD ') || scope, '前 13 日均',
      (select round(avg(records)) from days where days.day < intake.day and days.day >= intake.day - 13)),
    'month', (select api.measure(coalesce(this, 0), '条', '本月 ' || extract(day from day) || ' 日 ' || scope, '上月同期', last) from months),
    'days', (select jsonb_agg(jsonb_build_object('date', days.day, 'records', records) order by days.day) from days))
$$;

create function api.catalogue(p_city text, scope text) returns jsonb language sql stable as $$
  with classes as (
    select k.id, k.name, k.metric, k.rank, count(*) as entries, count(*) filter (where c.is_mounted) as mounted
    from ops.catalogue_class k join ops.catalogue c on c.class = k.id where c.city = p_city group by k.id)
  select jsonb_build_object(
    'entries', api.measure(coalesce(sum(entries), 0), '条', '此刻 ' || scope), 'unmounted', api.measure(coalesce(sum(entries - mounted), 0), '条', '此刻 ' || scope),
    'rate', api.rate(sum(mounted), sum(entries), '此刻 ' || scope), 'assumedSplit', false,
    'classes', coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'metric', metric, 'entries', entries, 'mounted', mounted,
      'rate', round(100.0 * mounted / entries, 1)) order by rank), '[]')) from classes
$$;

create function api.sharing(p_city text, now timestamptz, scope text) returns jsonb language sql stable as $$
  with calls as materialized (
    select * from ops.sharing_call_hour where city = p_city and hour <= now and hour >= date_trunc('day', now) - interval '56 days'),
  today as (select * from calls where hour >= date_trunc('day', now)),
  -- Whole hours only: the running one has no counterpart to compare with.
  week_ago as (select * from calls where hour >= date_trunc('day', now) - interval '7 days' and hour < date_trunc('hour', now) - interval '7 days'),
  last_hour as (select sum(calls) as calls, sum(failures) as failures from calls where hour = date_trunc('hour', now) - interval '1 hour'),
  seen as (
    select hour, sum(calls) as n from calls where extract(isodow from hour) = extract(isodow from now) group by hour),
  hours as (
    select h, max(n) filter (where hour::date = now::date) as n, floor(percentile_cont(0.1) within group (order by n) filter (where hour::date < now::date)) as low,
      ceil(percentile_cont(0.9) within group (order by n) filter (where hour::date < now::date)) as high
    from generate_series(0, 23) as h left join seen on extract(hour from hour) = h group by h)
  select jsonb_build_object(
    'calls', (select api.measure(coalesce(sum(calls), 0), '次', '截至 ' || to_char(now, 'HH24:MI ') || scope) from today),
    'failures', (select api.measure(coalesce(sum(failures), 0), '次', '截至 ' || to_char(now, 'HH24:MI ') || scope) from today),
    'success', (select api.rate(sum(calls - failures), sum(calls), '截至 ' || to_char(now, 'HH24:MI ') || scope, 2,
      api.same_day(now), (select round(100.0 * sum(calls - failures) / nullif(sum(calls), 0), 2) from week_ago)) from today),
    -- Fewer than 100 calls say nothing about a rate of 99 %.
    'hour', (select case when calls < 100 then api.rate(null, null, '近 1 时') else api.rate(calls - failures, calls, '近 1 时', 2) end from last_hour),
    'series', (select jsonb_build_object('startHour', 0, 'stepMinutes', 60, 'now', jsonb_agg(case when h < extract(hour from now) then n end order by h),
      'low', jsonb_agg(coalesce(low, 0) order by h), 'high', jsonb_agg(coalesce(high, 0) order by h)) from hours),
    'consumers', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'calls', coalesce(n, 0), 'failures', coalesce(failed, 0)) order by c.id), '[]')
      from ops.consumer c left join (select consumer, sum(calls) as n, sum(failures) as failed from today group by consumer) as x on x.consumer = c.id
      where c.city = p_city))
$$;

create function api.data_issues(p_city text, p text, at timestamptz)
returns table (no text, town text, town_name text, title text, problem_rows int, owner text, raised_at timestamptz, age int, state text) language sql stable as $$
  select i.no, i.town, r.short, i.title, i.problem_rows, i.owner, i.raised_at, api.workdays(i.raised_at::date, at::date),
    case when i.mended_at <= at then '待复核' when i.claimed_at <= at then '整改中' else '待认领' end
  from ops.data_issue i left join ops.region r on r.code = i.town
  where i.city = p_city and i.raised_at <= at and (i.closed_at is null or i.closed_at > at)
    and (starts_with(i.town, p) or exists (select from ops.city c where c.id = p_city and c.code = p))
$$;

create function api.issues(p_city text, p text, t timestamptz, now timestamptz, scope text) returns jsonb language sql stable as $$
  with limits as (select coalesce(api.limit_of('data_issue_age'), 10)::int as days),
  here as (select case when exists (select from ops.city c where c.code = p) then scope else '本辖区' end as word),
  open as materialized (select i.*, least(age, days + 1) as bar from api.data_issues(p_city, p, now) as i, limits),
  mine as (
    select i.* from ops.data_issue i where i.city = p_city and (starts_with(i.town, p) or exists (select from ops.city c where c.code = p))),
  bars as (select b, (select count(*) from open where bar = b) as n from limits, generate_series(0, days + 1) as b),
  checks as (select sum(checked) as checked, sum(problems) as problems from ops.load_batch b where b.city = p_city and b.day = t::date - 1)
  select jsonb_build_object(
    'open', api.measure((select count(*) from open), '个', '此刻 ' || word, '昨同时', (select count(*) from api.data_issues(p_city, p, now - interval '1 day'))),
    'overdue', api.measure((select count(*) from open where age > days), '个', '此刻 ' || word),
    'raised', api.measure((select count(*) from mine where raised_at >= date_trunc('day', now) and raised_at <= now), '个', '今日至 ' || to_char(now, 'HH24:MI')),
    'closed', api.measure((select count(*) from mine where closed_at >= date_trunc('day', now) and closed_at <= now), '个', '今日至 ' || to_char(now, 'HH24:MI')),
    'limitDays', days,
    'byAge', (select jsonb_agg(n order by b) from bars),
    'oldest', coalesce((select jsonb_agg(jsonb_build_object('no', no, 'title', title, 'rows', problem_rows, 'owner', owner,
        'place', case when town is not null then api.place(town, town_name) end, 'raisedAt', raised_at, 'ageDays', age, 'state', state,
        'action', case when age > days then '督办' when state = '待认领' then '派单' when state = '整改中' then '催办' else '复核' end) order by raised_at, no)
      from (select * from open order by raised_at, no limit 8) as o), '[]'),
    'problemRows', (select api.measure(problems, '条', to_char(t - interval '1 day', 'MM-DD ') || scope) from checks),
    'checkedRows', (select api.measure(checked, '条', to_char(t - interval '1 day', 'MM-DD ') || scope) from checks))
  from limits, here
$$;

create function api.returns(p_city text, now timestamptz, scope text) returns jsonb language sql stable as $$
  with pending as (
    select id, name, level, applied_on,
      case when granted_on <= now::date then '接通' when reviewed_on <= now::date then '授权' when applied_on < now::date then '审核' else '申请' end as step,
      api.workdays(applied_on, now::date) as age,
      api.workdays(greatest(applied_on, case when reviewed_on <= now::date then reviewed_on end, case when granted_on <= now::date then granted_on end), now::date) as step_age
    from ops.application where city = p_city and applied_on <= now::date and (connected_on is null or connected_on > now::date))
  select jsonb_build_object(
    'total', (select api.measure(sum(count), '类', '此刻 ' || scope) from ops.return_source where city = p_city),
    'sources', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'count', count, 'unit', unit) order by count desc), '[]')
      from ops.return_source where city = p_city),
    'pending', (select api.measure(count(*), '项', '此刻 ' || scope) from pending),
    'granted', (select api.measure(count(*), '项', '本年 ' || scope) from ops.application
      where city = p_city and connected_on <= now::date and connected_on >= date_trunc('year', now)),
    'longest', (select api.measure(max(age), '工作日', '此刻 ' || scope) from pending),
    'applications', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'level', level, 'step', step, 'appliedOn', applied_on,
      'ageDays', age, 'stepDays', step_age) order by age desc, id) from pending), '[]'))
$$;

create function api.data_aggregation(p_city text, p text, t timestamptz, now timestamptz) returns jsonb language sql stable as $$
  with home as (select scope, platform, t::date - 1 as day from ops.city where id = p_city),
  departments as materialized (select d.* from home, api.departments(p_city, day) as d),
  entries as (select count(*) as n, count(*) filter (where day - updated_on > cycle_days) as late from home, ops.catalogue where city = p_city)
  select jsonb_build_object(
    'scope', scope, 'platform', platform, 'loadedDay', day,
    'records', (select api.measure(sum(records), '条', to_char(day, '截至 MM-DD ') || scope) from departments),
    'classes', (select api.measure(sum(classes), '类', '此刻 ' || scope) from departments),
    'intake', api.intake(p_city, day, scope),
    'loaded', (select jsonb_build_object('done', count(*) filter (where latest > 0), 'due', count(*)) from departments
      where cycle_days = 1 or exists (select from ops.load_batch b where b.city = p_city and b.department = id and b.day = home.day)),
    'departments', (select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'library', library, 'records', records, 'classes', classes, 'latest', latest,
      'cycleDays', cycle_days, 'lastLoad', last_load, 'idleDays', coalesce(day - last_load, 0), 'zeroLoads', zero_loads) order by id) from departments),
    'ontime', (select api.rate(n - late, n, '此刻 ' || scope, 2) from entries),
    'lateResources', (select api.measure(late, '类', '此刻 ' || scope) from entries),
    'catalogue', api.catalogue(p_city, scope),
    'sharing', api.sharing(p_city, now, scope),
    'issues', api.issues(p_city, p, t, now, scope),
    'returns', api.returns(p_city, now, scope))
  from home
$$;

-- A store that took in nothing for several loads, a batch that never arrived, resources past their cycle, failing calls; and,
-- in every scope, issues open for too long.
create function api.data_exceptions(p_city text, p text, t timestamptz, now timestamptz) returns setof jsonb language sql stable as $$
  with home as (select (code = p) as is_whole, t::date - 1 as day, f.owner from ops.city c join ops.feed f on f.city = c.id and f.id = 'data-aggregation' where c.id = p_city),
  late as (select count(*) filter (where day - updated_on > cycle_days) as n, count(*) as all_n from home, ops.catalogue where city = p_city),
  hour as (select sum(calls) as calls, sum(failures) as failures from ops.sharing_call_hour where city = p_city and hour = date_trunc('hour', now) - interval '1 hour'),
  worst as (select consumer from ops.sharing_call_hour where city = p_city and hour = date_trunc('hour', now) - interval '1 hour' order by failures desc, consumer limit 1),
  old as (
    select i.*, count(*) over () as n, row_number() over (order by raised_at, no) as rank
    from api.data_issues(p_city, p, now) as i where age > api.limit_of('data_issue_age'))
  select api.exception('data-zero-' || d.id, 'minor', 'data-aggregation', 'data_zero_loads', d.id, null::jsonb, library || ' ' || zero_loads || ' 日零入库', owner,
    t - (zero_loads - 1) * interval '1 day', api.after_workdays(t::date, 1) + interval '18 hours', '通知')
  from home, api.departments(p_city, day) as d where is_whole and zero_loads > api.limit_of('data_zero_loads')
  union all
  select api.exception('data-batch-' || day, 'major', 'data-aggregation', 'data_intake', null::text, null::jsonb, to_char(day, 'MM-DD') || ' 批次未送达', owner,
    t, t::date + interval '18 hours', '派单')
  from home where is_whole and not exists (select from ops.load_batch b where b.city = p_city and b.day = home.day)
  union all
  select api.exception('data-ontime', 'minor', 'data-aggregation', 'data_ontime_rate', null::text, null::jsonb, n || ' 类资源逾期未更新', owner,
    t, api.after_workdays(t::date, 1) + interval '18 hours', '催办')
  from home, late where is_whole and 100.0 * (all_n - n) / nullif(all_n, 0) < api.limit_of('data_ontime_rate')
  union all
  select api.exception('data-share-success', 'major', 'data-aggregation', 'data_share_success_rate', worst.consumer, null::jsonb,
    '接口调用成功率 ' || round(100.0 * (calls - failures) / calls, 1) || '%', owner, date_trunc('hour', now) - interval '1 hour', date_trunc('hour', now) + interval '1 hour', '派单')
  from home, hour, worst where is_whole and calls >= 100 and 100.0 * (calls - failures) / calls < api.limit_of('data_share_success_rate')
  union all
  select api.exception('data-issue-overdue', 'major', 'data-aggregation', 'data_issue_age', no, case when town is not null then api.place(town, town_name) end,
    case n when 1 then title || '超 ' || api.limit_of('data_issue_age') || ' 日' else n || ' 个数据问题超 ' || api.limit_of('data_issue_age') || ' 日' end, old.owner,
    api.after_workdays(raised_at::date, api.limit_of('data_issue_age')::int) + interval '18 hours',
    api.after_workdays(raised_at::date, api.limit_of('data_issue_age')::int) + interval '18 hours', '督办')
  from old where rank = 1
$$;
