-- The tables an ordinary city has behind a wall, cut down to what the six datasets need. A city keeps its own tables and
-- gives the functions of views.sql something to read under these names: a view a table is enough.
-- Every figure is worked out "as of" a feed's last beat, so rows may carry moments that have not come yet.

create schema ops;
create schema api;

create table ops.city (
  id text primary key,
  code text not null unique,
  -- 全区, 全市: what a figure covers that no town can be told apart in.
  scope text not null,
  platform text not null
);

-- Towns, districts and the city itself; a code begins with the code of what it lies in.
create table ops.region (
  code text primary key,
  city text not null references ops.city,
  name text not null,
  short text not null,
  is_town boolean not null
);

-- Who keeps which data, and up to when it is loaded: the loader says so (ops.touch), nobody guesses it from the clock.
create table ops.feed (
  city text not null references ops.city,
  id text not null,
  dataset text not null,
  name text not null,
  owner text not null,
  cadence_seconds int not null,
  -- Null for a dataset that is put together from the others.
  beat timestamptz,
  primary key (city, id)
);

-- The limits of public/config/metrics that raise an exception.
create table ops.threshold (metric text primary key, value numeric not null);

-- Days that differ from Monday–Friday: public holidays, and weekends worked in exchange (调休).
create table ops.calendar (day date primary key, works boolean not null);

create table ops.department (
  city text not null references ops.city,
  id text not null,
  name text not null,
  library text not null,
  cycle_days int not null,
  primary key (city, id)
);

-- 12345 hotline. An order nobody could place carries the code of the city.
create table ops.category (key text primary key, label text not null, rank int not null);
create table ops.work_order (
  order_no text primary key,
  town text not null references ops.region,
  category text not null references ops.category,
  title text not null,
  dept text not null,
  -- Orders of one place and topic share it; null for an order that came once.
  cluster text,
  is_auto boolean not null,
  is_complaint boolean not null,
  accepted_at timestamptz not null,
  due_at timestamptz not null,
  dispatched_at timestamptz,
  signed_at timestamptz,
  replied_at timestamptz,
  closed_at timestamptz
);
create index on ops.work_order (accepted_at, order_no);
create index on ops.work_order (closed_at);
create index on ops.work_order (cluster, accepted_at) where cluster is not null;
create table ops.work_order_step (
  order_no text not null references ops.work_order,
  step text not null check (step in ('return', 'extend', 'rework', 'supervise')),
  at timestamptz not null,
  primary key (order_no, step)
);
create index on ops.work_order_step (at);
create table ops.key_item (
  city text not null references ops.city,
  title text not null,
  dept text not null,
  closed_on date not null,
  watch_until date not null
);

-- Service halls: counters with their hours on duty, tickets, reviews, self-service terminals.
create table ops.hall (
  id text primary key,
  town text not null references ops.region,
  name text not null,
  short text not null,
  is_main boolean not null
);
create table ops.queue_line (key text primary key, label text not null, rank int not null);
create table ops.business (key text primary key, label text not null, line text not null references ops.queue_line);
create table ops.counter (
  hall text not null references ops.hall,
  no int not null,
  line text not null references ops.queue_line,
  primary key (hall, no)
);
create table ops.duty (
  hall text not null,
  no int not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (hall, no, from_at),
  foreign key (hall, no) references ops.counter
);
create table ops.ticket (
  id bigint primary key,
  hall text not null references ops.hall,
  business text not null references ops.business,
  counter int not null,
  taken_at timestamptz not null,
  called_at timestamptz,
  done_at timestamptz,
  no_show boolean not null default false
);
create index on ops.ticket (hall, taken_at);
create table ops.review (
  ticket bigint primary key references ops.ticket,
  -- 1 非常满意 … 5 非常不满意; 4 and 5 are put right within due_at.
  level int not null check (level between 1 and 5),
  rated_at timestamptz not null,
  verified_at timestamptz,
  assigned_at timestamptz,
  mended_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz
);
create index on ops.review (rated_at);
create table ops.terminal (id text primary key, town text not null references ops.region);
create table ops.terminal_fault (
  terminal text not null references ops.terminal,
  kind text not null check (kind in ('offline', 'paper', 'reader', 'printer')),
  since timestamptz not null,
  restored_at timestamptz,
  primary key (terminal, since)
);

-- Video: channels, faults (one may take several channels with it), the daily inspection, the patrol's own log.
create table ops.camera_source (
  city text not null references ops.city,
  key text not null,
  label text not null,
  is_key boolean not null,
  owner text not null,
  primary key (city, key)
);
create table ops.camera_type (key text primary key, label text not null);
create table ops.camera (
  id int primary key,
  town text not null references ops.region,
  source text not null,
  type text not null references ops.camera_type
);
create table ops.camera_fault (
  id text primary key,
  town text not null references ops.region,
  source text not null,
  place text not null,
  kind text not null check (kind in ('断链', '黑屏', '遮挡', '偏移', '存储异常')),
  owner text not null,
  since timestamptz not null,
  dispatched_at timestamptz,
  taken_at timestamptz,
  restored_at timestamptz,
  closed_at timestamptz
);
create index on ops.camera_fault (closed_at);
create table ops.camera_fault_channel (
  fault text not null references ops.camera_fault,
  camera int not null references ops.camera,
  primary key (fault, camera)
);
create table ops.inspection (
  metric text not null,
  town text not null references ops.region,
  at timestamptz not null,
  checked int not null,
  failing int not null,
  unit text not null,
  primary key (metric, town, at)
);
create table ops.patrol_plan (
  city text not null references ops.city,
  key text not null,
  name text not null,
  channels int not null,
  dwell_seconds int not null,
  primary key (city, key)
);
create table ops.patrol_visit (
  city text not null,
  plan text not null,
  channel int not null,
  at timestamptz not null,
  primary key (city, plan, at, channel)
);

-- Data aggregation: daily loads, the catalogue, sharing calls by the hour, data issues, applications to higher levels.
create table ops.load_batch (
  city text not null,
  department text not null,
  day date not null,
  records bigint not null,
  checked bigint not null default 0,
  problems bigint not null default 0,
  primary key (city, department, day),
  foreign key (city, department) references ops.department
);
create index on ops.load_batch (city, day);
create table ops.catalogue_class (id text primary key, name text not null, metric text not null, rank int not null);
create table ops.catalogue (
  id text primary key,
  city text not null,
  class text not null references ops.catalogue_class,
  department text not null,
  is_mounted boolean not null,
  cycle_days int not null,
  updated_on date not null,
  foreign key (city, department) references ops.department
);
create table ops.consumer (city text not null, id text not null, name text not null, primary key (city, id));
create table ops.sharing_call_hour (
  city text not null,
  consumer text not null,
  hour timestamptz not null,
  calls int not null,
  failures int not null,
  primary key (city, hour, consumer),
  foreign key (city, consumer) references ops.consumer
);
create table ops.data_issue (
  no text primary key,
  city text not null references ops.city,
  town text references ops.region,
  title text not null,
  problem_rows int not null,
  owner text not null,
  raised_at timestamptz not null,
  claimed_at timestamptz,
  mended_at timestamptz,
  closed_at timestamptz
);
create table ops.return_source (
  city text not null references ops.city,
  id text not null,
  name text not null,
  count int not null,
  unit text not null,
  primary key (city, id)
);
create table ops.application (
  id text primary key,
  city text not null references ops.city,
  name text not null,
  level text not null,
  applied_on date not null,
  reviewed_on date,
  granted_on date,
  connected_on date
);

-- The total is a sum over years of loads: rolled up once a load instead of once a look.
create materialized view ops.load_total as
  select city, department, sum(records) as records, max(day) as until from ops.load_batch group by city, department;
create unique index on ops.load_total (city, department);

-- What the wall may ask for, and nothing else.
do $$
begin
  if not exists (select from pg_roles where rolname = 'wall') then create role wall login; end if;
end $$;
grant usage on schema api to wall;
