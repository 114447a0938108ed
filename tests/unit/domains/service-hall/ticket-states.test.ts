import { describe, expect, it } from 'vitest'
import { counter, hall, pastQueues, ticket } from '../../../../src/domains/service-hall/records'
import { DAY, isoTime, MINUTE } from '../../../../src/lib/calendar'
import { at, sum } from '../../demo/cities'
import { anyRows, counted, minutesAgo, NOW, TOWNS, withRows, type Row, type Sent } from './rows'

const HALL: Row = {
  hall: 'main',
  name: '区政务服务中心',
  short: '区中心',
  town: TOWNS[0],
  main: true,
  opens: 9,
  closes: 17,
}
const taken = (known: Row): Row => ({
  ticketNo: 'A1',
  hall: 'main',
  line: '综合受理',
  business: '社会保险',
  counter: null,
  takenAt: minutesAgo(40),
  calledAt: null,
  startAt: null,
  endAt: null,
  passedAt: null,
  requeuedAt: null,
  leftAt: null,
  ...known,
})
const open = (known: Row = {}): Row => ({
  counterNo: 'C1',
  hall: 'main',
  no: 1,
  line: '综合受理',
  state: null,
  openedAt: minutesAgo(100),
  pausedAt: null,
  closedAt: null,
  awayMinutes: null,
  ...known,
})
const of = (tickets: readonly Row[], counters: readonly Row[] = [open()]): Sent => [
  [hall, [HALL]],
  [ticket, tickets],
  [counter, counters],
]

describe('a ticket', () => {
  const figures = (known: Row) => {
    const { waiting, longest, served, noShows, tickets, waits = [], counters } = counted(of([taken(known)]))
    const inWaits = sum(waits.map(({ count }) => count))
    return [tickets, waiting, longest, served, noShows]
      .map((one) => one?.value ?? null)
      .concat(inWaits, counters?.rows?.[0]?.minutes ?? null)
  }

  it.each([
    ['waits from when it was taken', {}, [1, 1, 40, 0, 0, 0, null]],
    ['is at its counter once called', { calledAt: minutesAgo(9), counter: 1 }, [1, 0, null, 0, 0, 1, 9]],
    [
      'is served from when its service began',
      { calledAt: minutesAgo(9), startAt: minutesAgo(7), counter: 1 },
      [1, 0, null, 0, 0, 1, 7],
    ],
    ['is done once it ended', { calledAt: minutesAgo(9), endAt: minutesAgo(2) }, [1, 0, null, 1, 0, 1, null]],
    [
      'nobody came with is passed over',
      { calledAt: minutesAgo(9), passedAt: minutesAgo(8) },
      [1, 0, null, 0, 1, 1, null],
    ],
    [
      'that was passed over and queued again waits again, from then on',
      { calledAt: minutesAgo(9), passedAt: minutesAgo(8), requeuedAt: minutesAgo(6) },
      [1, 1, 6, 0, 0, 1, null],
    ],
    [
      'that is called again is not passed over any more',
      { passedAt: minutesAgo(12), requeuedAt: minutesAgo(10), calledAt: minutesAgo(4), counter: 1 },
      [1, 0, null, 0, 0, 1, 4],
    ],
    ['whose holder left waits no longer', { leftAt: minutesAgo(3) }, [1, 0, null, 0, 0, 0, null]],
    ['of yesterday does not wait today', { takenAt: isoTime(NOW - DAY) }, [0, 0, null, 0, 0, 0, null]],
  ])('%s', (_, known, expected) => {
    expect(figures(known)).toEqual(expected)
  })

  it('called in a full city moves itself from those who wait to those who are served, and no other figure', () => {
    const sent = anyRows(9)
    const one = taken({ ticketNo: 'new', counter: 99 })
    const before = counted(withRows(sent, ticket, (rows) => [...rows, one]))
    const after = counted(withRows(sent, ticket, (rows) => [...rows, { ...one, calledAt: minutesAgo(0) }]))
    expect((before.waiting?.value ?? 0) - (after.waiting?.value ?? 0)).toBe(1)
    expect((before.all?.waiting?.value ?? 0) - (after.all?.waiting?.value ?? 0)).toBe(1)
    for (const part of [
      'tickets',
      'served',
      'noShows',
      'hours',
      'business',
      'cumulative',
      'evaluation',
    ] as const)
      expect(after[part], part).toEqual(before[part])
    const others = (told: typeof after) => told.halls?.filter(({ id }) => id !== 'main')
    expect(others(after)).toEqual(others(before))
  })
})

describe('a counter', () => {
  const called = taken({ calledAt: minutesAgo(10), counter: 1 })
  const stateWith = (known: Row, tickets: readonly Row[] = []) => {
    const row = counted(of(tickets, [open(known)])).counters?.rows?.[0]
    return [row?.state, row?.use]
  }

  it.each([
    ['is idle while nobody is called to it', {}, ['idle', 0]],
    ['is paused while its clerk is away', { pausedAt: minutesAgo(5) }, ['paused', 0]],
    ['is closed before its clerk signs on', { openedAt: null }, ['closed', null]],
    ['is closed when its clerk has signed off', { closedAt: minutesAgo(5) }, ['closed', 0]],
    ['is closed when its clerk signed on yesterday', { openedAt: isoTime(NOW - DAY) }, ['closed', null]],
    ['is what the source says it is', { state: 'paused' }, ['paused', 0]],
  ])('%s', (_, known, expected) => {
    expect(stateWith(known)).toEqual(expected)
  })

  it('serves whoever is called to it, and is used for that share of the time it was open', () => {
    expect(stateWith({}, [called])).toEqual(['serving', 10])
    expect(stateWith({ awayMinutes: 50 }, [called])).toEqual(['serving', 20])
    // The pause begins when this one is done.
    expect(stateWith({ pausedAt: minutesAgo(5) }, [called])).toEqual(['serving', 10.5])
  })

  it('of a source that gives states alone tells no share of time', () => {
    const { counters } = counted(of([], [open({ state: 'idle', openedAt: null })]))
    expect(counters).toMatchObject({ open: 1, total: 1 })
    expect(counters).not.toHaveProperty('use')
  })
})

describe('the hours of a hall', () => {
  const stateAt = (moment: string, tickets: readonly Row[] = []) =>
    counted(of(tickets), { now: at(moment) }).service?.state

  it('end when the last who took a number is served', () => {
    const late = taken({ takenAt: '2026-11-18T16:55:00+08:00' })
    expect(stateAt('2026-11-18 16:59', [late])).toBe('open')
    expect(stateAt('2026-11-18 17:20', [late])).toBe('closing')
    expect(stateAt('2026-11-18 17:20', [{ ...late, endAt: '2026-11-18T17:10:00+08:00' }])).toBe('closed')
  })

  it('take in a number that was issued outside of them', () => {
    const early = taken({ takenAt: '2026-11-18T08:40:00+08:00' })
    const { hours } = counted(of([early]))
    expect(hours?.map(({ hour }) => hour)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16])
    expect(hours?.map(({ issued }) => issued)).toEqual([1, 0, 0, null, null, null, null, null, null])
  })
})

describe('last week', () => {
  const then = taken({ ticketNo: 'B1', takenAt: isoTime(NOW - 7 * DAY - 60 * MINUTE) })

  it('is compared with where the records tell of that day from its beginning', () => {
    const first = taken({ ticketNo: 'B0', takenAt: isoTime(at('2026-11-11 09:02')) })
    const { tickets, business } = counted(of([first, then, taken({})]))
    expect(tickets?.compare).toEqual({ label: '上周三同时', value: 2 })
    expect(business?.[0]).toMatchObject({ count: 1, lastWeek: 2 })
  })

  it('is not where they begin in the middle of it, or on a day off', () => {
    const late = taken({ ticketNo: 'B0', takenAt: isoTime(at('2026-11-11 10:30')) })
    const { tickets, business } = counted(of([late, taken({})]))
    expect(tickets).not.toHaveProperty('compare')
    expect(business?.[0]).not.toHaveProperty('lastWeek')
    const october = at('2026-10-14 10:42')
    const holiday = taken({ ticketNo: 'B0', takenAt: isoTime(october - 8 * DAY) })
    expect(counted(of([holiday]), { now: october }).tickets).not.toHaveProperty('compare')
  })
})

describe('what is usual', () => {
  const reading = (minute: number, low: number, high: number, known: Row = {}): Row => ({
    key: `${minute}-${JSON.stringify(known)}`,
    hall: 'main',
    metric: 'waiting',
    weekday: 3,
    minute,
    low,
    high,
    weeks: 8,
    ...known,
  })
  const normal = (...rows: readonly Row[]) =>
    counted([...of([taken({})]), [pastQueues, rows]]).waiting?.normal

  it('lies between the readings beside the present, of this weekday and this hall', () => {
    expect(normal(reading(640, 10, 20), reading(650, 20, 40))).toEqual({ low: 12, high: 24 })
    expect(normal(reading(640, 10, 20), reading(650, 20, 40, { weekday: 4 }))).toBeUndefined()
    expect(normal(reading(640, 10, 20), reading(650, 20, 40, { hall: 'east' }))).toBeUndefined()
    const anyDay = [reading(640, 1, 2, { weekday: null }), reading(650, 1, 2, { weekday: null })]
    expect(normal(...anyDay)).toEqual({ low: 1, high: 2 })
    expect(normal(...anyDay, reading(640, 10, 20), reading(650, 20, 40))).toEqual({ low: 12, high: 24 })
  })

  it('is nothing by fewer than three weeks', () => {
    expect(normal(reading(640, 10, 20, { weeks: 2 }), reading(650, 20, 40, { weeks: 2 }))).toBeUndefined()
  })
})

it('more halls than a list holds stand together in its last row', () => {
  const tickets = Array.from({ length: 45 }, (_, i) => taken({ ticketNo: `A${i}`, hall: `h${i}` }))
  const { halls = [], all } = counted([[ticket, tickets]])
  expect([halls.length, halls.at(-1)?.name, halls.at(-1)?.waiting]).toEqual([40, '另 6 厅', 6])
  expect([all?.halls, all?.waiting?.value]).toEqual([45, 45])
})
