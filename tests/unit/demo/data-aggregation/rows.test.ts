import { describe, expect, it } from 'vitest'
import { load, sharingCall, usualCalls } from '../../../../src/domains/data-aggregation/records'
import { counting } from '../../../../src/domains/data-aggregation/summary'
import { DAY, HOUR, MINUTE } from '../../../../src/lib/calendar'
import { at } from '../cities'
import { demoOf, MOMENTS, PRESENT } from './cities'
import { cellsOf, countedThrough, sentRows } from './counted'

const NOW = at('2026-11-18T10:42')

describe.each(PRESENT)('the rows of %s', (city) => {
  it('are what the platform knows at the moment: nothing of them is still to come', () => {
    for (const now of MOMENTS)
      for (const kind of counting.kinds) {
        const times = Object.values(kind.columns).map(({ type }) => type === 'time')
        const cells = cellsOf(city, kind, { now, since: null }).flatMap((row) =>
          row.filter((_, i) => times[i]),
        )
        expect(
          cells.filter((cell) => Number(cell) > now),
          kind.id,
        ).toEqual([])
      }
  })

  it('tell of a running day what the same rows tell when all of them are read at once', () => {
    const hours = (from: string, steps: readonly number[]) => steps.map((hour) => at(from) + hour * HOUR)
    for (const moments of [
      hours('2026-11-18T10:42', [0, 0.1, 0.35, 4]),
      // Across midnight, across six in the morning, and into the next month.
      hours('2026-11-17T22:10', [0, 1.9, 2.2, 8, 8.5]),
      hours('2026-11-30T20:00', [0, 5.9, 11.9]),
    ])
      expect(countedThrough(city, moments)).toEqual(countedThrough(city, moments.slice(-1)))
  })

  it('say the same of the same question', () => {
    for (const kind of counting.kinds)
      expect(sentRows(city, kind, { now: NOW, since: null })).toEqual(
        sentRows(city, kind, { now: NOW, since: null }),
      )
  })

  it('of a minute are few: a poll must not send a day again', () => {
    const of = (since: number) =>
      counting.kinds.map((kind) => sentRows(city, kind, { now: NOW, since }).length).reduce((a, b) => a + b)
    expect(of(NOW - MINUTE)).toBeLessThanOrEqual(demoOf(city).consumers.length + 3)
  })

  it('of days are those of a whole answer: past days are not told by user', () => {
    const whole = sentRows(city, sharingCall, { now: NOW, since: null })
    expect(sentRows(city, sharingCall, { now: NOW, since: NOW - 8 * DAY })).toEqual(whole)
  })
})

it('a city without a data platform has none', () => {
  for (const kind of counting.kinds) expect(sentRows('heyuan', kind, { now: NOW, since: null })).toEqual([])
})

describe('a missing batch', () => {
  it('is told from six on, as deliveries whose records are unknown', () => {
    const rowsAt = (moment: string) =>
      cellsOf('baiyun', load, { now: at(moment), since: null }).filter((cells) =>
        cells.includes(at('2026-11-12T00:00')),
      )
    const records = Object.keys(load.columns).indexOf('records')
    expect(rowsAt('2026-11-13T05:59')).toEqual([])
    const rows = rowsAt('2026-11-13T06:00')
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every((cells) => cells[records] === null)).toBe(true)
  })
})

describe('what is usual', () => {
  it('holds most quarters of a usual day', () => {
    const { low, high, now } = countedThrough('baiyun', [at('2026-11-18T23:59')]).sharing.series
    const inside = now.filter((n, i) => n !== null && n >= (low[i] ?? 0) && n <= (high[i] ?? 0))
    expect(inside.length / now.length).toBeGreaterThan(0.5)
  })

  it('is made of workdays alike: a holiday within the weeks is left out', () => {
    const weeksAt = (moment: string) => sentRows('baiyun', usualCalls, { now: at(moment), since: null })
    expect(weeksAt('2026-11-18T10:42')).toContainEqual(
      expect.objectContaining({ weekday: 5, hour: 9, weeks: 6 }),
    )
    expect(weeksAt('2026-09-16T10:42')).toContainEqual(
      expect.objectContaining({ weekday: 5, hour: 9, weeks: 8 }),
    )
  })
})
