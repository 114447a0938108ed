-- Something done from a wall, hotline.supervise: an order is called in by the supervisors. Once for each key, however often and from
-- however many connections it is asked; once a day for each order.

-- What was done, by whom and how it came out: the keys, and the audit of them. Nobody deletes here but an administrator.
create table ops.action (
  key text primary key,
  city text not null references ops.city,
  action text not null,
  target text not null,
  -- The session it came in; null where nobody signs in.
  operator text,
  -- The body as it was sent, and the receipt as it was given.
  asked jsonb not null,
  receipt jsonb not null,
  at timestamptz not null
);

-- The receipt; null for a key that something else was done under.
create function api.supervise(p_city text, p_order text, p_key text, p_asked jsonb, p_operator text) returns jsonb
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  named constant text := 'hotline.supervise';
  now constant timestamp := clock_timestamp() at time zone 'Asia/Shanghai';
  known ops.action;
  found_order gdxt.work_orders;
  why text;
  told jsonb;
begin
  -- Of two that come at once the second waits for the first, and finds its receipt.
  perform pg_advisory_xact_lock(hashtextextended(p_key, 0));
  select * into known from ops.action a where a.key = p_key;
  if found then
    return case when (known.city, known.action, known.target) = (p_city, named, p_order) then known.receipt end;
  end if;
  select * into found_order from gdxt.work_orders w where w.gdbh = p_order for update;
  why := case
    when not found then '没有这件工单'
    when found_order.bjsj <= now then '该工单已办结'
    when found_order.dbsj::date = now::date then '该工单今日已督办' end;
  if why is null then
    update gdxt.work_orders set dbsj = now, gxsj = now where gdbh = p_order;
    -- The table is the system's own: what is written there can be read there.
    perform ops.touch(p_city, 'hotline');
  end if;
  told := jsonb_build_object('contract', named || '/1', 'key', p_key, 'state', case when why is null then 'done' else 'refused' end,
    -- Not after the data time that was just given: the wall reads until it has data of then.
    'at', api.iso(now at time zone 'Asia/Shanghai'), 'message', coalesce(why, '已列入督办'));
  insert into ops.action values (p_key, p_city, named, p_order, p_operator, p_asked, told, now at time zone 'Asia/Shanghai');
  return told;
end
$$;
revoke execute on function api.supervise from public;
grant execute on function api.supervise to wall;
