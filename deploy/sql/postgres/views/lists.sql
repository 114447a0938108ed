-- Lists by keyset: page 6,000 costs what page 1 costs, because the key of the last row is where the next page begins.
-- No wall asks for lists; a desk or an export does. `after` is the `next` of the page before; null begins, and ends.

create function api.orders(region text, after text default null, size int default 100) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
  with page as (
    select order_no, title, dept, town, accepted_at, due_at from ops.work_order
    where starts_with(town, region)
      -- One comparison whatever `after` is: an `or` would cost the index.
      and (accepted_at, order_no) < (coalesce(split_part(after, ' ', 1)::timestamptz, (select api.beat(r.city, 'hotline') from ops.region r where r.code = orders.region)),
        coalesce(split_part(after, ' ', 2), ''))
    order by accepted_at desc, order_no desc limit least(size, 200))
  select jsonb_build_object(
    'items', coalesce(jsonb_agg(jsonb_build_object('orderNo', order_no, 'title', title, 'dept', dept, 'town', town,
      'acceptedAt', accepted_at, 'dueAt', due_at) order by accepted_at desc, order_no desc), '[]'),
    'next', case when count(*) = least(size, 200) then (array_agg(
      to_char(accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || order_no order by accepted_at, order_no))[1] end)
  from page
$$;
revoke execute on function api.orders from public;
grant execute on function api.orders to wall;
