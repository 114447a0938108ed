import { describe, expect, it } from 'vitest'
import { demo as calls } from '../../../src/demo/data-aggregation/demo'
import { demo as hotline } from '../../../src/demo/hotline/demo'
import { demo as halls } from '../../../src/demo/service-hall/demo'
import { isFields } from '../../../src/lib/fields'
import { at, cn } from './cities'
import { seedOf as dataSeed } from './data-aggregation/cities'
import { seed as hotlineSeed } from './hotline/day'
import { seedOf as hallSeed } from './service-hall/cities'

/** How many rows say that something happened at `moment` in each hour of `day`. */
function byHour(rows: readonly object[], moment: string, day: string): number[] {
  const hours = Array.from({ length: 24 }, () => 0)
  for (const row of rows) {
    const text = isFields(row) ? row[moment] : null
    if (typeof text !== 'string' || !text.startsWith(day)) continue
    const hour = Number(text.slice(11, 13))
    hours[hour] = (hours[hour] ?? 0) + 1
  }
  return hours
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const night = (hours: readonly number[]) => sum([...hours.slice(0, 6), ...hours.slice(22)])

const ordersOn = (day: string) =>
  hotline.records?.['work-order']?.(hotlineSeed, { now: at(`${day} 23:59`), since: null, calendar: cn }) ?? []

/** Orders that somebody had to handle: what a seat answers at once is closed at any hour. */
const handled = (rows: readonly object[]) => rows.filter((row) => isFields(row) && row.mode !== 'direct')

const [WORKDAY, SUNDAY, SPRING, MAKE_UP] = ['2026-11-18', '2026-11-22', '2026-02-17', '2026-02-14']

describe('the hotline', () => {
  it.each([WORKDAY, SUNDAY, SPRING, MAKE_UP])(
    'takes calls at every part of %s, few of them at night',
    (day) => {
      const hours = byHour(ordersOn(day), 'acceptedAt', day)
      expect(night(hours)).toBeGreaterThan(5)
      expect(night(hours)).toBeLessThan(0.2 * sum(hours))
      expect(Math.max(...hours.slice(0, 6))).toBeLessThan(0.25 * Math.max(...hours))
    },
  )

  it.each([WORKDAY, SUNDAY, SPRING, MAKE_UP])('has nothing handled or closed at night of %s', (day) => {
    const rows = handled(ordersOn(day))
    for (const moment of ['signedAt', 'repliedAt']) {
      const hours = byHour(rows, moment, day)
      expect(sum([...hours.slice(0, 9), ...hours.slice(18)]), moment).toBe(0)
    }
    const closed = byHour(rows, 'closedAt', day)
    expect(sum([...closed.slice(0, 9), ...closed.slice(20)])).toBe(0)
    expect(sum(closed)).toBeGreaterThan(50)
  })

  it('is handled by few on a day off, and as on any day on a Saturday at work', () => {
    const replied = (day: string) => sum(byHour(handled(ordersOn(day)), 'repliedAt', day))
    expect(replied(SUNDAY)).toBeLessThan(0.4 * replied(WORKDAY))
    expect(replied(SPRING)).toBeLessThan(0.4 * replied(WORKDAY))
    expect(replied(MAKE_UP)).toBeGreaterThan(0.7 * replied(WORKDAY))
  })

  it('is called as at a weekend in the spring festival, and as on a workday on a Saturday at work', () => {
    const accepted = (day: string) => sum(byHour(ordersOn(day), 'acceptedAt', day))
    expect(accepted(SPRING)).toBeLessThan(0.7 * accepted('2026-02-11'))
    expect(accepted(MAKE_UP)).toBeGreaterThan(0.85 * accepted('2026-02-11'))
  })
})

describe('the halls', () => {
  const ticketsOn = (city: string, day: string) =>
    byHour(
      halls.records?.ticket?.(hallSeed(city), { now: at(`${day} 23:59`), since: null, calendar: cn }) ?? [],
      'takenAt',
      day,
    )

  it.each([SUNDAY, SPRING, '2026-02-23', '2026-09-25', '2026-10-07'])('are closed on %s', (day) => {
    expect(sum(ticketsOn('baiyun', day))).toBe(0)
  })

  it.each([WORKDAY, MAKE_UP, '2026-09-20', '2026-10-10'])('are open on %s, from nine to five', (day) => {
    const hours = ticketsOn('baiyun', day)
    expect(sum(hours)).toBeGreaterThan(1000)
    expect(sum(hours.slice(9, 17))).toBe(sum(hours))
  })

  it('of a county of 17 towns have people at work in every hour', () => {
    const hours = ticketsOn('zongyang', WORKDAY).slice(9, 17)
    expect(Math.min(...hours)).toBeGreaterThan(3)
  })
})

describe('the data platform', () => {
  /** Calls of one hour of a day, all users together. */
  const callsAt = (day: string, hour: number) =>
    sum(
      (
        calls.records?.['sharing-call']?.(dataSeed('baiyun'), {
          now: at(`${day} 23:59`),
          since: null,
          calendar: cn,
        }) ?? []
      ).flatMap((row) =>
        isFields(row) &&
        typeof row.from === 'string' &&
        row.from.startsWith(`${day}T${String(hour).padStart(2, '0')}`)
          ? [Number(row.calls)]
          : [],
      ),
    )

  it('is called by offices: most of it on a workday morning, batches at night, little on days off', () => {
    const rush = callsAt(WORKDAY, 10)
    expect(callsAt(WORKDAY, 3)).toBeGreaterThan(0)
    expect(callsAt(WORKDAY, 3)).toBeLessThan(0.3 * rush)
    expect(callsAt(SUNDAY, 10)).toBeLessThan(0.6 * rush)
    expect(callsAt(SPRING, 10)).toBeLessThan(0.6 * rush)
    expect(callsAt(MAKE_UP, 10)).toBeGreaterThan(0.8 * rush)
  })
})
