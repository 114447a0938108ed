import { readFileSync } from 'node:fs'
import { calendarFile } from '../../src/config/calendar'
import { calendarOf } from '../../src/config/working-time'
import type { WorkCalendar } from '../../src/lib/working-time'

/** When the offices of a city work, by the shipped calendar. */
export const readCalendar = (city: string): WorkCalendar =>
  calendarOf(calendarFile.parse(JSON.parse(readFileSync('public/config/calendar/cn.json', 'utf8'))), city)
