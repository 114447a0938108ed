import { describe, expect, it } from 'vitest'
import { counter, hall, pastQueues, ticket } from '../../../../src/domains/service-hall/records'
import { groundsOf } from '../../../../src/domains/service-hall/views/WhatIfGrounds'
import { backText, verdictOf } from '../../../../src/domains/service-hall/views/what-if-verdict'
import { whatIfOf, type WhatIfAsked } from '../../../../src/domains/service-hall/what-if'
import { DAY, dayStart, HOUR, isoTime, MINUTE } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { at } from '../../demo/cities'
import { bookOf } from '../book'
import { anyRows, minutesAgo, NOW, TOWNS, type Row, type Sent } from './rows'

const LINE = '综合受理'
const HALL: Row = { hall: 'main', name: '区政务服务中心', town: TOWNS[0], main: true, opens: 9, closes: 17 }
const NOON: Row = { ...HALL, noonFrom: 12, noonTo: 13 }

const counters = (
  n: number,
  { line = LINE, ...known }: Row & { readonly line?: string | null } = {},
): Row[] =>
  Array.from({ length: n }, (_, i) => ({
    counterNo: `${line}${i + 1}`,
    hall: 'main',
    no: (line === LINE ? 1 : 8) + i,
    line,
    openedAt: minutesAgo(100),
    ...known,
  }))

/** Services of ten minutes that have ended, so many days ago. */
const served = (n: number, days = 0) =>
  Array.from({ length: n }, (_, i) => ({
    ticketNo: `S${days}-${i}`,
    hall: 'main',
    line: LINE,
    counter: 1,
    takenAt: isoTime(NOW - days * DAY - 100 * MINUTE),
    calledAt: isoTime(NOW - days * DAY - 90 * MINUTE),
    endAt: isoTime(NOW - days * DAY - 80 * MINUTE),
  }))

const waiting = (minutes: readonly number[], line = LINE): Row[] =>
  minutes.map((ago, i) => ({
    ticketNo: `W${i}${line}`,
    hall: 'main',
    line,
    takenAt: minutesAgo(ago),
  }))

/** The usual Wednesday: as many tickets in every hour. */
const usually = (tickets: number): Row[] =>
  Array.from({ length: 8 }, (_, i) => ({
    key: `h${i}`,
    hall: 'main',
    metric: 'tickets',
    weekday: 3,
    minute: (9 + i) * 60,
    middle: tickets,
    weeks: 8,
  }))

const of = (
  tickets: readonly Row[],
  open: readonly Row[] = counters(3),
  history = usually(12),
  own = HALL,
): Sent => [
  [hall, [own]],
  [ticket, tickets],
  [counter, open],
  [pastQueues, history],
]

function projected(sent: Sent, asked: WhatIfAsked = {}, now = NOW) {
  const moment = { now, region: null, limits: {}, calendar: PLAIN_CALENDAR }
  const found = whatIfOf(bookOf(...sent), moment, { limit: '30', ...asked })
  if (!found) throw new Error('nothing is reckoned')
  return found
}

describe('what would be with more or fewer counters', () => {
  it('is told of two fewer to four more than are open, and of none where nobody would be left to serve', () => {
    const { variants, waiting: queue, late } = projected(of([...served(20), ...waiting([40, 12, 3])]))
    expect(variants.map(({ counters: n, change }) => [n, change])).toEqual([
      [1, -2],
      [2, -1],
      [3, 0],
      [4, 1],
      [5, 2],
      [6, 3],
      [7, 4],
    ])
    expect([queue, late]).toEqual([3, 1])
    const one = projected(of([...served(20), ...waiting([40])], counters(1)))
    expect(one.variants.map(({ counters: n }) => n)).toEqual([1, 2, 3, 4, 5])
    const none = projected(of([...served(20), ...waiting([40])], counters(2, { closedAt: minutesAgo(5) })))
    expect(none.variants.map(({ counters: n }) => n)).toEqual([0, 1, 2, 3, 4])
    expect(none.variants[0]).toMatchObject({ called: 0, busy: 0, longest: 40 + 378, back: 378 })
  })

  it('expects the usual people, as much of them as have come today, to this queue', () => {
    // By 10:42 twelve an hour are 20.4; twice as many have come, which counts the more the more they are.
    const { grounds } = projected(of(served(41)))
    const ofUsual = (41 + 20) / (20.4 + 20)
    expect(grounds?.ofUsual).toBeCloseTo(ofUsual, 9)
    expect(grounds?.expected).toBeCloseTo(12 * 6.3 * ofUsual, 9)
    const shared = [
      ...served(30),
      ...waiting(
        Array.from({ length: 10 }, () => 5),
        '企业专区',
      ),
    ]
    const desks = [...counters(2), ...counters(1, { line: '企业专区' })]
    const own = projected(of(shared, desks), { line: LINE })
    expect(own.grounds?.expected).toBeCloseTo((12 * 6.3 * (40 + 20) * 0.75) / (20.4 + 20), 9)
  })

  it('without a usual day goes by the day so far, and says so', () => {
    const found = projected(of(served(17), counters(3), []))
    expect(found.grounds).toMatchObject({ ofUsual: null, weeks: null })
    expect(found.grounds?.expected).toBeCloseTo((17 / 102) * 378, 9)
    expect(groundsOf(found).join()).toContain('没有各时段常态')
  })

  it('takes the queue that waits longest, or the one that is asked for', () => {
    const tickets = [
      ...served(20),
      ...waiting([10, 5]),
      ...waiting([33], '企业专区'),
      ...served(12).map((row) => ({ ...row, ticketNo: `E${row.ticketNo}`, line: '企业专区' })),
    ]
    const desks = [...counters(3), ...counters(2, { line: '企业专区' })]
    const found = projected(of(tickets, desks))
    expect(found).toMatchObject({ line: '企业专区', waiting: 1, late: 1 })
    expect(found.queues.map(({ line, waiting: n }) => [line, n])).toEqual([
      [LINE, 2],
      ['企业专区', 1],
    ])
    expect(projected(of(tickets, desks), { line: LINE })).toMatchObject({ line: LINE, waiting: 2, late: 0 })
  })

  it('takes the hall as one queue where a counter does not say whom it serves', () => {
    const desks = [...counters(2), ...counters(1, { counterNo: 'X', no: 9, line: null })]
    const found = projected(of([...served(20), ...waiting([8]), ...waiting([9], '企业专区')], desks))
    expect(found).toMatchObject({ line: null, waiting: 2 })
    expect(found.variants.find(({ change }) => change === 0)?.counters).toBe(3)
  })

  it('without a list of counters goes by those at which somebody was called', () => {
    const seen = served(12).map((row, i) => ({
      ...row,
      calledAt: minutesAgo(30),
      endAt: minutesAgo(20),
      counter: 1 + (i % 2),
    }))
    expect(projected(of([...seen, ...waiting([8])], [])).variants[0]?.counters).toBe(1)
    expect(projected(of([...served(12), ...waiting([8])], [])).wanting).toBe('counters')
  })
})

describe('nothing is reckoned, and why is told,', () => {
  it.each([
    ['before it opens', at('2026-11-18 08:30')],
    ['after it has closed', at('2026-11-18 17:00')],
    ['on a day off', at('2026-11-22 10:42')],
  ])('%s', (_, now) => {
    expect(projected(of([]), {}, now)).toMatchObject({ wanting: 'closed', variants: [], enough: null })
  })

  it('where too few were served to say how long it takes, unless last week tells', () => {
    const few = projected(of([...served(9), ...waiting([20])]))
    expect(few).toMatchObject({ wanting: 'services', variants: [], grounds: null, waiting: 1 })
    const more = projected(of([...served(9), ...served(5, 7), ...waiting([20])]))
    expect(more.grounds).toMatchObject({ services: 14, withLastWeek: true, meanMinutes: 10 })
    expect(groundsOf(more).join()).toContain('今日与上周同日本队列 14 次')
  })

  it('where neither a usual day nor the day so far says who comes', () => {
    expect(projected(of([...served(5), ...served(10, 7)], counters(3), [])).wanting).toBe('arrivals')
  })

  it('of a hall that nobody knows', () => {
    expect(() => projected(of(served(20)), { hall: 'nowhere' })).toThrow('nothing is reckoned')
  })
})

describe('over noon', () => {
  it('half of the counters go on', () => {
    const [with_, without] = [NOON, HALL].map((own) =>
      projected(of(served(40), counters(3), usually(30), own)),
    )
    expect(with_?.grounds?.noon).toMatchObject({ is: 'coming' })
    expect(with_?.variants[2]?.longest ?? 0).toBeGreaterThan(without?.variants[2]?.longest ?? Infinity)
  })

  it('those that are away come back after it, and any other time when a pause has lasted as long as it does today', () => {
    const away = counters(2, { counterNo: 'P', pausedAt: isoTime(at('2026-11-18 12:00')) }).map((row, i) => ({
      ...row,
      counterNo: `P${i}`,
      no: 7 + i,
    }))
    const noon = at('2026-11-18 12:20')
    const sent = of(served(40), [...counters(2), ...away], usually(30), NOON)
    expect(projected(sent, {}, noon).grounds).toMatchObject({
      noon: { is: 'now' },
      back: { counters: 2, within: 40 },
    })
    const breaks = away.map((row) => ({ ...row, pausedAt: minutesAgo(4) }))
    const been = counters(3, { awayMinutes: 12 })
    expect(projected(of(served(40), [...been, ...breaks])).grounds?.back).toEqual({ counters: 2, within: 8 })
    expect(projected(of(served(40), [...counters(3), ...breaks])).grounds?.back?.within).toBe(11)
  })
})

describe('the smallest number of counters that is enough', () => {
  it('is the first with which nobody who comes now waits beyond the limit of the rule', () => {
    const sent = of([...served(40), ...waiting([35, 20, 4])], counters(2), usually(20))
    const found = projected(sent)
    const first = found.variants.find(({ coming }) => (coming ?? 0) <= 30)
    expect(found.enough).toBe(first?.counters)
    expect(first?.change).toBeGreaterThan(0)
    expect(verdictOf(found)).toBe(`增到 ${found.enough} 窗（+${first?.change}），此后取号者等候可不超限`)
    // A stricter rule takes more of them; without one none is said to be enough.
    expect(projected(sent, { limit: '10' }).enough ?? Infinity).toBeGreaterThan(found.enough ?? Infinity)
    const unruled = projected(sent, { limit: undefined })
    expect([unruled.enough, verdictOf(unruled)]).toEqual([null, null])
  })

  it('may be as many as now, or fewer', () => {
    const quiet = projected(of([...served(20), ...waiting([2])], counters(3), usually(2)), { limit: '60' })
    expect(quiet.enough).toBe(1)
    expect(verdictOf(quiet)).toBe('减到 1 窗（−2），此后取号者等候仍可不超限')
    expect(verdictOf({ ...quiet, enough: 3 })).toBe('现状 3 窗，此后取号者等候可不超限')
  })

  it('may be none of them: then the most is told, and when it is behind the limit again', () => {
    const found = projected(
      of([...served(60), ...waiting(Array.from({ length: 30 }, () => 25))], counters(1), usually(5)),
    )
    expect(found.enough).toBeNull()
    const last = found.variants.at(-1)
    expect(verdictOf(found)).toContain('增到 5 窗（+4），此后取号者仍可能等')
    expect(verdictOf(found)).toContain(`约 ${last ? backText(last, found) : ''} 回到限内`)
  })
})

it.each(Array.from({ length: 20 }, (_, seed) => seed))(
  'any rows, seed %i: every hall has an answer, and nobody waits longer for more counters',
  (seed) => {
    const book = bookOf(...anyRows(seed))
    const moment = { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR }
    for (const own of [undefined, 'main', 'east', 'west']) {
      const found = whatIfOf(book, moment, { hall: own, limit: '30' })
      expect(found).not.toBeNull()
      const { variants = [], wanting, closes } = found ?? {}
      expect(variants.length > 0).toBe(wanting === null)
      for (const name of ['p50', 'p90', 'longest', 'left'] as const) {
        const values = variants.map((one) => one[name] ?? 0)
        expect(values).toEqual(values.toSorted((a, b) => b - a))
      }
      expect(Date.parse(closes ?? '')).toBe(dayStart(NOW) + 17 * HOUR)
    }
  },
)
