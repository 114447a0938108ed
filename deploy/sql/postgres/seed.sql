-- TEST DATA, all of it invented (联调测试库), to try the views and the wall without a city's systems behind them:
--   psql -v clock="$(date -Is)" -v towns="$(jq -c '[.features[].properties]' public/maps/baiyun.json)" -f seed.sql
-- The same clock gives the same rows. Events reach a day past the clock, so that moving the beat is enough to make time pass.

create schema seed;
create table seed.at as select :'clock'::timestamptz as t;
-- A draw between 0 and 1 that depends on its arguments only.
create function seed.u(k bigint, n int) returns float8 language sql immutable as $$
  select (hashint8extended(k * 1000 + n, 7) & 1073741823)::float8 / 1073741824
$$;
create function seed.pick(list text[], u float8) returns text language sql immutable as $$
  select list[1 + floor(u * cardinality(list))::int]
$$;
set timezone = 'Asia/Shanghai';
set jit = off;

insert into ops.city values ('baiyun', '440111', '全区', '联调测试平台');
insert into ops.region values ('440111', 'baiyun', '白云区', '白云区', false);
insert into ops.region select x ->> 'code', 'baiyun', x ->> 'name', x ->> 'short', true from jsonb_array_elements(:'towns') as x;
insert into ops.feed select 'baiyun', id, dataset, name || '（联调测试库）', '联调测试', cadence, beat from seed.at,
  lateral (values ('hotline', 'hotline', '热线工单', 60, t), ('service-hall', 'service-hall', '叫号评价', 60, t), ('video', 'video', '视频汇聚', 120, t),
    ('data-aggregation', 'data-aggregation', '数据日批次', 86400,
      date_trunc('day', t) + case when t::time < '06:00' then interval '-18 hours' else interval '6 hours' end),
    ('sharing', 'data-aggregation', '共享接口', 3600, t), ('exceptions', 'exceptions', '处置清单', 120, null), ('city-overview', 'city-overview', '城市态势', 120, null)
  ) as f (id, dataset, name, cadence, beat);
insert into ops.threshold values ('hotline_repeat_cluster', 24), ('hotline_p90_days', 10), ('hall_longest_wait', 30), ('terminal_faults_town', 2), ('eval_bad_overdue', 0),
  ('eval_closure_days', 5), ('video_online_rate_key', 98), ('video_online_rate_sector', 95), ('video_group_offline', 2), ('data_zero_loads', 1),
  ('data_ontime_rate', 95), ('data_share_success_rate', 99), ('data_issue_age', 10);
-- Whatever day it is, the halls have one to show, and four of the same weekday to compare it with.
insert into ops.calendar select t::date - 7 * k, true from seed.at, generate_series(0, 4) as k;

-- Hotline: 330 orders a day over 61 days, most handled within two days, some dragged to the limit of ten and a few past it.
insert into ops.category values ('noise', '噪声扰民', 1), ('street', '占道经营', 2), ('illegal', '违法建设', 3), ('parking', '停车管理', 4), ('estate', '物业管理', 5),
  ('sanitation', '市容环卫', 6), ('labour', '劳动纠纷', 7), ('water', '供水供电', 8), ('consumer', '消费维权', 9), ('traffic', '道路交通', 10), ('other', '其他', 11);
create table seed.topic as select row_number() over () as n, * from (values
  ('noise', '施工噪声扰民', '区生态环境分局'), ('noise', '夜间音响扰民', '区生态环境分局'), ('noise', '广场舞噪声', '区生态环境分局'), ('street', '流动摊贩占道', '区城管局'),
  ('street', '店铺占道堆物', '区城管局'), ('illegal', '疑似违法搭建', '区城管局'), ('parking', '路内停车收费', '区交通局'), ('parking', '小区停车难', '区交通局'),
  ('estate', '电梯故障未修', '区住建局'), ('estate', '物业服务投诉', '区住建局'), ('sanitation', '垃圾清运不及时', '区城管局'), ('labour', '欠薪求助', '区人社局'),
  ('water', '水压不足', '区水务局'), ('consumer', '预付卡退费', '区市场监管局'), ('traffic', '路面破损', '区交通局'), ('other', '政策咨询', '区政数局'), ('other', '证照办理咨询', '区政数局')
) as v (category, title, dept);
create table seed.town as select row_number() over (order by code) as n, code, short from ops.region where is_town;
-- Without statistics the joins below are planned for tables ten times as large.
analyze seed.town, seed.topic;
insert into ops.work_order
select to_char(accepted, 'YYMMDD') || lpad((100000 + i * 7)::text, 12, '0'), town, category, title, dept,
  case when seed.u(k, 6) < 0.075 then code_n || '|' || category end, auto, seed.u(k, 7) < 0.68, accepted, accepted + interval '10 days',
  sent, signed, replied, case when direct then replied else replied + (0.04 + 0.8 * power(seed.u(k, 14), 2)) * interval '1 day' end
from (
  select *, case when direct then signed
    when ready < accepted + interval '8.6 days' then ready
    when seed.u(k, 13) < 0.1 then accepted + interval '10.05 days' + seed.u(k, 15) * interval '20 hours'
    else accepted + interval '8.6 days' + seed.u(k, 15) * interval '33 hours' end as replied
  from (
    select *, signed + (-ln(1 - 0.9999 * seed.u(k, 11)) * case when seed.u(k, 12) < 0.8 then 1.25 else 4.6 end) * interval '1 day' as ready
    from (
      select *, case when direct then sent else sent + (0.2 + 1.9 * seed.u(k, 10)) * interval '1 hour' end as signed
      from (
        select *, case when direct then accepted else accepted + (1 + case when auto then 3 else 50 end * seed.u(k, 9)) * interval '1 minute' end as sent
        from (
          select k, i, day + case when seed.u(k, 1) < 0.1 then 24 * seed.u(k, 2) when seed.u(k, 1) < 0.6 then 8 + 4 * seed.u(k, 2) else 13.5 + 6 * seed.u(k, 2) end
              * interval '1 hour' as accepted, w.code as town, w.n as code_n, c.category, c.title, c.dept, seed.u(k, 8) < 0.28 as direct,
            seed.u(k, 8) > 0.28 and seed.u(k, 5) < 0.68 as auto
          from (select day, i, extract(epoch from day)::bigint / 86400 * 1000 + i as k
            from (select date_trunc('day', t) - d * interval '1 day' as day from seed.at, generate_series(-1, 60) as d) as days,
            generate_series(1, case when extract(isodow from day) > 5 then 250 else 360 end) as i) as n
          join seed.town w on w.n = 1 + floor((select count(*) from seed.town) * power(seed.u(k, 3), 1.3))::int
          join seed.topic c on c.n = 1 + floor(17 * power(seed.u(k, 4), 1.5))::int offset 0) as a offset 0) as b offset 0) as c offset 0) as d offset 0) as e;
-- Two orders are overdue whatever the clock says, and nobody has closed them.
insert into ops.work_order
select '99' || lpad(late::text, 16, '0'), w.code, 'noise', '施工噪声扰民', '区生态环境分局', null, true, true, t - interval '10 days' - late * interval '3 hours',
  t - late * interval '3 hours', t - interval '9.9 days', t - interval '9.8 days', null, null
from seed.at, generate_series(1, 2) as late join seed.town w on w.n = late;
insert into ops.work_order_step
select order_no, step, signed_at + interval '1 hour' from ops.work_order o,
  lateral (values ('return', is_auto and seed.u(right(order_no, 10)::bigint, 20) < 0.1), ('extend', seed.u(right(order_no, 10)::bigint, 21) < 0.006),
    ('rework', seed.u(right(order_no, 10)::bigint, 22) < 0.05)) as s (step, happened) where happened and dispatched_at > accepted_at;
insert into ops.work_order_step select order_no, 'supervise', accepted_at + interval '8 days' from ops.work_order
  where coalesce(replied_at, 'infinity') > accepted_at + interval '8 days';
insert into ops.key_item select 'baiyun', seed.pick(array['城中村供水改造', '夜间施工噪声整治', '老旧小区加装电梯', '校门口拥堵治理'], seed.u(k, 30)), '区住建局',
  t::date - 16 * k, t::date - 16 * k + 92 from seed.at, generate_series(1, 7) as k;

-- Halls: each counter serves one after the other, so no two tickets meet at it; people wait longest at ten and at three.
insert into ops.hall select h.id, code, h.name, h.short, h.id = 'main' from (values ('main', '云城', '区政务服务中心', '区中心'), ('branch-1', '太和', '太和镇便民服务中心', '太和'),
  ('branch-2', '石井', '石井街道便民服务中心', '石井'), ('branch-3', '同德', '同德街道便民服务中心', '同德')) as h (id, town, name, short) join seed.town w on w.short = h.town;
insert into ops.queue_line values ('general', '综合受理', 1), ('firms', '企业专区', 2), ('estate', '不动产税务', 3);
insert into ops.business values ('social', '社会保险', 'general'), ('medical', '医疗保障', 'general'), ('fund', '公积金', 'general'), ('other', '其他事项', 'general'),
  ('setup', '企业开办', 'firms'), ('change', '变更注销', 'firms'), ('property', '不动产', 'estate'), ('tax', '涉税业务', 'estate');
insert into ops.counter select id, no, case when not is_main or no <= 6 then 'general' when no <= 9 then 'firms' else 'estate' end
  from ops.hall, lateral generate_series(1, case when is_main then 12 else 4 end) as no;
create table seed.workday as select day from seed.at, lateral generate_series(date_trunc('day', t) - interval '30 days', date_trunc('day', t) + interval '1 day', '1 day') as day
  where api.is_workday(day::date);
insert into ops.duty select hall, no, day + f * interval '1 hour', day + u * interval '1 hour' from ops.counter, seed.workday,
  lateral (values (9, case no % 2 when 0 then 12 else 17 end), (case no % 2 when 0 then 14 end, 17)) as d (f, u) where f is not null and no < 12;
analyze ops.duty, ops.counter, ops.business;
insert into ops.ticket
select row_number() over (order by called, hall, no), hall, business, no, called - (waits + seed.u(k, 2) * 6) * interval '1 minute', called,
  called + case when missed then 0.5 else 4 + 5 * seed.u(k, 3) end * interval '1 minute', missed
from (
  select d.hall, d.no, k, seed.u(k, 4) < 0.04 as missed, d.from_at + (n * 10 + seed.u(k, 1)) * interval '1 minute' as called,
    -- Busy at ten and at three, and not every day alike.
    case when d.hall = 'main' then 14 else 3 end * (0.6 + 0.7 * seed.u(extract(epoch from d.from_at)::bigint / 86400, 6))
      * (array[0.5, 1, 0.9, 0.5, 0.4, 0.7, 0.9, 0.6])[extract(hour from d.from_at + n * interval '10 minutes')::int - 8] as waits,
    seed.pick(b.keys, seed.u(k, 5)) as business
  from ops.duty d join ops.counter c using (hall, no) join (select line, array_agg(key order by key) as keys from ops.business group by line) as b using (line),
    lateral generate_series(0, (extract(epoch from to_at - from_at) / 600)::int - 1) as n,
    lateral (select (extract(epoch from d.from_at)::bigint / 60 + n) * 1000 + d.no * 10 + ascii(right(d.hall, 1)) % 10 as k) as key) as x;
insert into ops.review
select id, level, done_at + interval '2 minutes', done_at + b * interval '20 hours', done_at + b * interval '30 hours', done_at + b * interval '70 hours',
  done_at + b * interval '90 hours', case when b is not null then api.after_workdays(done_at::date, 5) + interval '17 hours' end
from (select id, done_at, level, case when level >= 4 then 0.5 + 1.5 * seed.u(id, 42) end as b from (
  select id, done_at, case when seed.u(id, 41) < 0.925 then 1 when seed.u(id, 41) < 0.99 then 2 when seed.u(id, 41) < 0.997 then 3 when seed.u(id, 41) < 0.999 then 4 else 5 end as level
  from ops.ticket where not no_show and seed.u(id, 40) < 0.52) as x) as y;
insert into ops.terminal select code || '-' || no, code from seed.town, generate_series(1, 4) as no;
insert into ops.terminal_fault select town || '-' || n, kind, t - hours * interval '1 hour', t - hours * interval '1 hour' + lasts * interval '1 hour' from seed.at,
  lateral (select (select code from seed.town where seed.town.n = x.w) as town, * from (values (1, 1, 'offline', 3, 9), (1, 2, 'offline', 2, 8), (1, 3, 'offline', 1, 7), (4, 1, 'paper', 5, 12),
    (7, 2, 'reader', 20, 30), (9, 1, 'printer', 4, 5)) as x (w, n, kind, hours, lasts)) as f;

-- Video: 3,600 channels, about one in a hundred offline, and one uplink with twelve channels down since more than two hours.
insert into ops.camera_source values ('baiyun', 'police', '公安', true, '区公安分局'), ('baiyun', 'urban', '城管', true, '区城管局'), ('baiyun', 'traffic', '交通', true, '区交通局'),
  ('baiyun', 'town', '镇街', false, '镇街综治办'), ('baiyun', 'school', '教育', false, '区教育局'), ('baiyun', 'water', '水务', false, '区水务局');
insert into ops.camera_type values ('ptz', '球机'), ('dome', '半球'), ('fixed', '固定枪机'), ('remote', '遥控枪机'), ('panorama', '全景');
insert into ops.camera select c, w.code, seed.pick(array['police', 'police', 'police', 'police', 'urban', 'traffic', 'town', 'town', 'school', 'water'], seed.u(c, 50)),
  seed.pick(array['ptz', 'dome', 'fixed', 'fixed', 'remote', 'panorama'], seed.u(c, 51)) from generate_series(1, 3600) as c join seed.town w on w.n = 1 + c % 24;
create table seed.fault as select 'f' || n as id, c.id as camera, c.town, c.source, n, t - interval '16 days' + n * interval '19 minutes' as since,
    (0.5 - ln(1 - 0.999 * seed.u(n, 61)) * 11) * interval '1 hour' as lasts
  from seed.at, generate_series(1, 1280) as n join ops.camera c on c.id = 1 + floor(3600 * seed.u(n, 60))::int;
insert into seed.fault select 'uplink-' || c.n, c.id, c.town, 'water', 9000 + c.n, t - interval '140 minutes', '30 hours'
  from seed.at, (select *, row_number() over (order by id) as n from ops.camera where town = '440111103') as c where c.n <= 12;
insert into ops.camera_fault
select case when n > 9000 then 'uplink' else f.id end, town, source, case when n > 9000 then '河道' else seed.pick(array['主干道', '路口', '广场', '社区', '校门口'], seed.u(n, 62)) end,
  case when n > 9000 or seed.u(n, 63) < 0.86 then '断链' else seed.pick(array['黑屏', '遮挡', '偏移', '存储异常'], seed.u(n, 64)) end, coalesce(nullif(s.owner, ''), '镇街综治办'), since,
  since + 0.1 * lasts, since + 0.25 * lasts, since + lasts, since + lasts + interval '3 hours'
from seed.fault f join ops.camera_source s on s.key = f.source where n <= 9001;
insert into ops.camera_fault_channel select case when n > 9000 then 'uplink' else id end, camera from seed.fault;
insert into ops.inspection select metric, w.code, date_trunc('day', t) - d * interval '1 day' + interval '6 hours', 150 * scale, floor(150 * scale * share * (0.6 + 0.8 * seed.u(w.n * 100 + d, rank)))::int, unit
  from seed.at, seed.town w, generate_series(-1, 2) as d, (values ('video_intact_rate', 70, 1, 0.017, '路'), ('video_label_rate', 71, 1, 0.014, '路'), ('video_record_rate', 72, 24, 0.012, '路时')) as m (metric, rank, scale, share, unit);
insert into ops.patrol_plan values ('baiyun', 'junction', '重点路口', 96, 15), ('baiyun', 'river', '河道与泵站', 60, 15), ('baiyun', 'school', '校园周边', 72, 15);
insert into ops.patrol_visit select p.city, p.key, 1 + i % p.channels, shift + (p.rank - 1) * interval '3 hours' + i * interval '1 minute' from
  (select *, row_number() over (order by key) as rank from ops.patrol_plan) as p,
  lateral (select date_trunc('day', t) + h * interval '1 hour' as shift from seed.at, unnest(array[-16, -4, 8, 20, 32]) as h) as s, lateral generate_series(0, p.channels - 1) as i;

-- Data: daily loads of 24 departments on top of what they had, the catalogue, calls by the hour, issues, applications.
insert into ops.department select 'baiyun', 'd' || lpad(n::text, 2, '0'), name, library, case when n > 20 then 7 else 1 end from unnest(
  array['区公安分局', '区市场监管局', '区规资分局', '区医保分局', '区卫健局', '区政数局', '区人社局', '区税务局', '区城管局', '区来穗局', '区交通局', '区教育局', '区住建局', '区供电局', '区水务局', '区环境分局', '区民政局', '区应急局', '区消防大队', '区气象局', '区司法局', '区财政局', '区统计局', '区档案馆'],
  array['人口库', '市场主体库', '不动产登记库', '医保结算库', '诊疗服务库', '政务服务库', '社保参保库', '涉税信息库', '城管案件库', '来穗人员库', '道路运输库', '学籍库', '建设工程库', '用电量库', '河道水情库', '环境监测库', '社会救助库', '安全生产库', '消防检查库', '气象观测库', '行政执法库', '预算执行库', '名录库', '档案目录库'])
  with ordinality as d (name, library, n);
insert into ops.load_batch
select d.city, d.id, day, r, r * 62 / 100, r * 62 / 100 * 34 / 10000 from (
  select d.*, b.day, floor(case when b.n = 90 then 2e8 else 3e5 end / (1 + rank) * (0.8 + 0.4 * seed.u(b.n * 100 + rank, 80)))::bigint
    -- One store has been empty for two loads.
    * case when rank = 3 and b.n <= 1 then 0 else 1 end as r
  from (select *, right(id, 2)::int as rank from ops.department) as d,
    lateral (select beat::date - 1 - n as day, n from ops.feed, generate_series(0, 90) as n where id = 'data-aggregation') as b
  where b.n = 90 or d.cycle_days = 1 or extract(isodow from b.day) = 1) as d;
refresh materialized view ops.load_total;
insert into ops.catalogue_class values ('provincial', '政务省级', 'data_mount_rate_provincial', 1), ('gov-custom', '政务个性化', 'data_mount_rate_gov_custom', 2),
  ('social', '社会数据', 'data_mount_rate_social', 3), ('economic', '经济数据', 'data_mount_rate_economic', 4);
insert into ops.catalogue select 'e' || n, 'baiyun', class, 'd' || lpad((1 + n % 24)::text, 2, '0'), class = 'provincial' or seed.u(n, 90) > 0.03, 30,
    t::date - floor(case when seed.u(n, 91) < 0.038 then 40 else 20 * seed.u(n, 92) end)::int
  from seed.at, generate_series(1, 600) as n, lateral (select seed.pick(array['provincial', 'gov-custom', 'social', 'economic'], seed.u(n, 93)) as class) as c;
insert into ops.consumer select 'baiyun', 'c' || lpad(n::text, 2, '0'), name from unnest(array['城市运行平台', '区政数局', '区来穗局', '区公安分局', '区教育局', '区卫健局', '区住建局', '镇街分平台']) with ordinality as c (name, n);
-- Calls of the hour `h` that begin before `until`: the running hour grows.
create function seed.calls(h timestamptz, until timestamptz) returns table (city text, consumer text, hour timestamptz, calls int, failures int) language sql stable as $$
  select 'baiyun', id, h, n, floor(n * 0.004 * seed.u(k, 96))::int from ops.consumer,
    lateral (select extract(epoch from h)::bigint / 3600 * 100 + right(id, 2)::int as k) as key,
    lateral (select floor((array[5, 4, 14, 15, 6, 5, 8, 22, 68, 96, 100, 88, 46, 52, 84, 92, 88, 66, 34, 24, 20, 16, 11, 7])[1 + extract(hour from h)::int] * 6.0
      / right(id, 2)::int * (0.85 + 0.3 * seed.u(k, 95)) * least(1, extract(epoch from until - h) / 3600))::int as n) as calls
$$;
insert into ops.sharing_call_hour select c.* from seed.at, generate_series(date_trunc('day', t) - interval '56 days', t, '1 hour') as h, lateral seed.calls(h, t) as c;
insert into ops.data_issue select 'WT' || to_char(raised, 'MMDD') || '-' || lpad(i.n::text, 2, '0'), 'baiyun', w.code,
    seed.pick(array['证件号校验不过', '主键重复', '必填项空值超限', '字典编码不符', '地址缺镇街码', '更新晚于周期'], seed.u(i.n, 101)), 20 + i.n * 3, coalesce(w.short || '镇街', '区公安分局'), raised,
    raised + 0.1 * lasts, raised + 0.8 * lasts, raised + lasts
  from (select n, t - n * interval '9 hours' as raised, (1 + 6 * seed.u(n, 102)) * interval '1 day' as lasts from seed.at, generate_series(0, 60) as n) as i left join seed.town w on i.n % 3 = 0 and w.n = 1 + i.n % 24;
insert into ops.return_source values ('baiyun', 'province', '省级', 39, '类'), ('baiyun', 'city', '市级', 18, '类');
insert into ops.application select 'HL-' || lpad(n::text, 3, '0'), 'baiyun', seed.pick(array['婚姻登记核验', '不动产抵押', '机动车登记', '医保参保状态'], seed.u(n, 110)), seed.pick(array['省级', '市级'], seed.u(n, 111)),
  t::date - n * 4, t::date - n * 4 + 3, t::date - n * 4 + 8, t::date - n * 4 + 14 from seed.at, generate_series(0, 20) as n;

-- What the loaders of a city do every few seconds, for the test stack: bring the running hour up to `at`, say that all is loaded.
create function seed.tick(at timestamptz) returns void language sql as $$
  insert into ops.sharing_call_hour select * from seed.calls(date_trunc('hour', at), at)
    on conflict (city, hour, consumer) do update set calls = excluded.calls, failures = excluded.failures;
  select ops.touch('baiyun', id, at) from unnest(array['hotline', 'service-hall', 'video', 'sharing']) as id;
$$;
analyze;
