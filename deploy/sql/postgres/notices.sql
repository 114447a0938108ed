-- What the seats of a room did about exceptions: taken notice, put aside, taken back; and what they wrote on the sheet of a hand-over, its
-- notes and the names of who gave and who took the shift. One list for a city, so that every seat knows of it.

create table ops.notice (
  -- The Idempotency-Key it came under: sent again it is the same.
  key text primary key check (length(key) between 1 and 80),
  city text not null references ops.city,
  -- Or handover- and when the shift began, in ms.
  exception text not null check (length(exception) between 1 and 48),
  deed text not null check (deed in ('acknowledged', 'shelved', 'unshelved', 'noted', 'gave', 'took')),
  -- By the clock of the wall, which follows the server's.
  at timestamptz not null,
  until timestamptz,
  reason text check (length(reason) between 1 and case when deed = 'noted' then 600 else 80 end),
  -- The session it came in, as the list shows it: a seat, never a full name; null where nobody signs in.
  operator text,
  check ((deed = 'shelved') = (until is not null)),
  check (case when deed = 'shelved' then reason is not null else reason is null or deed in ('noted', 'gave', 'took') end),
  check (until > at and until <= at + interval '24 hours')
);
create index on ops.notice (city, at desc);

-- The receipt; null for a key that something else was done under.
create function api.note(p_city text, p_exception text, p_key text, p_asked jsonb, p_operator text) returns jsonb
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
declare
  known ops.notice;
  why text;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key, 0));
  select * into known from ops.notice n where n.key = p_key;
  if found and (known.city, known.exception) <> (p_city, p_exception) then return null; end if;
  if not found then
    begin
      if (p_asked ->> 'at')::timestamptz > clock_timestamp() + interval '5 minutes' then
        why := '时间在将来';
      else
        insert into ops.notice values (p_key, p_city, p_exception, p_asked ->> 'deed', (p_asked ->> 'at')::timestamptz,
          (p_asked ->> 'until')::timestamptz, p_asked ->> 'reason', left(p_operator, 16));
      end if;
    exception when integrity_constraint_violation or data_exception then
      why := '内容不完整或不合规则';
    end;
  end if;
  return jsonb_build_object('contract', 'exceptions.note/1', 'key', p_key, 'state', case when why is null then 'done' else 'refused' end,
    'at', api.iso(clock_timestamp()), 'message', why);
end
$$;
revoke execute on function api.note from public;
grant execute on function api.note to wall;

-- The newest of a week, at most `p_most`; null of a city that is not here.
create function api.notices(p_city text, p_most int) returns jsonb
language sql stable security definer
set search_path = pg_catalog, pg_temp set timezone = 'Asia/Shanghai' as $$
  select jsonb_build_object('contract', 'exceptions.notices/1', 'asOf', api.iso(clock_timestamp()), 'rows', coalesce(
    (select jsonb_agg(jsonb_build_object('key', key, 'exception', exception, 'deed', deed, 'at', at, 'until', until, 'reason', reason,
      'by', operator) order by at desc)
     from (select * from ops.notice n where n.city = c.id and n.at > clock_timestamp() - interval '7 days' order by at desc limit p_most) as newest),
    '[]'))
  from ops.city c where c.id = p_city
$$;
revoke execute on function api.notices from public;
grant execute on function api.notices to wall;
