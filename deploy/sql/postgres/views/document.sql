-- The one function a wall may call.

create function api.beat(p_city text, p_id text) returns timestamptz language sql stable as $$
  select beat from ops.feed where city = p_city and id = p_id
$$;

-- Data time of a dataset. One that is put together from others is as old as the oldest of those that are renewed all the
-- time: if one feed hangs, the list is late too. Daily loads would make it look a day old for ever, so they do not count.
create function api.as_of(p_city text, p_dataset text) returns timestamptz language sql stable as $$
  select coalesce(api.beat(p_city, p_dataset),
    (select min(beat) from ops.feed where city = p_city and id in ('hotline', 'service-hall', 'video')))
$$;

create function api.city_overview(p text, t_hotline timestamptz, t_video timestamptz) returns jsonb language sql stable as $$
  with today as (
    select count(*) filter (where accepted_at >= date_trunc('day', t_hotline) and accepted_at <= t_hotline) as n,
      count(*) filter (where accepted_at < date_trunc('day', t_hotline) and accepted_at <= t_hotline - interval '7 days') as before
    from ops.work_order where starts_with(town, p) and accepted_at >= date_trunc('day', t_hotline) - interval '7 days')
  select jsonb_build_object(
    'received', (select api.measure(n, '件', '今日 0 时至今', api.same_day(t_hotline), before) from today),
    'towns', (select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name, 'received', h.count, 'low', h.low, 'high', h.high,
        'cameras', v.cameras, 'offline', v.offline, 'halls', (select count(*) from ops.hall x where x.town = h.code)) order by h.code), '[]')
      from api.hotline_towns(p, t_hotline) as h join api.video_towns(p, t_video) as v using (code)))
$$;

create function api.exceptions_of(p_city text, p text, p_dataset text) returns setof jsonb language sql stable as $$
  select e from api.hotline_exceptions(p, api.beat(p_city, 'hotline')) as e where p_dataset in ('hotline', 'exceptions')
  union all select e from api.hall_exceptions(p, api.beat(p_city, 'service-hall')) as e where p_dataset in ('service-hall', 'exceptions')
  union all select e from api.video_exceptions(p, api.beat(p_city, 'video')) as e where p_dataset in ('video', 'exceptions')
  union all select e from api.data_exceptions(p_city, p, api.beat(p_city, 'data-aggregation'), api.beat(p_city, 'sharing')) as e
    where p_dataset in ('data-aggregation', 'exceptions')
$$;

create function api.operation(p_city text, p text, p_dataset text, t timestamptz) returns jsonb language sql stable as $$
  select case p_dataset
    when 'hotline' then api.hotline(p, t)
    when 'service-hall' then api.service_hall(p, t)
    when 'video' then api.video(p, t)
    when 'data-aggregation' then api.data_aggregation(p_city, p, t, api.beat(p_city, 'sharing'))
    when 'city-overview' then api.city_overview(p, api.beat(p_city, 'hotline'), api.beat(p_city, 'video'))
    -- A domain without a feed could not be looked at, which is not the same as calm.
    when 'exceptions' then jsonb_build_object('unseen', (select coalesce(jsonb_agg(d), '[]')
      from unnest(array['hotline', 'service-hall', 'video', 'data-aggregation']) as d where api.beat(p_city, d) is null)) end
$$;

-- The document of contract `<dataset>/1` for one city and one of its regions; null where there is no such thing.
-- security definer: the caller may run this and read no table.
create function api.document(dataset text, city text, region text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' set jit = off as $$
declare
  feed ops.feed;
  t timestamptz := api.as_of(city, dataset);
begin
  select * into feed from ops.feed f where f.city = document.city and f.id = document.dataset and f.dataset = document.dataset;
  if feed is null or t is null or not exists (select from ops.region r where r.city = document.city and r.code = document.region) then
    return null;
  end if;
  return jsonb_build_object(
    'contract', dataset || '/1', 'city', city, 'region', region, 'asOf', t,
    'source', jsonb_build_object('name', feed.name, 'owner', feed.owner, 'cadenceSeconds', feed.cadence_seconds, 'simulated', false),
    'document', null, 'published', '[]'::jsonb, 'contradictions', '[]'::jsonb,
    'exceptions', coalesce((select jsonb_agg(e order by array_position(array['critical', 'major', 'minor'], e ->> 'severity'), e ->> 'due', e ->> 'id')
      from api.exceptions_of(city, region, dataset) as e), '[]'),
    'operation', api.operation(city, region, dataset, t));
end $$;

revoke execute on all functions in schema api from public;
grant execute on function api.document to wall;
