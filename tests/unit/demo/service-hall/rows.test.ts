import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { describe, expect, it } from 'vitest'
import { rowReader } from '../../../../src/contract/records/read-row'
import { evaluation, terminal, ticket } from '../../../../src/domains/service-hall/records'
import { counting } from '../../../../src/domains/service-hall/summary'
import { MINUTE } from '../../../../src/lib/calendar'
import { bookOf } from '../../domains/book'
import { at, limits } from '../cities'
import { CITIES, demoOf, operationAt, rowsAt } from './cities'

const MOMENTS = ['2026-09-16 10:42', '2026-09-16 03:00', '2026-09-20 15:00', '2026-11-18 17:06']

describe.each(CITIES)('the rows of %s', (city) => {
  it.each(MOMENTS)('are let through one and all, each once (%s)', (moment) => {
    for (const kind of counting.kinds) {
      const rows = rowsAt(city, kind, at(moment))
      const read = rowReader(kind, new Set(Object.keys(rows[0] ?? {})))
      expect(rows.map(read).filter((one) => 'fault' in one)).toEqual([])
      const keys = rows.map((row) => Object.entries(row).find(([name]) => name === kind.key)?.[1] as string)
      expect(new Set(keys).size, kind.id).toBe(rows.length)
    }
  })

  it.each(MOMENTS)('tell nothing that is still to come (%s)', (moment) => {
    const early = counting.kinds.flatMap((kind) =>
      rowsAt(city, kind, at(moment)).flatMap((row) =>
        Object.entries(row).filter(
          ([name, value]) => name.endsWith('At') && value !== null && Date.parse(String(value)) > at(moment),
        ),
      ),
    )
    expect(early).toEqual([])
  })

  it.each([
    ['a morning', '2026-11-18 09:20', 20 * MINUTE, 5],
    ['closing and a night', '2026-11-18 16:40', 160 * MINUTE, 7],
  ])('that changed, put to what was there, come to what is there after %s', (_, from, step, times) => {
    const moments = Array.from({ length: times }, (_, i) => at(from) + i * step)
    const book = bookOf(
      ...counting.kinds.map((kind) => {
        const rows = moments.flatMap((now, i) => rowsAt(city, kind, now, moments[i - 1] ?? null))
        return [kind, rows] as const
      }),
    )
    const now = moments.at(-1) ?? 0
    expect(operationAt(city, now)).toMatchObject(
      counting.count(book, { now, region: null, limits, calendar: PLAIN_CALENDAR }),
    )
  })
})

it('few rows change from one look to the next', () => {
  const now = at('2026-11-18 10:42')
  const changed = counting.kinds.map((kind) => rowsAt('huaibei', kind, now, now - 5000).length)
  expect(changed.every((n) => n < 12)).toBe(true)
  expect(rowsAt('huaibei', ticket, now, now - 5 * MINUTE).length).toBeGreaterThan(20)
})

it('good reviews come as one row a hall, level and day, bad ones each', () => {
  const rows = rowsAt('huaibei', evaluation, at('2026-11-18 10:42'))
  const month = operationAt('huaibei', '2026-11-18 10:42').evaluation.month
  expect(rows.length).toBeLessThan(month.rated / 30)
  expect(rows.filter((row) => 'level' in row && Number(row.level) <= 2)).toHaveLength(
    (month.levels[3] ?? 0) + (month.levels[4] ?? 0),
  )
})

it('a city that published no number of terminals has no row of one', () => {
  for (const city of CITIES)
    expect(rowsAt(city, terminal, at('2026-11-18 10:42')).length > 0, city).toBe(
      demoOf(city).terminals !== null,
    )
})
