import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../../src/lib/calendar'
import { demo } from '../../../../src/demo/service-hall/demo'
import { simulate, type HallSeed } from '../../../../src/demo/service-hall/document'
import { at, cn, freeze } from '../cities'
import { CITIES, demoOf, hallsAt, operationAt, seedOf } from './cities'

describe.each(CITIES)('%s', (city) => {
  it('is a function of city, moment and region alone, and leaves its input as it was', () => {
    const seed = freeze(structuredClone(seedOf(city)))
    const moment = { now: at('2026-11-18 10:42'), region: null, calendar: cn }
    const first = simulate(seed, moment)
    hallsAt(city, '2026-11-11 09:00')
    hallsAt(city, '2026-11-18 17:06', demoOf(city).towns[0]?.code)
    expect(simulate(structuredClone(seed), moment)).toEqual(first)
  })

  it('is of the whole minutes of its source', () => {
    const now = at('2026-11-18 10:42')
    const { asOf } = simulate(seedOf(city), { now: now + 59_000, region: null, calendar: cn })
    expect(asOf).toBe('2026-11-18T10:42:00+08:00')
  })

  it('never takes anything back within a day', () => {
    let before = operationAt(city, '2026-11-18 08:30')
    for (let now = at('2026-11-18 08:45'); now < at('2026-11-18 20:00'); now += 45 * MINUTE) {
      const next = operationAt(city, now)
      for (const key of ['tickets', 'served', 'noShows'] as const)
        expect(next[key].value ?? 0, `${key} at ${now}`).toBeGreaterThanOrEqual(before[key].value ?? 0)
      next.hours.forEach(({ issued }, i) =>
        expect(issued ?? 0).toBeGreaterThanOrEqual(before.hours[i]?.issued ?? 0),
      )
      next.waits.forEach(({ count }, i) => expect(count).toBeGreaterThanOrEqual(before.waits[i]?.count ?? 0))
      next.evaluation.today.levels.forEach((n, i) =>
        expect(n).toBeGreaterThanOrEqual(before.evaluation.today.levels[i] ?? 0),
      )
      expect(next.cumulative.issued.slice(0, before.cumulative.issued.length)).toEqual(
        before.cumulative.issued,
      )
      before = next
    }
    expect(before.waiting.value).toBe(0)
    expect((before.served.value ?? 0) + (before.noShows.value ?? 0)).toBe(before.tickets.value)
  })
})

it('says the same after more days than it keeps', () => {
  const first = structuredClone(hallsAt('baiyun', '2026-11-18 10:42'))
  for (let i = 0; i < 25; i++) hallsAt('baiyun', at('2026-10-08 09:00') + i * 37 * 60 * MINUTE)
  expect(hallsAt('baiyun', '2026-11-18 10:42')).toEqual(first)
})

it('another seed is another year', () => {
  const { document } = seedOf('baiyun')
  const other = { document, demo: { ...demoOf('baiyun'), seed: 'other' } }
  const now = at('2026-11-18 10:42')
  const ticketsOf = (seed: HallSeed) => demo.records?.ticket?.(seed, { now, since: null, calendar: cn })
  expect(ticketsOf(other)).not.toEqual(ticketsOf(seedOf('baiyun')))
})

describe('hours of service', () => {
  it.each([
    ['2026-11-18 08:00', 'closed', '2026-11-18T09:00:00+08:00'],
    ['2026-11-18 10:42', 'open', '2026-11-19T09:00:00+08:00'],
    ['2026-11-18 12:30', 'noon', '2026-11-19T09:00:00+08:00'],
    ['2026-11-18 17:02', 'closing', '2026-11-19T09:00:00+08:00'],
    ['2026-11-20 21:00', 'closed', '2026-11-23T09:00:00+08:00'],
    ['2026-11-22 10:00', 'closed', '2026-11-23T09:00:00+08:00'],
    ['2026-09-30 22:00', 'closed', '2026-10-08T09:00:00+08:00'],
  ])('at %s the halls are %s and open next at %s', (moment, state, opensAt) => {
    expect(operationAt('baiyun', moment).service).toEqual({ state, opensAt })
  })

  it('on a day off every counter is closed and no hour has a number', () => {
    const o = operationAt('baiyun', '2026-11-22 10:00')
    expect(o.counters).toMatchObject({ open: 0, paused: 0, closed: 24, total: 24 })
    expect(o.hours.every(({ issued }) => issued === null)).toBe(true)
    expect(o.waiting.normal).toBeUndefined()
    expect(o.meanWait.value).toBeNull()
  })
})
