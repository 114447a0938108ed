-- A study of the hotline (docs/contract, hotline.study) asked of the database itself, for a city whose years of orders no browser should
-- read: one query, every thing counted under what narrows the others. Categories stand for topics where no order has one. What to
-- expect of a topic goes by the weeks before and by what its season did a year ago, as the wall reckons it.

-- The orders in a few words (docs/contract, hotline.year-order), of whole days: what is studied here, and what a wall may read that is to
-- study them itself.
create function api.year_orders(p_city text) returns table ("orderNo" text, "acceptedAt" timestamptz, category text, topic text, dept text,
  town jsonb, outcome text, repeat boolean) language sql stable as $$
  with moment as materialized (
    select api.order_time(p_city) as t
  )
  select "orderNo", "acceptedAt", category, topic, dept, town,
    case
      when "closedAt" <= t and coalesce(case when "repliedAt" <= t then "repliedAt" end, "closedAt") > due then 'late'
      when "closedAt" <= t then 'closed'
      when due < t and not coalesce("repliedAt" <= t and not coalesce("reworkedAt" <= t and "reworkedAt" > "repliedAt", false), false)
        then 'overdue'
      else 'open' end,
    "repeatOf" is not null
  from moment, api.work_orders,
    lateral (select coalesce("dueAt", "acceptedAt" + api.limit_of('hotline_p90_days') * interval '1 day') as due) as limits
  where "acceptedAt" < date_trunc('day', t, 'Asia/Shanghai')
$$;

-- All of them in one answer.
create function api.year(p_city text) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' set jit = off as $$
  select jsonb_build_object('asOf', api.iso(api.order_time(p_city)), 'rows', coalesce(jsonb_agg(to_jsonb(o)), '[]'))
  from api.year_orders(p_city) as o
$$;

create function api.study(p_city text, p_region text, p_from date, p_to date, p_week int4range, p_hours int4range,
  p_category text[], p_topic text[], p_town text[], p_dept text[], p_outcome text[]) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' set jit = off as $$
  with moment as materialized (
    select api.order_time(p_city) as t
  ), known as materialized (
    select "acceptedAt"::date as day, category, topic, dept, town ->> 'code' as town, town ->> 'name' as name, repeat as again, outcome,
      (extract(isodow from "acceptedAt")::int - 1) * 24 + extract(hour from "acceptedAt")::int as hour, "acceptedAt" as at, "orderNo" as no
    from api.year_orders(p_city)
  ), today as (
    select t::date as today from moment
  ), days as materialized (
    select date::date as day, count(known.day) as n
    from today, generate_series((select min(k.day) from known k where k.day > today - 801), today - 1, interval '1 day') as date
      left join known on known.day = date::date
    group by 1
  -- Days that are there only because an order of theirs is still open are no days of the records.
  ), ordinary as (
    select coalesce((array_agg(n order by n))[count(*) / 2 + 1], 0) as n from (select n from days order by day desc limit 28) as newest
  ), whole as (
    select min(day) as first from (
      select day, d.n, sum(d.n) over w as week, count(*) over w as length
      from days d window w as (order by day rows between current row and 6 following)) as weeks, ordinary
    where weeks.n > 0 and week >= 0.25 * ordinary.n * length
  ), span as (
    select first, today - 1 as last, case when n < 7 then today - n else today - (n - n % 7) end as shown
    from whole, today, lateral (select least(364, today - first) as n) as length
  ), chosen as materialized (
    select *, till - since + 1 as length from (
      select first, last, shown, least(a, b) as since, greatest(a, b) as till from span, lateral (
        select least(last, greatest(shown, coalesce(p_from, shown))) as a, least(last, greatest(shown, coalesce(p_to, last))) as b) as asked) as ends
  ), seen as materialized (
    select known.*, day between since and till as in_days, day >= shown as in_view,
      p_week @> hour / 24 + 1 and p_hours @> hour % 24 as in_hours,
      p_category is null or coalesce(category = any (p_category), false) as in_category,
      p_topic is null or coalesce(topic = any (p_topic), false) as in_topic,
      p_town is null or coalesce(town = any (p_town), false) as in_town,
      p_dept is null or coalesce(dept = any (p_dept), false) as in_dept,
      p_outcome is null or outcome = any (p_outcome) as in_outcome
    from known, chosen
    where day between first and last
      and (p_region = (select c.code from ops.city c where c.id = p_city) or coalesce(starts_with(town, p_region), false))
  ), rows as materialized (
    select *, (not in_days)::int + (not in_hours)::int + (not in_category)::int + (not in_topic)::int + (not in_town)::int + (not in_dept)::int
      + (not in_outcome)::int as outs
    from seen
  ), sums as (
    select count(*) filter (where in_view) as total, count(*) filter (where outs = 0) as chosen,
      count(*) filter (where outs = 0 and again) as again,
      count(*) filter (where not in_days and outs = 1 and day between since - length and since - 1) as before
    from rows, chosen
  ), parts as (
    select field, jsonb_agg(jsonb_build_object('value', value, 'label', label, 'count', n) order by place) filter (where place <= 400) as list
    from (
      select field, value, max(label) as label, count(*) as n,
        row_number() over (partition by field order by count(*) desc, value collate "C") as place
      from rows, lateral (values
        ('category', category, category, in_category), ('topic', topic, topic, in_topic), ('town', town, coalesce(name, town), in_town),
        ('dept', dept, dept, in_dept), ('outcome', outcome, outcome, in_outcome)) as each (field, value, label, is_in)
      where in_view and value is not null and outs = (not is_in)::int
      group by 1, 2) as counts
    group by 1
  ), weeks as (
    select least(8, (last + 1 - first) / 7 - 1) as n from chosen
  -- What is looked for: a topic, in the category that its last order has; a category where no order has a topic.
  ), topics as (
    select exists (select from known where topic is not null) as told
  ), subjects as materialized (
    select known.*, case when told then topic else category end as subject from known, topics
  ), kinds as (
    select distinct on (subject) subject, category as kind from subjects where subject is not null order by subject, at desc, no desc
  -- Three weeks a year ago, in all towns, against the weeks before those: a year of whole weeks, so that weekdays are the same. Fewer than 30
  -- orders say nothing of a season, and none more than doubles or halves what is expected.
  ), season as (
    select subject, case when season < 30 or prior = 0 then 1 else least(2, greatest(0.5, (season / 3) / (prior / n))) end as factor
    from (
      select subject, max(n) as n, count(*) filter (where day between last - 377 and last - 357)::float8 as season,
        count(*) filter (where day between last - 377 - 7 * n and last - 378)::float8 as prior
      from subjects, chosen, weeks
      where day between last - 377 - 7 * n and last - 357 and last - 426 + 7 * (8 - n) >= first
        and (p_dept is null or coalesce(dept = any (p_dept), false))
      group by 1) as years
  ), pairs as (
    select subject, town, max(kind) as kind, max(name) as name, count(*) filter (where day > last - 7) as now,
      count(*) filter (where day <= last - 7)::float8 / max(n) * coalesce(max(factor), 1) as expected, max(n) as n
    from subjects join kinds using (subject) left join season using (subject), chosen, weeks
    where day between last - 6 - 7 * n and last and town is not null and n >= 4
      and (p_category is null or kind = any (p_category)) and (p_topic is null or subject = any (p_topic) or not (select told from topics))
      and (p_town is null or town = any (p_town))
      and (p_dept is null or coalesce(dept = any (p_dept), false))
      and (p_region = (select c.code from ops.city c where c.id = p_city) or starts_with(town, p_region))
    group by 1, 2
  ), rising as (
    -- A count whose mean is known from so many weeks: the share of a negative binomial below it.
    select *, round((now - mean) / sqrt(mean + mean * mean / shape) * 1e6) as beyond from pairs, lateral (
      select greatest(1, expected * n) as shape, greatest(expected, 1.0 / n) as mean) as grounds, lateral (
      select sum(exp(shape * ln(shape / (shape + mean)) + coalesce(steps, 0))) as below from (
        select sum(ln((shape + k - 1) / k * mean / (shape + mean))) filter (where k > 0) over (order by k) as steps
        from generate_series(0, now - 1) as k) as terms) as shares
    where now >= 6 and now >= 1.5 * expected and greatest(0, 1 - below) <= 1e-5
  )
  select jsonb_build_object('contract', 'hotline.study/1', 'asOf', api.iso((select t from moment)), 'row',
    case when shown is null or (select n from ordinary) = 0 then null else jsonb_build_object(
      'from', shown, 'to', last, 'chosenFrom', since, 'chosenTo', till, 'total', sums.total, 'chosen', sums.chosen,
      'before', case when since - length >= first then sums.before end,
      'repeats', case when sums.chosen > 0 then sums.again end,
      'days', (select jsonb_agg(coalesce(n, 0) order by date) from generate_series(shown, last, interval '1 day') as date
        left join (select day, count(*) as n from rows where outs = (not in_days)::int group by 1) as byday on day = date::date),
      'hours', (select jsonb_agg(coalesce(n, 0) order by h) from generate_series(0, 167) as h
        left join (select hour, count(*) as n from rows where in_view and outs = (not in_hours)::int group by 1) as byhour on hour = h),
      'risingTo', last, 'risingWeeks', (select case when n >= 4 then n end from weeks),
      'rising', (select coalesce(jsonb_agg(one order by place) filter (where place <= 12), '[]') from (
        select row_number() over (order by beyond desc, subject collate "C", town collate "C") as place, jsonb_build_object('topic', subject,
          'category', case when (select told from topics) then kind end, 'town', jsonb_build_object('code', town, 'name', coalesce(name, town)), 'count', now,
          'expected', floor(expected * 10 + 0.5) / 10) as one from rising) as told))
      || (select jsonb_object_agg(field, coalesce(list, '[]'::jsonb))
        from unnest(array['category', 'topic', 'town', 'dept', 'outcome']) as field left join parts using (field)) end)
  from chosen, sums
$$;
revoke execute on function api.study, api.year_orders, api.year from public;
grant execute on function api.study, api.year to wall;
