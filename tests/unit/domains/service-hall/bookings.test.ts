import { expect, it } from 'vitest'
import { booking } from '../../../../src/domains/service-hall/records'
import { demo } from '../../../../src/demo/service-hall/demo'
import { isFields } from '../../../../src/lib/fields'
import { DAY, HOUR, isoTime } from '../../../../src/lib/calendar'
import { at, cn } from '../../demo/cities'
import { CITIES, seedOf } from '../../demo/service-hall/cities'
import { anyRows, counted, NOW } from './rows'

const [NIGHT, MORNING] = [NOW + 16 * HOUR, NOW + DAY - 42 * 60_000]
const booked = (bookingNo: string, bookedFor: number, more: object = {}) => ({
  bookingNo,
  hall: 'main',
  bookedFor: isoTime(bookedFor),
  cancelledAt: null,
  ...more,
})
const rows = [
  booked('1', MORNING - HOUR),
  booked('2', MORNING - HOUR),
  booked('3', MORNING + 4 * HOUR),
  booked('in the evening', MORNING + 9 * HOUR),
  booked('the day after', MORNING + DAY),
  booked('of another hall', MORNING, { hall: 'east' }),
  booked('cancelled', MORNING, { cancelledAt: isoTime(NIGHT - HOUR) }),
  booked('cancelled later', MORNING, { cancelledAt: isoTime(NIGHT + HOUR) }),
]
const withBookings = [...anyRows(3, { placed: true }), [booking, rows] as const]

it('a closed hall tells who has booked for the next day it opens, by hour, without what was cancelled', () => {
  const { bookings } = counted(withBookings, { now: NIGHT })
  expect(bookings?.day).toBe('2026-11-19')
  expect(bookings?.total).toEqual({ value: 5, unit: '人', period: '11-19' })
  const some = bookings?.hours?.filter((hour) => hour.booked > 0)
  expect(some).toEqual([
    { hour: 9, booked: 2 },
    { hour: 10, booked: 1 },
    { hour: 14, booked: 1 },
    { hour: 19, booked: 1 },
  ])
  expect(bookings?.hours?.[0]?.hour).toBe(9)
})

it('an open hall, and a city that sends no bookings, tell of none', () => {
  expect(counted(withBookings, { now: NOW }).bookings).toBeUndefined()
  expect(counted(anyRows(3, { placed: true }), { now: NIGHT }).bookings).toBeUndefined()
})

const demoRows = (city: string, moment: string, since: string | null = null) =>
  demo.records?.booking?.(seedOf(city), {
    now: at(moment),
    since: since === null ? null : at(since),
    calendar: cn,
  }) ?? []
const daysOf = (found: readonly object[]) =>
  new Set(found.flatMap((row) => (isFields(row) ? String(row.bookedFor).slice(0, 10) : [])))

it.each(CITIES)(
  'the demo of %s has bookings for today before it opens, else for the next workday',
  (city) => {
    expect(daysOf(demoRows(city, '2026-11-18 03:00'))).toEqual(new Set(['2026-11-18']))
    expect(daysOf(demoRows(city, '2026-11-22 15:00'))).toEqual(new Set(['2026-11-23']))
    expect(daysOf(demoRows(city, '2026-10-03 10:42'))).toEqual(new Set(['2026-10-08']))
    expect(demoRows(city, '2026-11-18 10:42')).toEqual([])
  },
)

it('the demo hands out what was booked since, and nothing twice', () => {
  const [early, late] = ['2026-11-21 10:00', '2026-11-22 15:00'].map((moment) => demoRows('baiyun', moment))
  const fresh = demoRows('baiyun', '2026-11-22 15:00', '2026-11-21 10:00')
  expect(fresh.length).toBeGreaterThan(0)
  expect((early?.length ?? 0) + fresh.length).toBe(late?.length)
})
