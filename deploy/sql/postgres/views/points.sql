-- Where every camera stands and how it is, by the column, for a map of them: one array a column, in the same order. These tables know the
-- town of a camera and no place in it; a table that has places adds 'lng' and 'lat' (WGS-84) to the columns.
create function api.points(p_city text, p text) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' set jit = off as $$
  with at as (select api.as_of(p_city, 'video') as t),
  down as (select camera, since from at cross join lateral api.offline(p, t)),
  poor as (
    select x.camera, min(f.since) as since
    from at cross join ops.camera_fault f join ops.camera_fault_channel x on x.fault = f.id
    where f.kind <> '断链' and f.since <= t and (f.restored_at is null or f.restored_at > t) and (f.closed_at is null or f.closed_at > t)
    group by x.camera),
  cameras as (
    select c.id, s.label, r.code, r.short, coalesce(d.since, q.since) as since,
      case when d.camera is not null then 2 when q.camera is not null then 1 else 0 end as state,
      dense_rank() over (order by s.key) - 1 as source_at, dense_rank() over (order by r.code) - 1 as town_at
    from ops.camera c join ops.region r on r.code = c.town join ops.camera_source s on s.city = p_city and s.key = c.source
    left join down d on d.camera = c.id left join poor q on q.camera = c.id
    where starts_with(c.town, p))
  select jsonb_build_object('contract', 'video.points/1', 'asOf', (select t from at), 'points', jsonb_build_object(
    'id', coalesce(jsonb_agg(id::text order by id), '[]'),
    'since', coalesce(jsonb_agg(since order by id), '[]'),
    'state', jsonb_build_object('values', '["online", "impaired", "offline"]'::jsonb, 'at', coalesce(jsonb_agg(state order by id), '[]')),
    'source', jsonb_build_object('values', coalesce((select jsonb_agg(label order by source_at) from (select distinct source_at, label from cameras) as one), '[]'),
      'at', coalesce(jsonb_agg(source_at order by id), '[]')),
    'town', jsonb_build_object('values', coalesce((select jsonb_agg(jsonb_build_object('code', code, 'name', short) order by town_at)
      from (select distinct town_at, code, short from cameras) as one), '[]'), 'at', coalesce(jsonb_agg(town_at order by id), '[]'))))
  from cameras
$$;
revoke execute on function api.points from public;
grant execute on function api.points to wall;
