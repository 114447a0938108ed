import { DAY, HOUR } from '../../../lib/calendar'
import type { NumberedException } from '../../../panel/use-exceptions'
import { words } from '../rest-words'
import {
  arrivedIn,
  comingIn,
  duesIn,
  hoursIn,
  patrolIn,
  type Beginning,
  type Counted,
  type Hour,
} from './rest-facts'
import type { Raised } from './use-rest'

/** What the river shows of the time around now: a day back, half a day ahead; half of that where it is narrow. */
const [BEFORE, AFTER] = [DAY, 12 * HOUR]
/** How far ahead the list of what is to come looks. */
const LATER = 7 * DAY

/** The open exceptions of one domain, and what else is to come in it. Times are epoch ms. */
export interface Lane {
  readonly id: string
  readonly name: string
  /** Nothing is known of it now. */
  readonly unseen: boolean
  readonly open: readonly NumberedException[]
  /** Due in the time ahead, and no exception. */
  readonly dues: readonly number[]
  readonly coming: readonly { readonly at: number; readonly what: Beginning }[]
  /** When its last batch arrived, if that was within the day. */
  readonly arrived: number | null
  readonly patrol: readonly [number, number] | null
}

/** Something that will be, in words. */
export interface Later {
  readonly at: number
  readonly text: string
}

export interface RiverFacts {
  readonly from: number
  readonly until: number
  /** More than the day behind and the half day ahead: nothing is counted in those. */
  readonly widened: boolean
  /** What came in, of the first domain that counts it by the hour; null where none does. */
  readonly intake: Intake | null
  readonly lanes: readonly Lane[]
}

export interface Intake {
  readonly name: string
  readonly counted: Counted
  readonly hours: readonly Hour[]
  /** Top of the scale. */
  readonly most: number
}

/** The next round number, for the top of a scale: 108 → 120. */
function roundUp(peak: number): number {
  const ten = 10 ** Math.floor(Math.log10(peak))
  return ([1, 1.2, 1.5, 2, 3, 4, 5, 6, 8].find((step) => step * ten >= peak) ?? 10) * ten
}

/** The most that is drawn of an hour. */
export const peakOf = ({ count, high, booked }: Hour) => Math.max(count ?? 0, high ?? 0, booked ?? 0)

/**
 * Around `now` where something is counted there. Over a weekend or a holiday nothing may be: then from the last day on which
 * something was to the end of the next for which somebody is expected.
 */
function spanOf(now: number, counted: readonly Pick<Intake, 'hours'>[], narrow: boolean) {
  const part = narrow ? 2 : 1
  const [from, until] = [now - BEFORE / part, now + AFTER / part]
  const inSight = ({ from: hour }: Hour) => hour + HOUR > from && hour < until
  const [first] = counted
  if (!first || counted.some(({ hours }) => hours.some((hour) => inSight(hour) && peakOf(hour) > 0)))
    return { from, until, widened: false }
  const times = first.hours.filter((hour) => peakOf(hour) > 0).map((hour) => hour.from)
  return {
    from: Math.min(from, ...times.map((at) => at - HOUR)),
    until: Math.max(until, ...times.map((at) => at + 2 * HOUR)),
    widened: true,
  }
}

export function riverOf(
  now: number,
  items: readonly NumberedException[],
  domains: readonly Raised[],
  narrow = false,
): RiverFacts {
  const counted = domains.flatMap(({ name, document }) => {
    const found = document && hoursIn(document)
    return found?.hours.some((hour) => peakOf(hour) > 0) ? [{ name, ...found }] : []
  })
  const { from, until, widened } = spanOf(now, counted, narrow)
  const seen = counted.flatMap(({ hours, ...rest }) => {
    const inSight = hours.filter(({ from: hour }) => hour + HOUR > from && hour < until)
    return inSight.some((hour) => peakOf(hour) > 0) ? [{ ...rest, hours: inSight }] : []
  })
  const [first] = seen
  const peak = Math.max(1, ...(first?.hours ?? []).map(peakOf))
  return {
    from,
    until,
    widened,
    intake: first ? { ...first, most: Math.max(10, roundUp(peak)) } : null,
    lanes: domains.map(({ id, name, document }): Lane => {
      const arrived = document ? arrivedIn(document) : Number.NaN
      return {
        id,
        name,
        unseen: document === undefined,
        open: items.filter((item) => item.domain === id),
        dues: document ? duesIn(document, { now, until, known: items }).map(({ at }) => at) : [],
        coming: document ? comingIn(document, now) : [],
        arrived: arrived >= from && arrived <= now ? arrived : null,
        patrol: document ? patrolIn(document) : null,
      }
    }),
  }
}

/** What falls due within a week of `now`, and what begins in it after `seen` (epoch ms), the next first, as documents name it. */
export function laterOf(now: number, domains: readonly Raised[], seen: number): readonly Later[] {
  const until = now + LATER
  return domains
    .flatMap(({ name, document }) => {
      if (!document) return []
      const dues = new Map<number, readonly string[]>()
      for (const { at, title } of duesIn(document, { now, until, known: [] }))
        dues.set(at, [...(dues.get(at) ?? []), title === '' ? name : title])
      return [
        ...[...dues].map(([at, titles]) => ({ at, text: words.river.dueAt(titles) })),
        ...comingIn(document, now)
          .filter(({ at }) => at > seen && at <= until)
          .map(({ at, what }) => ({ at, text: words.coming[what] })),
      ]
    })
    .toSorted((a, b) => a.at - b.at)
}
