import { MINUTE } from '../../lib/calendar'
import { addWorkingTime } from '../../lib/working-time'
import type { Rule } from '../rule'
import { momentOf, type FieldValue } from './row-view'
import { minutesBetween, type Ground, type Thing } from './rule-things'

const MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const

const numberOf = (value: FieldValue): number | null => (typeof value === 'number' ? value : null)

/** The number of a thing that its rule looks at; null where it is not known. */
export function observedOf({ breach }: Rule, thing: Thing, ground: Ground): number | null {
  if (!breach) return null
  const { observed } = breach
  if (typeof observed === 'string') return numberOf(thing.field(observed))
  if ('minutes' in observed) return numberOf(thing.field(observed.minutes))
  if ('since' in observed) {
    const from = momentOf(thing.field(observed.since))
    if (Number.isNaN(from)) return null
    return minutesBetween(from, ground.moment.now, observed.in, ground) / MINUTES[observed.as ?? 'minutes']
  }
  const whole = numberOf(thing.field(observed.of))
  const part = numberOf(thing.field('share' in observed ? observed.share : observed.rest))
  // Of nothing there is no share.
  if (whole === null || part === null || !(whole > 0)) return null
  return (('share' in observed ? part : whole - part) / whole) * 100
}

/** When a thing passed its limit, epoch ms, where that follows from what is known now; undefined where only the figure of now is. */
export function brokenAt(
  { breach, on }: Rule,
  thing: Thing,
  limit: number | null,
  { moment }: Ground,
): number | undefined {
  if (!breach || limit === null) return undefined
  const { observed, is } = breach
  if (observed === 'count' && on.group && on.first !== undefined) {
    // With the row that was one too many.
    const row = thing.rows[is === 'above' ? Math.floor(limit) : Math.ceil(limit) - 1]
    const at = row === undefined ? Number.NaN : momentOf(thing.at(row, on.first))
    return Number.isNaN(at) ? undefined : at
  }
  if (typeof observed === 'string') return undefined
  if ('minutes' in observed) {
    const minutes = numberOf(thing.field(observed.minutes))
    return minutes === null ? undefined : moment.now - (minutes - limit) * MINUTE
  }
  if (!('since' in observed)) return undefined
  const from = momentOf(thing.field(observed.since))
  if (Number.isNaN(from)) return undefined
  const minutes = limit * MINUTES[observed.as ?? 'minutes']
  return observed.in === 'working' ? addWorkingTime(moment.calendar, from, minutes) : from + minutes * MINUTE
}
