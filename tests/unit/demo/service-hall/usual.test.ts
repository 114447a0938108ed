import { expect, it } from 'vitest'
import { atWork } from '../../../../src/demo/service-hall/at-work'
import { waitingAt } from '../../../../src/demo/service-hall/day'
import { hallDigest } from '../../../../src/demo/service-hall/kept'
import { sameWeekdays, usualRange } from '../../../../src/demo/service-hall/scope'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { at, cn } from '../cities'
import { CITIES, demoOf } from './cities'

const MORNING = 10 * HOUR + 42 * MINUTE
const WEEK = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map((day) =>
  at(`${day} 00:00`),
)

it.each(CITIES)('on a weekday morning about as many as usual wait in the main hall of %s', (city) => {
  const demo = atWork(demoOf(city), cn)
  const [hall] = demo.halls
  if (!hall) throw new Error(`${city} has no hall`)
  const waiting = (day: number) => waitingAt(hallDigest(demo, hall, day), day + MORNING)
  for (const day of WEEK) {
    const { low, high } = usualRange(sameWeekdays(cn, day).map(waiting))
    expect(waiting(day)).toBeGreaterThanOrEqual(low / 2 - 2)
    expect(waiting(day)).toBeLessThanOrEqual(1.5 * high + 10)
  }
})
