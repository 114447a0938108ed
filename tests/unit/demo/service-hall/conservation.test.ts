import { describe, expect, it } from 'vitest'
import { factValue } from '../../../../mock-data/generator/facts'
import { daysOfYear, monthDay, weekday } from '../../../../src/lib/calendar'
import { isWorkday } from '../../../../src/lib/working-time'
import { dayVolume } from '../../../../src/demo/service-hall/volume'
import { at, cn, sum } from '../cities'
import { CITIES, demoOf, momentsOf, operationAt, TOWN_MOMENTS } from './cities'

const volumes = (city: string, hall: number, year: number) => {
  const demo = demoOf(city)
  const own = demo.halls[hall]
  if (!own) throw new Error('no such hall')
  return daysOfYear(at(`${year}-06-01 00:00`)).map((day) => ({ day, n: dayVolume(demo, own, day) }))
}

describe('a year of tickets', () => {
  it.each([2024, 2026, 2027])('of 白云 sums to exactly the published 27 万 (%i)', (year) => {
    const published = factValue('baiyun', 'hall_service_volume')
    expect(published).toBe(270_000)
    const days = volumes('baiyun', 0, year)
    expect(sum(days.map(({ n }) => n))).toBe(published)
    const work = days.filter(({ day }) => isWorkday(cn, day))
    expect(Math.round(270_000 / work.length / 10) * 10).toBeGreaterThan(1000)
  })

  it.each([2026, 2028])(
    'of 枞阳 sums to the published half-year in each half, over all halls (%i)',
    (year) => {
      const published = factValue('zongyang', 'case_volume')
      const days = demoOf('zongyang').halls.flatMap((_, hall) => volumes('zongyang', hall, year))
      const first = days.filter(({ day }) => monthDay(day) < '07-01')
      expect(sum(first.map(({ n }) => n))).toBe(published)
      expect(sum(days.map(({ n }) => n))).toBe(2 * (published ?? 0))
    },
  )

  it.each(CITIES)('has none on days off (%s)', (city) => {
    const off = volumes(city, 0, 2026).filter(({ day }) => !isWorkday(cn, day))
    expect(off.length).toBeGreaterThan(100)
    expect(sum(off.map(({ n }) => n))).toBe(0)
  })

  it('has its Mondays above its Fridays', () => {
    const days = volumes('baiyun', 0, 2026).filter(({ n }) => n > 0)
    const mean = (w: number) => {
      const own = days.filter(({ day }) => weekday(day) === w)
      return sum(own.map(({ n }) => n)) / own.length
    }
    expect(mean(1)).toBeGreaterThan(mean(5) * 1.05)
  })
})

describe('counters', () => {
  it('are the published ones where a city published them', () => {
    const main = (city: string) => sum(demoOf(city).halls[0]?.counters ?? [])
    expect(main('xiantao')).toBe(factValue('xiantao', 'hall_windows_comprehensive'))
    expect(main('huaibei')).toBe(
      sum(
        ['hall_windows_promise', 'hall_windows_theme', 'hall_windows_instant'].map((m) =>
          factValue('huaibei', m),
        ),
      ),
    )
  })
})

describe.each(CITIES)('the towns of %s', (city) => {
  it.each(TOWN_MOMENTS)('add up to the city, each seen on its own (%s)', (moment) => {
    const whole = operationAt(city, moment)
    const parts = demoOf(city).towns.map(({ code }) => operationAt(city, moment, code))
    const total = (of: (o: typeof whole) => number | null) => sum(parts.map(of))
    expect(total((o) => o.all.waiting.value)).toBe(whole.all.waiting.value)
    expect(total((o) => o.all.tickets.value)).toBe(whole.all.tickets.value)
    expect(total((o) => o.all.served.value)).toBe(whole.all.served.value)
    expect(total((o) => o.halls.length)).toBe(whole.halls.length)
    expect(total((o) => o.terminals?.total ?? 0)).toBe(whole.terminals?.total ?? 0)
    expect(total((o) => o.terminals?.online ?? 0)).toBe(whole.terminals?.online ?? 0)
    expect(total((o) => o.evaluation.month.rated)).toBe(whole.evaluation.month.rated)
    expect(total((o) => o.evaluation.badMonth.value)).toBe(whole.evaluation.badMonth.value)
    expect(total((o) => o.evaluation.open.value)).toBe(whole.evaluation.open.value)
    expect(parts.flatMap((o) => o.towns ?? [])).toEqual(whole.towns)
    expect(sum(whole.towns.map((t) => t.waiting))).toBe(whole.all.waiting.value)
    expect(sum(whole.towns.map((t) => t.halls))).toBe(whole.all.halls)
    expect(sum(whole.towns.map((t) => t.terminalsOffline ?? null))).toBe(whole.terminals?.faults.length ?? 0)
  })
})

describe.each(CITIES)('the focus hall of %s', (city) => {
  it('is told by the same tickets everywhere', () => {
    for (const moment of momentsOf(city)) {
      const o = operationAt(city, moment)
      const row = o.halls.find(({ id }) => id === o.hall?.id)
      expect(row, moment).toMatchObject({
        waiting: o.waiting.value,
        longest: o.longest.value,
        tickets: o.tickets.value,
        served: o.served.value,
        open: o.counters.open,
        total: o.counters.total,
      })
      const issued = o.tickets.value ?? 0
      const gone = (o.served.value ?? 0) + (o.noShows.value ?? 0)
      const serving = o.counters.rows.filter(({ state }) => state === 'serving').length
      expect(issued - (o.waiting.value ?? 0) - gone - serving, moment).toBe(0)
      expect(sum(o.waits.map(({ count }) => count)), moment).toBe(gone + serving)
      expect(o.cumulative.issued.at(-1) ?? 0).toBeLessThanOrEqual(issued)
      const present = o.waitingCurve.now.findLast((n) => n !== null)
      const clock = moment.slice(11)
      if (present !== undefined && clock < '17:00') expect(present).toBe(o.waiting.value)
    }
  })
})
