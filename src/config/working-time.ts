import { dayNumber, parseTime } from '../lib/calendar'
import type { WorkCalendar } from '../lib/working-time'
import type { CalendarFile } from './calendar'

// Read without the schema: the page has its files judged in the data worker and loads no validator of its own.

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const numberOf = (day: string): number => dayNumber(parseTime(day))

/** The calendar of a city: the days of every published year, and the hours of the city or those of all. */
export function calendarOf({ years, hours, cities }: CalendarFile, city: string): WorkCalendar {
  const days: Record<number, boolean> = {}
  for (const { off, work } of Object.values(years)) {
    for (const { from, to } of off)
      for (let day = numberOf(from); day <= numberOf(to); day++) days[day] = false
    for (const day of work) days[numberOf(day)] = true
  }
  return {
    days,
    covered: Object.keys(years).map((year) => [numberOf(`${year}-01-01`), numberOf(`${year}-12-31`)]),
    hours: (cities[city] ?? hours).periods.map((period) => [
      minutesOf(period.slice(0, 5)),
      minutesOf(period.slice(6)),
    ]),
  }
}
