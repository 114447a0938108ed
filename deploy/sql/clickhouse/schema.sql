-- The hotline on a column store: every order goes into the raw table, the wall reads an hourly rollup of it. 200 million raw rows
-- took a second and more to group; their rollup (0.8 million rows) takes 10–27 ms.
-- Run with ClickHouse 18.16 (Debian 12), the only one at hand; views.sql needs 23.2 and was run with its parameter replaced by a
-- constant. Not run with a current server, nor with Doris or StarRocks: there the rollup is
--   create table order_hour (hour datetime, town varchar(12), category varchar(16), received bigint sum, complaints bigint sum)
--   aggregate key (hour, town, category) distributed by hash (town);
-- and the views are plain SQL after `quantileExact` becomes `percentile_approx`.

create database if not exists wall;

create table wall.work_order (
  order_no String,
  accepted_at DateTime,
  town String,
  category String,
  is_complaint UInt8
) engine = MergeTree partition by toYYYYMM(accepted_at) order by (accepted_at, order_no);

create table wall.order_hour (
  hour DateTime,
  town String,
  category String,
  received UInt64,
  complaints UInt64
) engine = SummingMergeTree partition by toYYYYMM(hour) order by (hour, town, category);

create materialized view wall.order_hour_feed to wall.order_hour as
select toStartOfHour(accepted_at) as hour, town, category, count() as received, sum(is_complaint) as complaints
from wall.work_order group by hour, town, category;

create table wall.town (code String, name String) engine = TinyLog;
create table wall.category (key String, label String) engine = TinyLog;

-- The loader writes a row after each load: what is in up to `beat` is complete, and the wall's data time is the last of them.
create table wall.feed (dataset String, beat DateTime) engine = MergeTree partition by tuple() order by (dataset, beat);
