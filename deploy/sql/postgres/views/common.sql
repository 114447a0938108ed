-- Words and shapes that every document uses.

create function api.measure(value numeric, unit text, period text, label text default null, before numeric default null)
returns jsonb language sql immutable as $$
  select jsonb_build_object('value', value, 'unit', unit, 'period', period)
    || case when label is null or before is null then '{}' else
         jsonb_build_object('compare', jsonb_build_object('label', label, 'value', before)) end
$$;

-- A share in percent; unknown (null), not 0, where there is nothing to divide by.
create function api.rate(part numeric, whole numeric, period text, digits int default 1, label text default null, before numeric default null)
returns jsonb language sql immutable as $$
  select api.measure(round(100 * part / nullif(whole, 0), digits), '%', period, label, before)
$$;

create function api.place(code text, name text) returns jsonb language sql immutable as $$
  select jsonb_build_object('code', code, 'name', name)
$$;

-- 上周三同时: the same weekday a week ago, up to the same minute.
create function api.same_day(t timestamptz) returns text language sql stable as $$
  select '上周' || (array['一', '二', '三', '四', '五', '六', '日'])[extract(isodow from t)::int] || '同时'
$$;

create function api.is_workday(d date) returns boolean language sql stable as $$
  select coalesce((select works from ops.calendar where day = d), extract(isodow from d) < 6)
$$;

-- Workdays after `a` up to and with `b`.
create function api.workdays(a date, b date) returns int language sql stable as $$
  select count(*)::int from generate_series(a + 1, b, '1 day') as d where api.is_workday(d::date)
$$;

-- The `n`-th workday after `d`; `d` itself for 0.
create function api.after_workdays(d date, n int) returns date language sql stable as $$
  select case when n = 0 then d else
    (select day::date from generate_series(d + 1, d + 12 + 3 * n, '1 day') as day
     where api.is_workday(day::date) order by day offset n - 1 limit 1) end
$$;

create function api.limit_of(metric text) returns numeric language sql stable as $$
  select value from ops.threshold where threshold.metric = limit_of.metric
$$;

-- The towns a region code covers: itself, or all of a district or city. `starts_with`, not `like`: the planner takes an unknown
-- `like` for one row in 200 and then chooses nested loops.
create function api.towns(p text) returns table (code text, name text, full_name text) language sql stable as $$
  select code, short, name from ops.region where is_town and starts_with(code, p) order by code
$$;

create function api.exception(
  id text, severity text, domain text, metric text, subject text, place jsonb,
  what text, owner text, since timestamptz, due timestamptz, action text)
returns jsonb language sql stable as $$
  select jsonb_build_object('id', id, 'severity', severity, 'domain', domain, 'metric', metric, 'subject', subject,
    'place', place, 'what', left(what, 20), 'owner', left(owner, 16), 'since', since, 'due', due, 'action', action)
$$;
