-- Video: a channel is offline while a fault of kind 断链 holds it; everything is counted by channel, so everything adds up.

-- Channels offline at `t`, each once, since the oldest fault that holds it.
create function api.offline(p text, t timestamptz)
returns table (camera int, town text, source text, type text, since timestamptz) language sql stable as $$
  select c.id, c.town, c.source, c.type, min(f.since)
  from ops.camera_fault f join ops.camera_fault_channel x on x.fault = f.id join ops.camera c on c.id = x.camera
  where f.kind = '断链' and starts_with(c.town, p) and f.since <= t and (f.restored_at is null or f.restored_at > t)
    and (f.closed_at is null or f.closed_at > t)
  group by c.id, c.town, c.source, c.type
$$;

create function api.video_towns(p text, t timestamptz)
returns table (code text, name text, cameras int, offline int, low int, high int) language sql stable as $$
  with cells as (select town, count(*)::int as n from ops.camera where starts_with(town, p) group by town),
  -- Offline at this hour of the last 14 days.
  past as (
    select w.code, k, count(distinct x.camera) as n
    from api.towns(p) as w cross join generate_series(1, 14) as k
    left join (ops.camera_fault f join ops.camera_fault_channel x on x.fault = f.id join ops.camera c on c.id = x.camera)
      on c.town = w.code and f.kind = '断链' and f.since <= t - k * interval '1 day' and (f.restored_at is null or f.restored_at > t - k * interval '1 day')
    group by w.code, k),
  now as (select town, count(*)::int as n from api.offline(p, t) group by town)
  select w.code, w.name, coalesce(cells.n, 0), coalesce(now.n, 0), band.low, band.high
  from api.towns(p) as w left join cells on cells.town = w.code left join now on now.town = w.code
  join (select code, floor(percentile_cont(0.1) within group (order by n))::int as low, ceil(percentile_cont(0.9) within group (order by n))::int as high
    from past group by code) as band on band.code = w.code order by w.code
$$;

-- Open faults of any kind, with the state they stand in, those of most channels first.
create function api.faults(p text, t timestamptz)
returns table (id text, town text, town_name text, source text, label text, place text, kind text, owner text, since timestamptz, state text, channels int)
language sql stable as $$
  select f.id, f.town, r.short, f.source, s.label, f.place, f.kind, f.owner, f.since,
    case when f.restored_at <= t then '待复核' when f.taken_at <= t then '处理中' when f.dispatched_at <= t then '已派单' else '待派单' end,
    (select count(*) from ops.camera_fault_channel x where x.fault = f.id)::int
  from ops.camera_fault f join ops.region r on r.code = f.town join ops.camera_source s on s.city = r.city and s.key = f.source
  where starts_with(f.town, p) and f.since <= t and (f.closed_at is null or f.closed_at > t)
$$;

-- Channels that dropped since midnight and that came back; one that drops twice counts twice.
create function api.video_flow(p text, t timestamptz) returns table (dropped int, restored int) language sql stable as $$
  select count(*) filter (where f.since >= date_trunc('day', t))::int,
    count(*) filter (where f.restored_at >= date_trunc('day', t) and f.restored_at <= t)::int
  from ops.camera_fault f join ops.camera_fault_channel x on x.fault = f.id join ops.camera c on c.id = x.camera
  where f.kind = '断链' and starts_with(c.town, p) and f.since <= t and (f.restored_at is null or f.restored_at >= date_trunc('day', t))
$$;

create function api.patrol(p_city text, t timestamptz) returns jsonb language sql stable as $$
  with shift as (
    select case when t::time < '08:00' then date_trunc('day', t) - interval '4 hours' when t::time < '20:00' then date_trunc('day', t) + interval '8 hours'
      else date_trunc('day', t) + interval '20 hours' end as from_at),
  plans as (
    select p.key, p.name, p.channels, p.dwell_seconds, count(distinct v.channel) as viewed, coalesce(max(v.at) > t - interval '10 minutes', false) as running
    from shift cross join ops.patrol_plan p left join ops.patrol_visit v on v.city = p.city and v.plan = p.key and v.at >= from_at and v.at <= t
    where p.city = p_city group by p.key, p.name, p.channels, p.dwell_seconds)
  select jsonb_build_object('shift', case when extract(hour from from_at) = 8 then '白班' else '夜班' end, 'from', from_at, 'to', from_at + interval '12 hours',
    'plans', coalesce((select jsonb_agg(jsonb_build_object('key', key, 'name', name, 'channels', channels, 'viewed', least(viewed, channels),
      'dwellSeconds', dwell_seconds, 'running', running) order by key) from plans), '[]')) from shift
$$;

-- A source under its target in the whole city, and every group of channels that has been down together for too long. A town
-- sees its own: twelve cameras have no target.
create function api.video_exceptions(p text, t timestamptz) returns setof jsonb language sql stable as $$
  with home as (select c.id, c.code from ops.city c join ops.region r on r.city = c.id where r.code = p),
  rates as (
    select s.key, s.label, s.owner, case when s.is_key then 'video_online_rate_key' else 'video_online_rate_sector' end as metric,
      100.0 * (1 - (select count(*) from api.offline(home.code, t) as o where o.source = s.key)
        / nullif((select count(*) from ops.camera k where k.source = s.key and starts_with(k.town, home.code)), 0)::numeric) as rate,
      (select min(since) from api.offline(home.code, t) as o where o.source = s.key and o.since > t - interval '1 day') as since
    from home join ops.camera_source s on s.city = home.id),
  groups as (select * from api.faults(p, t) where kind = '断链' and channels > 1 and state <> '待复核')
  select api.exception('video-rate-' || key, 'major', 'video', metric, key, null::jsonb, label || '在线率低于 ' || api.limit_of(metric) || '%', owner,
    coalesce(since, t), coalesce(since, t) + interval '4 hours', '通知')
  from rates, home where p = home.code and rate < api.limit_of(metric)
  union all
  select api.exception('video-group-' || left(id, 36), 'minor', 'video', 'video_group_offline', id, api.place(town, town_name),
    place || ' ' || channels || ' 路离线超 ' || floor(extract(epoch from t - since) / 3600) || ' 时', owner, since, since + interval '4 hours',
    case state when '待派单' then '派单' else '催办' end)
  from groups where t - since > make_interval(hours => api.limit_of('video_group_offline')::int)
$$;

create function api.video(p text, t timestamptz) returns jsonb language sql stable as $$
  with home as (select city from ops.region where code = p),
  cameras as materialized (select * from ops.camera where starts_with(town, p)),
  whole as (select count(*)::int as n from cameras),
  offline as materialized (select * from api.offline(p, t)),
  before as materialized (select * from api.offline(p, t - interval '1 day')),
  faults as materialized (select * from api.faults(p, t)),
  raised as materialized (select raised from api.video_exceptions(p, t) as raised),
  now as (select * from api.video_flow(p, t)),
  yesterday as (select * from api.video_flow(p, t - interval '1 day')),
  hours as (
    select h as at from generate_series(date_trunc('hour', t) - interval '23 hours', date_trunc('hour', t), '1 hour') as h
    union select t),
  bands (key, label, low, high, rank) as (values ('h1', '1 时内', 0, 1, 1), ('h4', '1–4 时', 1, 4, 2), ('h24', '4–24 时', 4, 24, 3),
    ('d3', '1–3 日', 24, 72, 4), ('d7', '3–7 日', 72, 168, 5), ('more', '7 日以上', 168, 1000000, 6)),
  ages as (select extract(epoch from t - since) / 3600 as hours from offline),
  inspected as (
    select metric, unit, at, sum(checked) as checked, sum(failing) as failing from ops.inspection i
    where starts_with(town, p) and at = (select max(at) from ops.inspection j where j.metric = i.metric and j.at <= t) group by metric, unit, at)
  select jsonb_build_object(
    'channels', (select api.measure(n, '路', '此刻') from whole),
    'offline', (select api.measure(count(*), '路', '此刻', '昨', (select count(*) from before)) from offline),
    'onlineRate', (select api.rate(n - (select count(*) from offline), n, '此刻', 2, '昨', round(100.0 * (n - (select count(*) from before)) / nullif(n, 0), 2)) from whole),
    'dropped', (select api.measure(now.dropped, '路次', '今日 0 时至今', '昨同时', yesterday.dropped) from now, yesterday),
    'restored', (select api.measure(now.restored, '路次', '今日 0 时至今', '昨同时', yesterday.restored) from now, yesterday),
    'sources', (select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'label', s.label, 'group', case when s.is_key then 'key' else 'sector' end,
        'channels', (select count(*) from cameras c where c.source = s.key), 'offline', (select count(*) from offline o where o.source = s.key)) order by not s.is_key, s.key), '[]')
      from ops.camera_source s join home using (city)),
    'types', (select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'channels', (select count(*) from cameras c where c.type = k.key),
        'offline', (select count(*) from offline o where o.type = k.key)) order by key) from ops.camera_type k),
    'towns', (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from api.video_towns(p, t) as w),
    'trend', (select jsonb_agg(jsonb_build_object('at', at, 'rate', round(100.0 * (n - (select count(*) from api.offline(p, at))) / nullif(n, 0), 2)) order by at) from hours, whole),
    'faults', coalesce((select jsonb_agg(jsonb_build_object('key', id, 'place', place, 'town', town, 'townName', town_name, 'source', label, 'channels', channels,
        'type', kind, 'since', since, 'state', state, 'owner', owner,
        'exception', (select raised ->> 'id' from raised where raised ->> 'subject' = f.id)) order by channels desc, since)
      from (select * from faults order by channels desc, since limit 40) as f), '[]'),
    'open', (select jsonb_build_object('total', count(*), 'states', jsonb_build_object('待派单', count(*) filter (where state = '待派单'),
      '已派单', count(*) filter (where state = '已派单'), '处理中', count(*) filter (where state = '处理中'), '待复核', count(*) filter (where state = '待复核'))) from faults),
    'ageing', (select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'count', (select count(*) from ages where hours >= low and hours < high)) order by rank) from bands),
    'patrol', (select api.patrol(city, t) from home),
    'quality', coalesce((select jsonb_agg(jsonb_build_object('metric', metric, 'rate', api.rate(checked - failing, checked, to_char(at, 'MM-DD HH24:MI'), 2),
      'failing', api.measure(failing, unit, to_char(at, 'MM-DD HH24:MI'))) order by metric) from inspected), '[]'))
$$;
