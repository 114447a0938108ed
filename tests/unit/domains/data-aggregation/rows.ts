import { DAY, dayStart, HOUR, isoDate, isoTime, MINUTE } from '../../../../src/lib/calendar'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'

/** A Wednesday morning after the daily load. */
export const NOW = at('2026-11-18 10:42')

export const TOWNS = ['440111001', '440111002', '440111103'].map((code, i) => ({ code, name: `镇${i}` }))

export type Row = Record<string, unknown>

/** Rows of every kind as sources give them: cells missing, in no order, things still to come. */
export interface AnyRows {
  readonly loads: Row[]
  readonly entries: Row[]
  readonly calls: Row[]
  readonly issues: Row[]
}

export function anyRows(seed: number): AnyRows {
  const next = stream(seed)
  const maybe = <T>(share: number, value: T) => (next() < share ? value : null)
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]
  const whole = (most: number) => Math.floor(next() * most)
  const midnight = dayStart(NOW)

  const loads = Array.from({ length: 1 + whole(12) }, (_, d) => ({
    dept: `部门${d}`,
    deptCode: maybe(0.7, `D${d}`),
    library: maybe(0.8, `库${d}`),
    cycleDays: maybe(0.8, oneOf([1, 7, 30])),
    share: next(),
  })).flatMap(({ share, ...own }) =>
    Array.from({ length: 1 + whole(60) }, (_, back): Row => {
      const day = midnight - (back + (next() < 0.1 ? -1 : 1)) * DAY
      const records = maybe(0.9, next() < share / 3 ? 0 : whole(1e6))
      return {
        ...own,
        loadId: `${own.dept}-${back}`,
        day: isoTime(day),
        arrivedAt: records === null ? null : maybe(0.9, isoTime(day + DAY + whole(8 * HOUR))),
        records,
        stock: maybe(0.95, whole(1e9)),
        classes: maybe(0.9, whole(100)),
        checked: maybe(0.9, whole(1e6)),
        problems: maybe(0.9, whole(1e6)),
      }
    }),
  )

  const entries = Array.from({ length: whole(200) }, (_, i): Row => ({
    catalogId: `ML${i}`,
    class: maybe(0.9, oneOf(['政务省级', '社会数据', '经济数据', `类${whole(20)}`])),
    cycleDays: maybe(0.8, oneOf([1, 7, 30])),
    mounted: maybe(0.9, next() < 0.8),
    updatedAt: maybe(0.8, isoTime(NOW - whole(20 * DAY))),
  }))

  const calls = Array.from(
    { length: 1 + whole(8 * 96) },
    (_, i) => midnight - i * 15 * MINUTE + 11 * HOUR,
  ).flatMap((from): Row[] =>
    ['甲局', '乙平台', null].slice(0, 1 + whole(3)).map((consumer) => ({
      callId: `${isoDate(from)}-${from}-${consumer}`,
      consumer,
      consumerCode: maybe(0.5, consumer === '甲局' ? 'a' : null),
      from: isoTime(from),
      calls: whole(900),
      failures: maybe(0.9, whole(20)),
    })),
  )

  const issues = Array.from({ length: whole(80) }, (_, i): Row => {
    const raised = NOW - 30 * next() ** 2 * DAY + 0.5 * HOUR
    const later = () => isoTime(raised + (NOW + HOUR - raised) * next())
    return {
      issueNo: `WT-${String(i).padStart(3, '0')}`,
      title: maybe(0.9, '主键重复'.repeat(1 + whole(6))),
      rows: maybe(0.8, whole(5000)),
      owner: maybe(0.8, '区政务服务数据管理局'.repeat(1 + whole(2))),
      town: maybe(0.4, oneOf(TOWNS)),
      raisedAt: isoTime(raised),
      claimedAt: maybe(0.7, later()),
      mendedAt: maybe(0.5, later()),
      closedAt: maybe(0.4, later()),
      updatedAt: null,
    }
  })
  return { loads, entries, calls, issues }
}

export const shuffled = <T>(rows: readonly T[], seed: number): T[] => {
  const next = stream(seed)
  return rows
    .map((row) => ({ row, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row)
}
