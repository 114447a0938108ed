import type { ShapeRules } from '../../../src/config/source'

/** Answers as real systems write them, the mapping of each, and the operation it must come to. */
export interface Golden {
  readonly from: string
  readonly answer: unknown
  readonly rules: Partial<ShapeRules>
  readonly operation: unknown
}

const at = '2026-11-22T09:13:00+08:00'

export const GOLDEN: readonly Golden[] = [
  {
    from: 'WVP-GB28181: code 0, page in data',
    answer: {
      code: 0,
      msg: '成功',
      data: {
        total: 36000,
        list: [
          {
            gbDeviceId: '44011100081326000001',
            gbStatus: 'ON',
            gbPassword: 'p',
            gbLongitude: 113.3,
            gbLatitude: 23.2,
          },
        ],
      },
    },
    rules: {
      envelope: { code: 'code', ok: [0], auth: [401], message: 'msg', data: 'data' },
      enums: { online: { ON: true, OFF: false } },
      map: [
        '{',
        '  "asOf": $receivedAt,',
        '  "operation": {',
        '    "total": $measure(total, "路", "此刻"),',
        '    "cameras": $rows(list, function($c) {',
        '      { "id": $c.gbDeviceId, "online": $enum("online", $c.gbStatus), "lng": $c.gbLongitude, "lat": $c.gbLatitude, "pw": $c.gbPassword }',
        '    })',
        '  }',
        '}',
      ],
    },
    operation: {
      total: { value: 36000, unit: '路', period: '此刻' },
      cameras: [{ id: '44011100081326000001', online: true, lng: 113.3, lat: 23.2 }],
    },
  },
  {
    from: 'RuoYi TableDataInfo: rows and total beside the code, 19-digit keys',
    answer: `{"code":200,"msg":"查询成功","total":"1,843","rows":[{"id":1934567890123456789,"gdbh":"440111202611180001","lxr":"张三丰","lxdh":13812345678,"bt":"路灯不亮","gdzt":"2","slsj":"2026-11-22 09:13:00"}]}`,
    rules: {
      envelope: { code: 'code', ok: [200], auth: [401], message: 'msg' },
      enums: { stage: { 1: 'dispatch', 2: 'process' } },
      personal: { lxr: 'name', lxdh: 'phone' },
      map: `{ "asOf": $cnTime(rows[0].slsj), "operation": {
        "received": $num(total),
        "orders": rows.{ "key": id, "orderNo": gdbh, "who": lxr, "call": lxdh, "title": bt, "stage": $enum("stage", gdzt), "acceptedAt": $cnTime(slsj) }[]
      } }`,
    },
    operation: {
      received: 1843,
      orders: [
        {
          key: '1934567890123456789',
          orderNo: '440111202611180001',
          who: '张**',
          call: '138****5678',
          title: '路灯不亮',
          stage: 'process',
          acceptedAt: at,
        },
      ],
    },
  },
  {
    from: 'JeecgBoot: success, records in result, epoch in ms',
    answer: {
      success: true,
      code: 200,
      message: '',
      result: { records: [{ bm: '民政局', sl: 12 }], total: 1 },
      timestamp: 1795309980000,
    },
    rules: {
      envelope: { code: 'success', ok: [true], auth: [], message: 'message' },
      map: '{ "asOf": $iso(timestamp), "operation": { "depts": result.records.{ "dept": bm, "count": sl }[] } }',
    },
    operation: { depts: [{ dept: '民政局', count: 12 }] },
  },
  {
    from: 'layui: count beside data, figures written for readers',
    answer: {
      code: 0,
      msg: '',
      count: 2,
      data: [
        { k: '累计', v: '56.07亿条' },
        { k: '及时率', v: '99.99%' },
      ],
    },
    rules: {
      envelope: { code: 'code', ok: [0], auth: [], data: 'data' },
      map: '{ "asOf": $receivedAt, "operation": { "records": $cn($[k="累计"].v), "timely": $rate($[k="及时率"].v, "今日") } }',
    },
    operation: { records: 5607000000, timely: { value: 99.99, unit: '%', period: '今日' } },
  },
  {
    from: 'Open311 GeoReport: a bare list',
    answer: [
      {
        service_request_id: '211012000123',
        status: 'open',
        service_name: '噪音扰民',
        description: '夜间施工，电话13812345678',
        agency_responsible: '区城管局',
        requested_datetime: '2026-11-22T09:13:00+08:00',
        lat: 23.2,
        long: 113.3,
      },
    ],
    rules: {
      map: '{ "asOf": $iso($max(requested_datetime.$toMillis($))), "operation": { "open": $count($[status="open"]), "orders": $.{ "orderNo": service_request_id, "title": description, "lng": long, "lat": lat }[] } }',
    },
    operation: {
      open: 1,
      orders: [{ orderNo: '211012000123', title: '夜间施工，电话138****5678', lng: 113.3, lat: 23.2 }],
    },
  },
  {
    from: 'NGSI-LD, normalised: value and observedAt wrapped',
    answer: [
      {
        id: 'urn:ngsi-ld:QueueMonitor:hall1',
        type: 'QueueMonitor',
        ticketsToServe: { type: 'Property', value: 12, observedAt: '2026-11-22T01:13:00Z' },
      },
    ],
    rules: {
      map: '{ "asOf": $[0].ticketsToServe.observedAt, "operation": { "halls": $.{ "id": id, "waiting": ticketsToServe.value }[] } }',
    },
    operation: { halls: [{ id: 'urn:ngsi-ld:QueueMonitor:hall1', waiting: 12 }] },
  },
  {
    from: 'Prometheus query_range: pairs of seconds and text',
    answer: {
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          {
            metric: { hall: 'h1' },
            values: [
              [1795309980, '3'],
              [1795310040, '5'],
            ],
          },
        ],
      },
    },
    rules: {
      envelope: { code: 'status', ok: ['success'], auth: [], message: 'error', data: 'data.result' },
      map: '{ "asOf": $iso($[0].values[-1][0]), "operation": { "series": $rows($, function($s) { { "hall": $s.metric.hall, "points": $rows($s.values, function($p) { [$iso($p[0]), $num($p[1])] }) } }) } }',
    },
    operation: {
      series: [
        {
          hall: 'h1',
          points: [
            ['2026-11-22T09:13:00+08:00', 3],
            ['2026-11-22T09:14:00+08:00', 5],
          ],
        },
      ],
    },
  },
  {
    from: 'PostgREST: a bare list of rows to add up',
    answer: [
      { category: '噪声', n: 7 },
      { category: '占道', n: 12 },
      { category: '路灯', n: 1 },
    ],
    rules: {
      map: '{ "asOf": $receivedAt, "operation": { "received": $sum(n), "categories": $^(>n)[[0..1]].{ "label": category, "count": n }[] } }',
    },
    operation: {
      received: 20,
      categories: [
        { label: '占道', count: 12 },
        { label: '噪声', count: 7 },
      ],
    },
  },
  {
    from: 'CKAN package_search: facets and dates without a zone',
    answer: {
      success: true,
      result: {
        count: 164,
        results: [{ title: '空气质量', metadata_modified: '2026-11-22T01:13:00.123456' }],
        search_facets: { organization: { items: [{ display_name: '市教育局', count: 12 }] } },
      },
    },
    rules: {
      envelope: { code: 'success', ok: [true], auth: [], data: 'result' },
      zone: 'Z',
      map: '{ "asOf": results[0].metadata_modified, "operation": { "datasets": count, "orgs": search_facets.organization.items.{ "org": display_name, "count": count }[] } }',
    },
    operation: { datasets: 164, orgs: [{ org: '市教育局', count: 12 }] },
  },
  {
    from: 'ClickHouse FORMAT JSON: 64-bit numbers in text',
    answer: {
      meta: [{ name: 'dept', type: 'String' }],
      data: [
        { dept: '民政局', n: '5000000' },
        { dept: '教育局', n: '607115828' },
      ],
      rows: 2,
      statistics: { elapsed: 0.01 },
    },
    rules: {
      map: '{ "asOf": $receivedAt, "operation": { "total": $sum(data.$num(n)), "rows": data.{ "dept": dept, "n": $num(n) }[] } }',
    },
    operation: {
      total: 612115828,
      rows: [
        { dept: '民政局', n: 5000000 },
        { dept: '教育局', n: 607115828 },
      ],
    },
  },
]
