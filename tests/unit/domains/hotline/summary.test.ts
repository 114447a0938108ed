import { describe, expect, it } from 'vitest'
import { operation as contract } from '../../../../src/domains/hotline/contract'
import { pastOrders, workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { DAY, HOUR, isoTime } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'
import { total } from '../../demo/hotline/day'
import { bookOf } from '../book'
import { counted, NOW } from './counted'

const TOWNS = ['440111001', '440111002', '440111103'].map((code, i) => ({ code, name: `镇${i}` }))

/** Orders as sources give them: steps missing, out of order or still to come, words nobody listed, places unknown. */
function anyOrders(seed: number, n = 300): Record<string, unknown>[] {
  const next = stream(seed)
  const maybe = <T>(share: number, value: T) => (next() < share ? value : undefined)
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]
  return Array.from({ length: n }, (_, i) => {
    const accepted = NOW - 40 * next() ** 2 * DAY + 0.5 * HOUR
    const later = () => isoTime(accepted + (NOW + HOUR - accepted) * next())
    return {
      orderNo: String(26_000_000 + i),
      title: maybe(0.9, '道路积水'.repeat(1 + Math.floor(next() * 12))),
      type: maybe(0.8, oneOf(['咨询', '投诉', '举报', '其他诉求'])),
      category: maybe(0.9, oneOf(['噪声扰民', '占道经营', '其他', `类${Math.floor(next() * 40)}`])),
      dept: maybe(0.7, '区城管局'),
      town: maybe(0.85, oneOf(TOWNS)),
      mode: maybe(0.9, oneOf(['auto', 'manual', 'direct'])),
      acceptedAt: isoTime(accepted),
      dispatchedAt: maybe(0.8, later()),
      signedAt: maybe(0.6, later()),
      returnedAt: maybe(0.1, later()),
      reassignedAt: null,
      repliedAt: maybe(0.5, later()),
      closedAt: maybe(0.5, later()),
      supervisedAt: maybe(0.1, later()),
      reworkedAt: maybe(0.1, later()),
      dueAt: maybe(0.7, isoTime(accepted + next() * 12 * DAY)),
      repeatOf: maybe(0.2, '25999999'),
    }
  })
}

/** An order of which only `known` is known. */
const orderOf = (known: object): object => ({
  ...Object.fromEntries(Object.keys(anyOrders(0, 1)[0] ?? {}).map((name) => [name, null])),
  ...known,
})

const shuffled = <T>(rows: readonly T[], seed: number): T[] => {
  const next = stream(seed)
  return rows
    .map((row) => ({ row, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row)
}

describe.each(Array.from({ length: 8 }, (_, seed) => seed))('any orders, seed %i', (seed) => {
  const rows = anyOrders(seed)
  const { operation, quality } = counted(rows)

  it('add up: stages and ages to what is open, categories and hours to what was received', () => {
    expect(quality.used).toBe(rows.length)
    expect(total(operation.stages ?? [], ({ count }) => count)).toBe(operation.open?.value)
    expect(total(operation.ageing ?? [], ({ count }) => count)).toBe(operation.open?.value)
    expect(total(operation.categories ?? [], ({ count }) => count)).toBe(operation.received?.value)
    expect(total(operation.intake?.now ?? [], (n) => n ?? 0)).toBe(operation.received?.value)
    expect(total(operation.stages ?? [], ({ overdue = 0 }) => overdue)).toBe(operation.overdue?.value)
    expect(operation.ageing?.at(-1)?.count).toBe(operation.overdue?.value)
  })

  it('of the towns come to those of the city whose town is known', () => {
    const known = rows.filter(({ town }) => town !== undefined)
    const city = counted(known).operation
    const towns = TOWNS.map(({ code }) => counted(rows, { region: code }).operation)
    for (const key of ['received', 'open', 'overdue', 'dueSoon', 'closed'] as const)
      expect(
        total(towns, (town) => town[key]?.value ?? 0),
        key,
      ).toBe(city[key]?.value)
  })

  it('say the same in whatever order they arrive, and twice', () => {
    const again = counted([...shuffled(rows, seed), ...rows.slice(0, 50)])
    expect(again.operation).toEqual(operation)
    expect(again.quality.used).toBe(quality.used)
  })

  it('say the same whether what is still to come is known or not', () => {
    const hidden = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) =>
          ['dueAt', 'acceptedAt'].includes(name) || !name.endsWith('At') || Date.parse(String(value)) <= NOW
            ? [name, value]
            : [name, null],
        ),
      ),
    )
    expect(counted(hidden).operation).toEqual(operation)
  })
})

describe('one order more', () => {
  const rows = anyOrders(7)
  const before = counted(rows).operation

  it('that was accepted now is received, open and waits for dispatch; nothing else moves', () => {
    const accepted = isoTime(NOW - 60_000)
    const after = counted([
      ...rows,
      orderOf({ orderNo: '1', acceptedAt: accepted, category: '其他', town: TOWNS[0] }),
    ])
    const { received, open, stages, overdue, closed, p90Days } = after.operation
    expect(received?.value).toBe((before.received?.value ?? 0) + 1)
    expect(open?.value).toBe((before.open?.value ?? 0) + 1)
    expect(stages?.map(({ count }, i) => count - (before.stages?.[i]?.count ?? 0))).toEqual([1, 0, 0, 0])
    expect([overdue, closed, p90Days]).toEqual([before.overdue, before.closed, before.p90Days])
  })

  it('that was sent back waits for dispatch again, until somebody signs for it', () => {
    const order = {
      orderNo: '1',
      acceptedAt: isoTime(NOW - 5 * HOUR),
      dispatchedAt: isoTime(NOW - 4 * HOUR),
      signedAt: isoTime(NOW - 3 * HOUR),
      returnedAt: isoTime(NOW - 2 * HOUR),
    }
    const stagesWith = (row: object) =>
      counted([...rows, orderOf(row)]).operation.stages?.map(
        ({ count }, i) => count - (before.stages?.[i]?.count ?? 0),
      )
    expect(stagesWith(order)).toEqual([1, 0, 0, 0])
    expect(stagesWith({ ...order, dispatchedAt: isoTime(NOW - HOUR) })).toEqual([0, 1, 0, 0])
    expect(stagesWith({ ...order, signedAt: isoTime(NOW - HOUR) })).toEqual([0, 0, 1, 0])
    // Passed on to somebody else, whoever signed before is not the one it waits for.
    expect(stagesWith({ ...order, reassignedAt: isoTime(NOW - HOUR) })).toEqual([0, 1, 0, 0])
    expect(stagesWith({ ...order, reassignedAt: isoTime(NOW + HOUR) })).toEqual([1, 0, 0, 0])
    const passedOn = { ...order, reassignedAt: isoTime(NOW - 2 * HOUR), signedAt: isoTime(NOW - HOUR) }
    expect(stagesWith(passedOn)).toEqual([0, 0, 1, 0])
  })

  it('that was taken up again after its reply is handled again, and may be overdue', () => {
    const order = { orderNo: '1', acceptedAt: isoTime(NOW - 12 * DAY), signedAt: isoTime(NOW - 11 * DAY) }
    const again = { ...order, repliedAt: isoTime(NOW - 4 * DAY), reworkedAt: isoTime(NOW - 2 * DAY) }
    const after = counted([...rows, orderOf(again)]).operation
    expect(after.stages?.map(({ count }, i) => count - (before.stages?.[i]?.count ?? 0))).toEqual([
      0, 0, 1, 0,
    ])
    expect(after.overdue?.value).toBe((before.overdue?.value ?? 0) + 1)
  })

  it('that was sent back waits for dispatch although nobody says when it was dispatched', () => {
    const order = { orderNo: '1', acceptedAt: isoTime(NOW - 5 * HOUR), returnedAt: isoTime(NOW - 2 * HOUR) }
    const signed = { ...order, signedAt: isoTime(NOW - 3 * HOUR) }
    const stages = counted([...rows, orderOf(signed)]).operation.stages
    expect(stages?.map(({ count }, i) => count - (before.stages?.[i]?.count ?? 0))).toEqual([1, 0, 0, 0])
  })

  it('that has been answered in time is not overdue while it waits to be called back', () => {
    const order = { orderNo: '1', acceptedAt: isoTime(NOW - 12 * DAY), repliedAt: isoTime(NOW - 4 * DAY) }
    const after = counted([...rows, orderOf(order)]).operation
    expect(after.overdue?.value).toBe(before.overdue?.value)
    expect(counted([...rows, orderOf({ ...order, repliedAt: undefined })]).operation.overdue?.value).toBe(
      (before.overdue?.value ?? 0) + 1,
    )
  })
})

describe('what nobody says', () => {
  const bare = anyOrders(3).map(({ orderNo, acceptedAt }) => ({ orderNo, acceptedAt }))

  it('is left out, never a nought', () => {
    const { operation } = counted(bare)
    for (const part of [
      'complaintShare',
      'returns',
      'extensions',
      'reworks',
      'repeats',
      'dispatch',
      'supervised',
    ])
      expect(operation).not.toHaveProperty(part)
    expect(operation.categories?.map(({ label }) => label)).toEqual(['未分类'])
    expect(operation.open?.value).toBe(
      bare.filter(({ acceptedAt }) => Date.parse(String(acceptedAt)) <= NOW).length,
    )
  })

  it('has no usual range before three like weekdays are known', () => {
    const lately = bare.filter(({ acceptedAt }) => Date.parse(String(acceptedAt)) > NOW - 10 * DAY)
    expect(counted(lately).operation.intake).not.toHaveProperty('low')
    expect(counted(bare).operation.intake).toHaveProperty('low')
  })

  it('leaves a day without dispatch and a week without orders out: 0 of 0 is no rate', () => {
    const one = {
      acceptedAt: isoTime(NOW - HOUR),
      dispatchedAt: isoTime(NOW - HOUR),
      mode: 'auto',
      repeatOf: '2',
    }
    const { dispatch, repeats } = counted([orderOf({ ...one, orderNo: '1' })]).operation
    expect([dispatch?.days, repeats?.weeks?.length]).toEqual([[], 1])
  })

  it('is not compared with a week that the records do not reach', () => {
    const lately = bare.filter(({ acceptedAt }) => Date.parse(String(acceptedAt)) > NOW - 6 * DAY)
    expect(counted(lately).operation.received).not.toHaveProperty('compare')
    expect(counted(bare).operation.received).toHaveProperty('compare')
  })

  it('of no orders at all: nothing open, and a share of nothing is unknown', () => {
    const { operation } = counted([])
    expect([operation.received?.value, operation.open?.value, operation.p90Days?.value]).toEqual([0, 0, null])
  })
})

describe('dirty rows', () => {
  const rows = anyOrders(11)

  it('cost themselves, and are named by field with the first reason', () => {
    const dirty = rows.map((row, i) =>
      i % 50 === 1 ? { ...row, acceptedAt: '昨天' } : i % 100 === 2 ? { ...row, mode: 'robot' } : row,
    )
    const { quality, operation } = counted(dirty)
    expect(quality).toMatchObject({ read: 300, used: 291 })
    expect(quality.faults).toEqual([
      { field: 'acceptedAt', message: expect.stringContaining('昨天') as unknown, rows: 6, first: 1 },
      { field: 'mode', message: expect.stringContaining('robot') as unknown, rows: 3, first: 2 },
    ])
    const clean = counted(rows.filter((_, i) => i % 50 !== 1 && i % 100 !== 2))
    expect(operation).toEqual(clean.operation)
  })
})

describe('what is usual, where a hotline hands out no orders of past weeks', () => {
  const TABLE = TOWNS.flatMap((place) =>
    Array.from({ length: 24 }, (_, hour) => ({
      key: `${place.code}|${hour}`,
      metric: 'received',
      place,
      // A Wednesday, as the moment is.
      weekday: 3,
      hour,
      mean: hour < 8 ? 0 : 30,
      weeks: 6,
    })),
  )
  const bands = (table: readonly object[], region: string | null = null) => {
    const book = bookOf([workOrder, []], [pastOrders, table])
    return contract.parse(counting.count(book, { now: NOW, region, limits: {}, calendar: PLAIN_CALENDAR }))
  }

  it('is taken from the small table: of the city the sum, of a town its own, of the day as far as it has gone', () => {
    const { intake, towns } = bands(TABLE)
    expect([intake?.low?.[3], intake?.high?.[3]]).toEqual([0, 0])
    expect(intake?.low?.[9]).toBeGreaterThan(60)
    expect(intake?.high?.[9]).toBeLessThan(120)
    expect(towns).toEqual([])
    expect(bands(TABLE, '440111001').intake?.high?.[9]).toBeLessThan(45)
  })

  it('is not drawn on another weekday, nor from another metric, nor from fewer than three weeks', () => {
    const other = (change: object) => bands(TABLE.map((row) => ({ ...row, ...change }))).intake
    expect(other({ weeks: 2 })).not.toHaveProperty('low')
    expect(other({ weeks: 3 })).toHaveProperty('low')
    expect(other({ weekday: 2 })).not.toHaveProperty('low')
    expect(other({ metric: 'closed' })).not.toHaveProperty('low')
  })

  it('says from how many weeks it is known, the fewest of all hours, and nothing where a row does not say', () => {
    const of = (weeks: (hour: number) => number | null) =>
      bands(TABLE.map((row) => ({ ...row, weeks: weeks(row.hour) }))).intake?.weeks
    expect(of(() => 6)).toBe(6)
    expect(of((hour) => (hour === 9 ? 4 : 6))).toBe(4)
    expect(of((hour) => (hour === 9 ? null : 6))).toBeUndefined()
  })
})

describe('yesterday and today together', () => {
  const order = (no: number, acceptedAt: string, closedAt?: string) => ({
    orderNo: String(no),
    acceptedAt: `${acceptedAt}:00+08:00`,
    closedAt: closedAt === undefined ? null : `${closedAt}:00+08:00`,
  })
  const old = order(1, '2026-11-10T09:00')
  const night = [
    order(2, '2026-11-17T00:00', '2026-11-17T23:59'),
    order(3, '2026-11-17T23:59', '2026-11-18T00:00'),
    order(4, '2026-11-18T00:01'),
  ]

  it('are 48 hours that begin at yesterday’s midnight and stop at the running hour', () => {
    const { twoDays, intake, yesterday } = counted([old, ...night], { now: at('2026-11-18 00:05') }).operation
    expect(twoDays?.now).toHaveLength(48)
    expect([0, 23, 24, 25].map((hour) => twoDays?.now[hour])).toEqual([1, 1, 1, null])
    expect(intake?.now[0]).toBe(1)
    expect([yesterday?.received.value, yesterday?.closed.value]).toEqual([2, 1])
  })

  it('are left out where the orders do not reach back: a count of half a day would pass for a whole one', () => {
    const { twoDays, yesterday } = counted(night.slice(1), { now: at('2026-11-18 00:05') }).operation
    expect([twoDays, yesterday]).toEqual([undefined, undefined])
  })
})
