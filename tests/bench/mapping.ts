import {
  numberColumn,
  flagColumn,
  placeColumn,
  textColumn,
  timeColumn,
  codeColumn,
} from '../../src/contract/records/kind'
import { PLAIN_CALENDAR } from '../../src/lib/working-time'
import { evaluate } from '../../src/data/mapping/expression'
import { mapRows } from '../../src/data/mapping/map-rows'
import { shape, type ShapeJob } from '../../src/data/shape/shape'

const ROWS = 36_000

const TOWNS = Array.from({ length: 24 }, (_, i) => ({
  code: String(990_101_001 + i),
  name: `${String.fromCodePoint(0x4e00 + 37 * i)}湖街道`,
}))

const COLUMNS = {
  id: textColumn(40, { about: '' }),
  name: textColumn(40, { about: '' }),
  online: flagColumn({ about: '' }),
  type: codeColumn(null, { about: '' }),
  source: codeColumn(null, { about: '' }),
  town: placeColumn({ about: '' }),
  lng: numberColumn(-180, 180, { about: '' }),
  lat: numberColumn(-90, 90, { about: '' }),
  since: timeColumn({ about: '' }),
  changedAt: timeColumn({ about: '' }),
}

/** Channels as a video platform lists them. */
const channels = () =>
  Array.from({ length: ROWS }, (_, i) => ({
    gbDeviceId: `9901011320${String(i).padStart(10, '0')}`,
    gbName: `${TOWNS[i % 24]?.name ?? ''}东路${i % 90}号枪机`,
    gbStatus: i % 9 === 0 ? 'OFF' : 'ON',
    gbPtzType: i % 5,
    dev: { src: `0${i % 8}` },
    gbAddress: `测试区${TOWNS[i % 24]?.name ?? ''}第${i % 300}段`,
    gbLongitude: String(113 + (i % 1000) / 1000),
    gbLatitude: 23 + (i % 1000) / 1000,
    createTime: '2026-11-18 10:42:00',
    updateTime: 1_795_309_980_000 + i,
    gbPassword: 'x',
  }))

const RULES: ShapeJob['rules'] = {
  enums: { source: { '00': 'police', '04': 'traffic', else: 'other' } },
  personal: {},
  zone: '+08:00',
  crs: 'WGS-84',
  about: { name: 'x', owner: 'x', cadenceSeconds: 60 },
  records: {
    size: 1000,
    firstPage: 1,
    maxRows: 400_000,
    wholeEveryMs: 21_600_000,
    dirtyShare: 0.05,
    optional: false,
    fields: {
      id: 'gbDeviceId',
      name: 'gbName',
      online: { from: 'gbStatus', codes: { ON: true, OFF: false } },
      type: { from: 'gbPtzType', codes: { '1': '球机', '2': '半球', else: '其他' } },
      source: { from: 'dev.src', table: 'source' },
      town: { from: 'gbAddress', find: 'town' },
      lng: 'gbLongitude',
      lat: 'gbLatitude',
      since: 'createTime',
      changedAt: { from: ['updateTime', 'createTime'] },
    },
  },
}

const job: ShapeJob = {
  bytes: new TextEncoder().encode(JSON.stringify(channels())),
  rules: RULES,
  scope: {
    resource: 'video',
    kind: 'records',
    contract: 'video/1',
    city: 'ceshi',
    region: '990101',
    receivedAt: '2026-11-18T10:42:05+08:00',
    town: null,
    limits: {},
    calendar: PLAIN_CALENDAR,
    count: null,
    parts: {},
    audience: 'duty',
    names: { town: TOWNS, dept: [] },
  },
}

/** Milliseconds of CPU that `work` takes in this process. */
async function cpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 1000)
}

/** `npm run -s bench -- mapping`: what it costs to shape and map 36,000 rows of 10 fields, by rules alone and with one of them in JSONata. */
export async function main(): Promise<void> {
  const fields = RULES.records?.fields ?? {}
  const rows = channels()
  const tools = { job, columns: COLUMNS, evaluate }
  const withOne = { ...fields, name: { map: '$substring(gbName, 0, 16)' } }
  const result = {
    rows: ROWS,
    fields: Object.keys(fields).length,
    cpuMs: {
      'bytes to masked rows': await cpu(() => shape(job, evaluate)),
      'rows to records, first time': await cpu(() => mapRows(rows, fields, tools)),
      'rows to records': await cpu(() => mapRows(rows, fields, tools)),
      'with one field in JSONata': await cpu(() => mapRows(rows, withOne, tools)),
    },
  }
  console.log(JSON.stringify(result, null, 2))
}
