-- The cheapest way to connect a system whose database may be read: a view a kind of record, in the columns of the contract
-- (docs/contract, hotline.work-order). No gateway to write, no mapping: what the columns are called, what a code means and in which
-- zone its times are is said once, here. Figures, lists and what needs a person are counted from it.

-- A hotline's own table as such systems have it: short names, codes as numbers, times without a zone, and who called in the same row.
create schema gdxt;
create table gdxt.work_orders (
  gdbh text primary key,
  gdbt text,
  -- 1 咨询, 2 求助, 3 投诉, 4 举报, 5 建议
  sqlx smallint,
  yjfl text,
  -- 二级分类, where the system keeps one
  ejfl text,
  zbdw text,
  szzjbm text,
  szzj text,
  -- 0 直接答复, 1 自动, 2 人工
  pdfs smallint,
  slsj timestamp not null,
  pdsj timestamp,
  qssj timestamp,
  tdsj timestamp,
  tdly text,
  -- 改派: when it was passed on, and who had it before
  gpsj timestamp,
  gpqdw text,
  hfsj timestamp,
  cbsj timestamp,
  bjsj timestamp,
  yqsj timestamp,
  yqly text,
  dbsj timestamp,
  bjsx timestamp,
  cfgd text,
  gxsj timestamp not null,
  sqrxm text,
  lxdh text
);
-- By what a page begins and what changed is asked for: without it every poll reads the whole table.
create index on gdxt.work_orders ((gxsj at time zone 'Asia/Shanghai'), gdbh);

-- The view: named columns only; `topic` is what a study of a year (study.sql) looks for, the columns of the contract are the others. A name or a telephone number that stands in no column never leaves the database.
create view api.work_orders as
select gdbh as "orderNo", gdbt as title,
  (array['咨询', '求助', '投诉', '举报', '建议'])[sqlx] as type,
  yjfl as category, ejfl as topic, zbdw as dept,
  case when szzjbm is not null then jsonb_build_object('code', szzjbm, 'name', szzj) end as town,
  (array['direct', 'auto', 'manual'])[pdfs + 1] as mode,
  slsj at time zone 'Asia/Shanghai' as "acceptedAt",
  pdsj at time zone 'Asia/Shanghai' as "dispatchedAt",
  qssj at time zone 'Asia/Shanghai' as "signedAt",
  tdsj at time zone 'Asia/Shanghai' as "returnedAt",
  tdly as "returnReason",
  gpsj at time zone 'Asia/Shanghai' as "reassignedAt",
  gpqdw as "reassignedFrom",
  hfsj at time zone 'Asia/Shanghai' as "repliedAt",
  cbsj at time zone 'Asia/Shanghai' as "reworkedAt",
  bjsj at time zone 'Asia/Shanghai' as "closedAt",
  yqsj at time zone 'Asia/Shanghai' as "extendedAt",
  yqly as "extendReason",
  dbsj at time zone 'Asia/Shanghai' as "supervisedAt",
  bjsx at time zone 'Asia/Shanghai' as "dueAt",
  cfgd as "repeatOf",
  gxsj at time zone 'Asia/Shanghai' as "updatedAt"
from gdxt.work_orders;

-- Up to when the orders are loaded, to the second as lists say it.
create function api.order_time(p_city text) returns timestamptz language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select date_trunc('second', api.beat(p_city, 'hotline'))
$$;

-- A page of it: rows changed since a moment, after the last of the page before. The key keeps two of one moment apart.
create function api.records(p_city text, since timestamptz, after timestamptz, after_key text, size int) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' set jit = off as $$
  with wanted as (
    select * from api.work_orders where "updatedAt" >= coalesce(since, '-infinity')
  ), page as (
    select * from wanted
    where ("updatedAt", "orderNo") > (coalesce(after, '-infinity'), coalesce(after_key, ''))
    order by "updatedAt", "orderNo" limit size)
  select jsonb_build_object('asOf', api.order_time(p_city), 'total', (select count(*) from wanted),
    'rows', coalesce(jsonb_agg(to_jsonb(page) - 'topic' order by "updatedAt", "orderNo"), '[]'),
    'next', case when count(*) = size then (select jsonb_build_array("updatedAt", "orderNo") from page
      order by "updatedAt" desc, "orderNo" desc limit 1)::text end)
  from page
$$;

create function api.shortened(p text, most int) returns text language sql immutable as $$
  select case when char_length(p) > most then left(p, most - 1) || '…' else p end
$$;
create function api.iso(t timestamptz) returns text language sql stable as $$
  select to_char(t at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')
$$;

-- The open list for those who ask for it by the page: orders without a reply that stands, in the columns of hotline.order.
-- A moment that is still to come has not happened; a code names a town or, by its beginning, all towns of a district or city.
create function api.waiting_orders(p_city text, p_region text) returns table (
  "orderNo" text, title text, category text, dept text, town text, "townName" text, stage text,
  "acceptedAt" text, "dueAt" text, repeats int, supervised boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' set jit = off as $$
  -- Once, not for every order that is compared with it.
  with moment as materialized (
    select api.order_time(p_city) as t
  ), seen as (
    select w.*, w.town ->> 'code' as code, w.town ->> 'name' as name, t, w."repliedAt" <= t as replied,
      w."repliedAt" <= t and not coalesce(w."reworkedAt" <= t and w."reworkedAt" > w."repliedAt", false) as answered,
      coalesce("closedAt" <= t, false) as closed
    from api.work_orders w, moment
    where "acceptedAt" <= t and (p_region = (select c.code from ops.city c where c.id = p_city) or starts_with(w.town ->> 'code', p_region))
  ), clusters as (
    select code, coalesce(category, '未分类') as topic, count(*)::int as n from seen
    where "repeatOf" is not null and "acceptedAt" >= date_trunc('day', t) - interval '29 days' group by 1, 2)
  select "orderNo", api.shortened(coalesce(seen.title, seen.category, '未分类'), 16), api.shortened(seen.category, 12),
    api.shortened(seen.dept, 16), seen.code, coalesce(seen.name, seen.code),
    case
      when replied then 'process'
      when "returnedAt" <= t and not coalesce("dispatchedAt" <= t and "returnedAt" < "dispatchedAt", false)
        and not coalesce("reassignedAt" <= t and "reassignedAt" >= "returnedAt", false)
        and not coalesce("signedAt" <= t and "signedAt" >= "returnedAt", false) then 'dispatch'
      -- Passed on to somebody else: whoever signed before is not the one it waits for.
      when "signedAt" <= t and not coalesce("dispatchedAt" <= t and "signedAt" < "dispatchedAt", false)
        and not coalesce("reassignedAt" <= t and "signedAt" < "reassignedAt", false) then 'process'
      when "dispatchedAt" <= t or "reassignedAt" <= t then 'sign'
      else 'dispatch' end,
    api.iso("acceptedAt"), api.iso(coalesce("dueAt", "acceptedAt" + api.limit_of('hotline_p90_days') * interval '1 day')),
    case when "repeatOf" is null then 0 else coalesce(clusters.n, 1) end,
    coalesce("supervisedAt" <= t, false)
  from seen left join clusters on clusters.code = seen.code and clusters.topic = coalesce(seen.category, '未分类')
  where not closed and not coalesce(answered, false)
$$;
revoke execute on function api.records, api.waiting_orders, api.order_time, api.shortened, api.iso from public;
grant execute on function api.records, api.waiting_orders, api.order_time to wall;
