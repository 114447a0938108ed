-- Something done from a wall. hotline.supervise: an order is called in by the supervisors, once a day for each. service-hall.advance: a
-- bad review goes on to its next step. exceptions.notify: the owner of an exception is told, by whatever sends what stands in
-- ops.notification. Once for each key, however often and from however many connections it is asked.

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

-- What the owner of an exception is to be told. A messenger of the site's own sends what has no `sent_at`, and says then when it did.
create table ops.notification (
  key text primary key references ops.action deferrable initially deferred,
  city text not null references ops.city,
  exception text,
  owner text not null check (length(owner) between 1 and 40),
  reason text,
  at timestamptz not null,
  sent_at timestamptz
);

-- Of two that come at once the second waits for the first, and finds what was done under the key: null where nothing was.
create function ops.done_under(p_key text) returns ops.action language plpgsql as $$
declare
  known ops.action;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key, 0));
  select * into known from ops.action a where a.key = p_key;
  return known;
end
$$;

-- Keeps a deed of `p_at` and gives its receipt: refused with `why`, or done with what is `said` of it.
create function ops.settle(p_city text, p_action text, p_target text, p_key text, p_asked jsonb, p_operator text, p_at timestamptz,
  why text, said text) returns jsonb language plpgsql as $$
declare
  told jsonb;
begin
  -- Not after the data time that was just given: the wall reads until it has data of then.
  told := jsonb_build_object('contract', p_action || '/1', 'key', p_key, 'state', case when why is null then 'done' else 'refused' end,
    'at', api.iso(p_at), 'message', coalesce(why, said));
  insert into ops.action values (p_key, p_city, p_action, p_target, p_operator, p_asked, told, p_at);
  return told;
end
$$;

-- The receipt; null for a key that something else was done under.
create function api.supervise(p_city text, p_order text, p_key text, p_asked jsonb, p_operator text) returns jsonb
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  named constant text := 'hotline.supervise';
  now constant timestamp := clock_timestamp() at time zone 'Asia/Shanghai';
  known constant ops.action := ops.done_under(p_key);
  found_order gdxt.work_orders;
  why text;
begin
  if known.key is not null then
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
  return ops.settle(p_city, named, p_order, p_key, p_asked, p_operator, now at time zone 'Asia/Shanghai', why, '已列入督办');
end
$$;
revoke execute on function api.supervise from public;
grant execute on function api.supervise to wall;

-- A review goes by the key that the wall has of it: review-<ticket>.
create function api.advance(p_city text, p_review text, p_key text, p_asked jsonb, p_operator text) returns jsonb
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  named constant text := 'service-hall.advance';
  now constant timestamptz := date_trunc('milliseconds', clock_timestamp());
  known constant ops.action := ops.done_under(p_key);
  was ops.review;
  why text;
begin
  if known.key is not null then
    return case when (known.city, known.action, known.target) = (p_city, named, p_review) then known.receipt end;
  end if;
  select v.* into was from ops.review v join ops.ticket k on k.id = v.ticket join ops.hall h on h.id = k.hall
    join ops.city c on c.id = p_city and starts_with(h.town, c.code)
  where 'review-' || v.ticket = p_review for update of v;
  why := case
    when not found then '没有这条评价'
    when was.level < 4 then '好评无须闭环'
    when was.closed_at <= now then '该评价已闭环' end;
  if why is null then
    -- A time that has not come is a plan: the first step that was not reached is reached now.
    update ops.review set
      verified_at = least(verified_at, now),
      assigned_at = case when was.verified_at <= now then least(assigned_at, now) else assigned_at end,
      mended_at = case when was.assigned_at <= now then least(mended_at, now) else mended_at end,
      closed_at = case when was.mended_at <= now then now else closed_at end
    where ticket = was.ticket;
    perform ops.touch(p_city, 'service-hall');
  end if;
  return ops.settle(p_city, named, p_review, p_key, p_asked, p_operator, now, why, '已推进到下一步');
end
$$;
revoke execute on function api.advance from public;
grant execute on function api.advance to wall;

create function api.notify(p_city text, p_target text, p_key text, p_asked jsonb, p_operator text) returns jsonb
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  named constant text := 'exceptions.notify';
  known constant ops.action := ops.done_under(p_key);
  owner constant text := p_asked ->> 'owner';
  why text;
begin
  if known.key is not null then
    return case when (known.city, known.action, known.target) = (p_city, named, p_target) then known.receipt end;
  end if;
  if owner is null or length(owner) not between 1 and 40 then
    why := '没有责任单位，无从通知';
  else
    insert into ops.notification values (p_key, p_city, p_asked ->> 'exception', owner, p_asked ->> 'reason', clock_timestamp());
  end if;
  return ops.settle(p_city, named, p_target, p_key, p_asked, p_operator, clock_timestamp(), why, '已登记，将发给' || owner);
end
$$;
revoke execute on function api.notify from public;
grant execute on function api.notify to wall;
