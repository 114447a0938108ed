-- One answer of rows (part, key, label, n, low, high) from which the mapping of source.json makes a document. `region` is a
-- parameter of the view (ClickHouse 23.2 or newer); the server's time zone must be the city's. The text of the query stays in nginx:
--   upstream clickhouse { server 127.0.0.1:8123; keepalive 4; }
--   location ~ "^/api/clickhouse/hotline/(?<region>[0-9]{6,12})$" {
--     proxy_pass "http://clickhouse/?query=select+*+from+wall.hotline(region={region:String})+format+JSON&param_region=$region";
--     proxy_cache documents; proxy_cache_key $uri;
--   }

-- The moment everything is worked out for: the last beat, never the clock.
create view wall.at as select max(beat) as t, toStartOfDay(max(beat)) as midnight from wall.feed where dataset = 'hotline';

-- The same weekday over nine weeks, today the last of them.
create view wall.order_week as
select hour, toHour(hour) as h, toStartOfDay(hour) as day, town, category, received from wall.order_hour
where hour <= (select t from wall.at) and hour >= (select midnight from wall.at) - 8 * 604800
  and toDayOfWeek(hour) = toDayOfWeek((select t from wall.at));

create view wall.hotline as
select 'asOf' as part, '' as key, '' as label, toUInt64(toUnixTimestamp(t)) as n, toUInt64(0) as low, toUInt64(0) as high from wall.at
union all
select 'received' as part, '' as key, '' as label, sum(received) as n, toUInt64(0) as low, toUInt64(0) as high
from wall.order_week where startsWith(town, {region:String}) and day = (select midnight from wall.at)
union all
-- P10–P90 of the eight weeks before; a week without a row is a week with none.
select 'hour' as part, toString(h) as key, '' as label, sumIf(received, day = (select midnight from wall.at)) as n,
  toUInt64(floor(arrayReduce('quantileExact(0.1)', arrayResize(groupArrayIf(received, day < (select midnight from wall.at)), 8, toUInt64(0))))) as low,
  toUInt64(ceil(arrayReduce('quantileExact(0.9)', arrayResize(groupArrayIf(received, day < (select midnight from wall.at)), 8, toUInt64(0))))) as high
from (select h, day, sum(received) as received from wall.order_week where startsWith(town, {region:String}) group by h, day) group by h
union all
-- Whole hours only, so that today and the weeks before cover the same time.
select 'town' as part, code as key, any(name) as label, sumIf(received, day = (select midnight from wall.at)) as n,
  toUInt64(floor(arrayReduce('quantileExact(0.1)', arrayResize(groupArrayIf(received, day < (select midnight from wall.at)), 8, toUInt64(0))))) as low,
  toUInt64(ceil(arrayReduce('quantileExact(0.9)', arrayResize(groupArrayIf(received, day < (select midnight from wall.at)), 8, toUInt64(0))))) as high
from (
  select town as code, day, sum(received) as received from wall.order_week
  where startsWith(town, {region:String}) and h < (select toHour(t) from wall.at) group by code, day
) any inner join (select code, name from wall.town) using code group by code
union all
select 'category' as part, category as key, any(label) as label, sumIf(received, day = (select midnight from wall.at)) as n,
  sumIf(received, day = (select midnight from wall.at) - 604800 and h < (select toHour(t) from wall.at)) as low, toUInt64(0) as high
from (select category, day, h, sum(received) as received from wall.order_week where startsWith(town, {region:String}) group by category, day, h)
any inner join (select key as category, label from wall.category) using category group by category;
