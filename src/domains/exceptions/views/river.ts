import { DAY, dayStart, HOUR } from '../../../lib/calendar'
import type { NumberedException } from '../../../panel/use-exceptions'
import { words } from '../rest-words'
import { arrivedIn, comingIn, duesIn, hoursIn, patrolIn, type Beginning, type Hour } from './rest-facts'
import type { Raised } from './use-rest'

/** What the river shows of the time around now: a day back, half a day ahead; half of that where it is narrow. */
const [BEFORE, AFTER] = [DAY, 12 * HOUR]
/** How far ahead it looks where nothing is counted by the hour. */
const LATER = 7 * DAY

/** Where a moment stands, in u. */
export type Scale = (ms: number) => number

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
  /** What came in, of the first domain that counts it by the hour; null where none does. */
  readonly intake: { readonly name: string; readonly hours: readonly Hour[]; readonly most: number } | null
  readonly lanes: readonly Lane[]
  /** What is to come within a week, the next first; only where nothing is counted by the hour. */
  readonly later: readonly Later[]
}

/** The next round number, for the top of a scale: 108 → 120. */
function roundUp(peak: number): number {
  const ten = 10 ** Math.floor(Math.log10(peak))
  return ([1, 1.2, 1.5, 2, 3, 4, 5, 6, 8].find((step) => step * ten >= peak) ?? 10) * ten
}

export function riverOf(
  now: number,
  items: readonly NumberedException[],
  domains: readonly Raised[],
  narrow = false,
): RiverFacts {
  const part = narrow ? 2 : 1
  const [from, until] = [now - BEFORE / part, now + AFTER / part]
  const inSight = ({ from: hour }: Hour) => hour + HOUR > from && hour < until
  const counted = domains.flatMap(({ name, document }) => {
    const hours = document ? hoursIn(document).filter(inSight) : []
    return hours.some(({ count, high }) => (count ?? 0) > 0 || (high ?? 0) > 0) ? [{ name, hours }] : []
  })
  const [first] = counted
  const peak = Math.max(1, ...(first?.hours ?? []).flatMap(({ count, high }) => [count ?? 0, high ?? 0]))
  return {
    from,
    until,
    later: first ? [] : laterOf(now, items, domains),
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

/** What falls due or begins within a week of `now`, the next first: open exceptions, and what the documents of `domains` name. */
export function laterOf(
  now: number,
  items: readonly NumberedException[],
  domains: readonly Raised[],
): readonly Later[] {
  const until = now + LATER
  return [
    ...items.map(({ due, what }) => ({ at: Date.parse(due), text: words.river.dueOne(what) })),
    ...domains.flatMap(({ name, document }) =>
      document
        ? [
            ...duesIn(document, { now, until, known: items }).map(({ at, title }) => ({
              at,
              text: words.river.dueOne(title === '' ? name : title),
            })),
            ...comingIn(document, now).map(({ at, what }) => ({ at, text: words.coming[what] })),
          ]
        : [],
    ),
  ]
    .filter(({ at }) => at > now && at <= until)
    .toSorted((a, b) => a.at - b.at)
}

/** Whole hours in sight that are multiples of `step`, epoch ms. */
export function ticksOf(from: number, until: number, step: number): readonly number[] {
  const first = dayStart(from)
  const all = Array.from(
    { length: Math.ceil((until - first) / (step * HOUR)) + 1 },
    (_, i) => first + i * step * HOUR,
  )
  return all.filter((at) => at >= from && at <= until)
}
