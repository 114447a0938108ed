import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { isWorkday } from '../../../../src/lib/working-time'
import { simulateDay, type HallDay } from '../../../../src/demo/service-hall/day'
import { NOON } from '../../../../src/demo/service-hall/roster'
import { dayVolume } from '../../../../src/demo/service-hall/volume'
import { at, cn } from '../cities'
import { CITIES, demoOf } from './cities'

const DAYS = ['2026-11-18', '2026-11-16', '2026-03-04', '2026-06-30'].map((date) => at(`${date} 00:00`))

const cases = CITIES.flatMap((city) =>
  demoOf(city).halls.map((hall) => ({ city, hall: hall.id, of: hall, demo: demoOf(city) })),
)

describe.each(cases)('the queue of $city/$hall', ({ of, demo }) => {
  const days = DAYS.map((start) => ({ start, day: simulateDay(demo, of, start) }))
  const each = (check: (day: HallDay, start: number) => void) =>
    days.forEach(({ day, start }) => {
      expect(day.tickets.length).toBeGreaterThan(0)
      check(day, start)
    })

  it('issues what the day has, between nine and five', () => {
    each((day, start) => {
      expect(day.tickets.length).toBe(dayVolume(demo, of, start))
      const late = day.tickets.filter(({ taken }) => taken < start + 9 * HOUR || taken >= start + 17 * HOUR)
      expect(late).toEqual([])
    })
  })

  it('is first come, first served in every line', () => {
    each((day) => {
      for (const line of day.byLine) {
        const calls = line.map((t) => t.called)
        expect(calls.toSorted((a, b) => a - b)).toEqual(calls)
        expect(line.every((t) => t.called >= t.taken && t.end > t.called)).toBe(true)
      }
    })
  })

  it('never has two people at one counter, nor anyone at a closed or resting one', () => {
    each((day) => {
      day.roster.forEach((duty, i) => {
        const own = day.tickets.filter((t) => t.counter === i).toSorted((a, b) => a.called - b.called)
        if (duty.closed) expect(own).toEqual([])
        expect(own.filter(({ line }) => line !== duty.line)).toEqual([])
        expect(own.filter(({ called }, k) => called < (own[k - 1]?.end ?? 0))).toEqual([])
        const rests = (when: number) => duty.pauses.some(([from, to]) => when >= from && when < to)
        expect(own.filter(({ called }) => rests(called))).toEqual([])
      })
    })
  })

  it('is served out within two hours of closing', () => {
    each((day, start) => {
      expect(Math.max(...day.tickets.map((t) => t.end))).toBeLessThan(start + 19 * HOUR)
    })
  })

  it('lets only people who were served rate', () => {
    each((day) => {
      const rated = day.tickets.filter((t) => t.stars > 0)
      expect(rated.every((t) => !t.noShow && t.ratedAt >= t.end)).toBe(true)
    })
  })
})

describe('the shape of a day in 白云', () => {
  const demo = demoOf('baiyun')
  const [main] = demo.halls
  if (!main) throw new Error('no hall')
  const days = Array.from({ length: 120 }, (_, i) => at('2026-11-18 00:00') - i * 24 * HOUR).filter((day) =>
    isWorkday(cn, day),
  )
  const seen = days.map((start) => ({ start, day: simulateDay(demo, main, start) }))
  const waiting = (day: HallDay, when: number) =>
    day.tickets.filter((t) => t.taken <= when && t.called > when)

  it('has a rush in the late morning and quiet at noon', () => {
    const mean = (hour: number) =>
      seen.reduce((n, { day, start }) => n + waiting(day, start + hour * HOUR).length, 0) / seen.length
    expect(mean(10.7)).toBeGreaterThan(25)
    expect(mean(10.7)).toBeLessThan(60)
    expect(mean(12.8)).toBeLessThan(mean(10.7) / 3)
    expect(mean(16.8)).toBeLessThan(mean(15))
  })

  it('keeps somebody above 30 minutes on some mornings, not on most', () => {
    const over = seen.filter(({ day, start }) => {
      const when = start + 10.8 * HOUR
      return waiting(day, when).some((t) => when - t.taken > 30 * MINUTE)
    })
    expect(over.length / seen.length).toBeGreaterThan(0.04)
    expect(over.length / seen.length).toBeLessThan(0.4)
  })

  it('rests about half of its counters at noon, each line keeping one', () => {
    for (const { day, start } of seen) {
      const noon = start + (NOON[0] + NOON[1]) / 2
      const here = day.roster.filter(
        (d) => !d.closed && !d.pauses.some(([from, to]) => noon >= from && noon < to),
      )
      expect(here.length).toBeLessThan(day.roster.length * 0.85)
      expect(new Set(here.map((d) => d.line)).size).toBe(4)
    }
  })
})
