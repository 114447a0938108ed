import { clockText, isoDate, monthDay } from '../../../lib/calendar'
import { rateText, weekdayText } from '../../../lib/format'
import type { HallOperation } from '../contract'
import { words } from '../overview-words'

/** `今日 09:00`, `11-23 周一 09:00`: when the halls open next. */
export function opensText(opensAt: string, now: number): string {
  const at = Date.parse(opensAt)
  if (isoDate(at) === isoDate(now)) return words.service.today(clockText(at))
  return words.service.later(monthDay(at), weekdayText(at), clockText(at))
}

/** What the hall is doing when it is not simply open; empty when it is, and when the source does not say. */
export function serviceText(service: HallOperation['service'], now: number): string {
  switch (service?.state) {
    case undefined:
    case 'open':
      return ''
    case 'noon':
    case 'closing':
      return words.service[service.state]
    case 'closed':
      return service.opensAt === undefined
        ? words.service.closed
        : words.service.closedUntil(opensText(service.opensAt, now))
  }
}

/** A rate in running text; nothing to divide by prints as — without a unit. */
export function percentText(value: number | null): string {
  return value === null ? '—' : `${rateText(value)}%`
}

/** A context rate without a target where room is short: whole percents. */
export function wholePercent(value: number | null): string {
  return value === null ? '—' : `${Math.round(value)}%`
}

/** Ages in one unit, where a column has no room for two: minutes below an hour, hours below two days, then days. */
export function ageText(hours: number): string {
  if (hours < 1) return words.age.minutes(Math.round(hours * 60))
  return hours < 48 ? words.age.hours(Math.floor(hours)) : words.age.days(Math.floor(hours / 24))
}
