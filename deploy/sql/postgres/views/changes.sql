-- Push: a loader that has brought a feed up to `at` says so; whoever listens on channel `changed` learns which topic to read
-- again, never what it says. A city that writes into these tables directly calls ops.touch from a trigger of its own:
--   create trigger changed after insert or update on ops.work_order for each statement execute function ops.touched('baiyun', 'hotline');

create function ops.touch(p_city text, p_feed text, p_at timestamptz default clock_timestamp()) returns void language sql as $$
  update ops.feed set beat = greatest(beat, date_trunc('milliseconds', p_at)) where city = p_city and id = p_feed
$$;

create function ops.touched() returns trigger language plpgsql as $$
begin
  perform ops.touch(tg_argv[0], tg_argv[1]);
  return null;
end $$;

create function ops.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', json_build_object('city', new.city, 'topic', topic, 'asOf', api.as_of(new.city, topic))::text)
  from unnest(array[new.dataset, 'exceptions'] || case when new.dataset <> 'data-aggregation' then array['city-overview'] else '{}' end) as topic;
  return null;
end $$;
create trigger announce after update of beat on ops.feed
  for each row when (old.beat is distinct from new.beat) execute function ops.announce();

-- After the daily load: roll the total up, then say that the load is there.
create function ops.loaded(p_city text, p_at timestamptz default clock_timestamp()) returns void language plpgsql as $$
begin
  refresh materialized view concurrently ops.load_total;
  perform ops.touch(p_city, 'data-aggregation', p_at);
end $$;
