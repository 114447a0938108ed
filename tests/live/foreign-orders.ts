import { readCalendar } from '../../mock-data/generator/calendar'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { demo } from '../../src/demo/hotline/demo'
import { DAY, isoTime, MINUTE, parseTime } from '../../src/lib/calendar'

/** When these orders were like this; they are moved to the time of the database that they are put into. */
const MADE = parseTime('2026-11-18T10:42:03+08:00')
const ORDERS = 5000
const TYPES = ['咨询', '求助', '投诉', '举报', '建议']
const MODES = ['direct', 'auto', 'manual']

const moment = z.nullable(z.string())
const order = z.object({
  orderNo: z.string(),
  title: z.nullable(z.string()),
  type: z.string(),
  category: z.nullable(z.string()),
  dept: z.nullable(z.string()),
  town: z.nullable(z.object({ code: z.string(), name: z.string() })),
  mode: z.string(),
  acceptedAt: z.string(),
  dispatchedAt: moment,
  signedAt: moment,
  returnedAt: moment,
  returnReason: z.nullable(z.string()),
  reassignedAt: moment,
  reassignedFrom: z.nullable(z.string()),
  repliedAt: moment,
  reworkedAt: moment,
  closedAt: moment,
  extendedAt: moment,
  extendReason: z.nullable(z.string()),
  supervisedAt: moment,
  repeatOf: z.nullable(z.string()),
})

type Order = z.infer<typeof order>

const after = (iso: string, minutes: number) => isoTime(parseTime(iso) + minutes * MINUTE)

/** What happens to orders in life besides: sent back, passed on again, taken up again after the reply, never placed, never owned. */
function lived(one: Order, at: number): Order {
  const handled = one.signedAt !== null && one.repliedAt === null ? one.signedAt : null
  return {
    ...one,
    ...(at % 13 === 7 && { town: null }),
    ...(at % 17 === 2 && { dept: null }),
    ...(handled !== null && at % 5 === 1 && { returnedAt: after(handled, 5) }),
    ...(handled !== null && at % 5 === 2 && { dispatchedAt: after(handled, 5) }),
    ...(one.repliedAt !== null && one.closedAt === null && at % 3 === 0
      ? { reworkedAt: after(one.repliedAt, 5) }
      : {}),
  }
}

/** One order of the demo as a row of gdxt.work_orders (deploy/sql/postgres/records.sql). `later`: ms that its times are moved by. */
function foreign(row: object, at: number, later: number) {
  const one = lived(order.parse(row), at)
  // A table of such a system has local times, without a zone.
  const local = (iso: string | null, more = 0) =>
    iso === null ? null : isoTime(parseTime(iso) + more + later).slice(0, 19)
  const known = [
    one.acceptedAt,
    one.dispatchedAt,
    one.signedAt,
    one.returnedAt,
    one.reassignedAt,
    one.repliedAt,
    one.reworkedAt,
    one.closedAt,
    one.supervisedAt,
  ].filter((each) => each !== null)
  return {
    gdbh: one.orderNo,
    gdbt: one.title,
    sqlx: TYPES.indexOf(one.type) + 1,
    yjfl: one.category,
    zbdw: one.dept,
    szzjbm: one.town?.code ?? null,
    szzj: one.town?.name ?? null,
    pdfs: MODES.indexOf(one.mode),
    slsj: local(one.acceptedAt),
    pdsj: local(one.dispatchedAt),
    qssj: local(one.signedAt),
    tdsj: local(one.returnedAt),
    hfsj: local(one.repliedAt),
    cbsj: local(one.reworkedAt),
    bjsj: local(one.closedAt),
    yqsj: local(one.extendedAt),
    yqly: one.extendReason,
    tdly: one.returnReason,
    gpsj: local(one.reassignedAt),
    gpqdw: one.reassignedFrom,
    dbsj: local(one.supervisedAt),
    // Now and then nobody has written down until when, or it is urgent.
    bjsx: at % 7 === 0 ? null : local(one.acceptedAt, (at % 29 === 4 ? 1 : 10) * DAY),
    cfgd: one.repeatOf,
    gxsj: local(known.toSorted().at(-1) ?? one.acceptedAt),
    sqrxm: '张某某',
    lxdh: '13800000000',
  }
}

/** Prints the last 5,000 orders of the demo's baiyun as rows of a foreign table, as of a moment (epoch ms). */
export function main([moment = '']: readonly string[]): void {
  const seed: unknown = JSON.parse(readFileSync(resolve('mock-data/baiyun/seed/hotline.json'), 'utf8'))
  const rows =
    demo.records?.['work-order']?.(seed, { now: MADE, since: null, calendar: readCalendar('baiyun') }) ?? []
  const later = Math.floor((Number(moment) - MADE) / 1000) * 1000
  console.log(JSON.stringify(rows.slice(-ORDERS).map((row, at) => foreign(row, at, later))))
}
