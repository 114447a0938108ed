import { expect, it } from 'vitest'
import { load, sharingCall } from '../../../../src/domains/data-aggregation/records'
import { viewsOf } from '../../../../src/domains/data-aggregation/opened'
import { DAY, dayStart, HOUR, isoTime } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { bookOf } from '../book'
import { countedOf } from './counted'
import { NOW } from './rows'

const moment = { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR }

/** What the rows of a list that are listed under a name come to, by that name. */
function sumsBy(kind: 'load' | 'sharing-call', flag: string, field: string, book: ReturnType<typeof bookOf>) {
  const view = viewsOf(book, moment)[kind]
  const [is, listed, number] = [view?.field(flag), view?.field('listed'), view?.field(field)]
  const sums = new Map<string, number>()
  for (let row = 0; row < (view?.size ?? 0); row++) {
    if (is?.(row) !== true) continue
    const told = listed?.(row)
    const name = typeof told === 'string' ? told : ''
    sums.set(name, (sums.get(name) ?? 0) + Number(number?.(row)))
  }
  return sums
}

it('calls of today are listed under the name of their user, and the smallest together, as the panel counts them', () => {
  const midnight = dayStart(NOW)
  const rows = Array.from({ length: 40 }, (_, user) =>
    [-1, 2, 9].map((hour) => ({
      callId: `${user}-${hour}`,
      consumer: `使用方${user}`,
      from: isoTime(midnight + hour * HOUR),
      calls: 1000 - user * 10 + 0.4,
    })),
  ).flat()
  const { sharing } = countedOf([[sharingCall, rows]])
  const sums = sumsBy('sharing-call', 'today', 'calls', bookOf([sharingCall, rows]))
  expect(sums.size).toBe(30)
  expect([...sums]).toEqual(sharing?.consumers?.map(({ name, calls }) => [name, calls]))
})

it('a store stands in the list of its department by the newest load that says what it holds', () => {
  const loads = [
    {
      loadId: '1',
      dept: '甲局',
      library: '甲库',
      day: isoTime(dayStart(NOW) - 3 * DAY),
      records: 5,
      stock: 100,
    },
    {
      loadId: '2',
      dept: '甲局',
      library: '甲库',
      day: isoTime(dayStart(NOW) - 2 * DAY),
      records: 5,
      stock: 105,
    },
    // Nobody says what it holds after this one.
    {
      loadId: '3',
      dept: '甲局',
      library: '甲库',
      day: isoTime(dayStart(NOW) - DAY),
      records: 5,
      stock: null,
    },
    {
      loadId: '4',
      dept: '甲局',
      library: '另一库',
      day: isoTime(dayStart(NOW) - DAY),
      records: 7,
      stock: 50,
    },
    { loadId: '5', dept: '乙局', library: '乙库', day: isoTime(dayStart(NOW) - DAY), records: 1, stock: 7 },
  ]
  const { departments } = countedOf([[load, loads]])
  const sums = sumsBy('load', 'holds', 'stock', bookOf([load, loads]))
  expect([...sums].toSorted((a, b) => b[1] - a[1])).toEqual(
    departments?.map(({ name, records }) => [name, records]),
  )
  expect(sums.get('甲局')).toBe(155)
})
