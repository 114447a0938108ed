import { readFileSync } from 'node:fs'
import { calendarFile } from '../../src/config/calendar'
import { calendarOf } from '../../src/config/working-time'
import type { WorkCalendar } from '../../src/lib/working-time'

const calendars = new Map<string, WorkCalendar>()

/** When the offices of a city work, by the shipped calendar: one value a city, so that what is worked out from it is kept. */
export function readCalendar(city: string): WorkCalendar {
  const known = calendars.get(city)
  if (known) return known
  const file = calendarFile.parse(JSON.parse(readFileSync('public/config/calendar/cn.json', 'utf8')))
  const calendar = calendarOf(file, city)
  calendars.set(city, calendar)
  return calendar
}
