import type { ExceptionItem } from '../../contract/exception'
import { stateOf, type Alarm, type Journal } from './journal'

/** What whoever takes over has to be told, each by what it is about; how it is worded is said elsewhere. */
export type HandoverFact =
  | { readonly kind: 'opened' | 'open'; readonly alarm: Alarm; readonly at: number }
  | { readonly kind: 'closed'; readonly alarm: Alarm; readonly at: number; readonly noticed: boolean }
  | { readonly kind: 'shelved'; readonly alarm: Alarm; readonly at: number; readonly until: number }
  | { readonly kind: 'source'; readonly id: string; readonly name: string; readonly state: string }
  | ({ readonly kind: 'unusual'; readonly id: string; readonly name: string } & Unusual)

export type HandoverKind = HandoverFact['kind']

/** A part of the day that lay outside what is usual of it. */
export interface Unusual {
  readonly steps: number
  /** The step farthest from its range: when it began, what was counted, and the range. */
  readonly at: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Facts of one kind: as many as fit a page, and how many there are in all. */
export interface HandoverSection {
  readonly kind: HandoverKind
  readonly facts: readonly HandoverFact[]
  readonly count: number
}

export interface Shift {
  /** Epoch ms. */
  readonly begin: number
  readonly end: number
}

/** A source as it is now. */
export interface SourceNow {
  readonly id: string
  readonly name: string
  /** In words; null where nothing is wrong with it. */
  readonly wrong: string | null
  readonly unusual: Unusual | null
}

/** Six lists of so many lines, with notes and two names, fill a sheet of A4. */
export const MOST_LINES = 6

const ORDER = ['open', 'shelved', 'opened', 'closed', 'source', 'unusual'] as const satisfies HandoverKind[]

/**
 * The hand-over of a shift out of what this room knows: nothing is noted that was not recorded, and what does not fit is counted.
 * @param journal of the room; what came up before it began is known by `item.since` alone
 */
export function handoverOf(
  journal: Journal,
  { begin, end }: Shift,
  sources: readonly SourceNow[],
): readonly HandoverSection[] {
  const within = (at: number) => at >= begin && at < end
  const alarms = Object.values(journal.alarms)
  const facts: HandoverFact[] = [
    ...alarms.flatMap((alarm): readonly HandoverFact[] => {
      const state = stateOf(alarm)
      const since = startOf(alarm)
      const stands = alarm.active && state !== 'shelved'
      return [
        ...(within(since) ? [{ kind: 'opened' as const, alarm, at: since }] : []),
        ...(stands ? [{ kind: 'open' as const, alarm, at: since }] : []),
        ...(alarm.shelf
          ? [{ kind: 'shelved' as const, alarm, at: alarm.shelf.at, until: alarm.shelf.until }]
          : []),
        ...(alarm.endedAt !== null && within(alarm.endedAt)
          ? [{ kind: 'closed' as const, alarm, at: alarm.endedAt, noticed: alarm.acknowledgedAt !== null }]
          : []),
      ]
    }),
    ...sources.flatMap(({ id, name, wrong, unusual }): readonly HandoverFact[] => [
      ...(wrong === null ? [] : [{ kind: 'source' as const, id, name, state: wrong }]),
      ...(unusual === null ? [] : [{ kind: 'unusual' as const, id, name, ...unusual }]),
    ]),
  ]
  return ORDER.map((kind) => {
    const own = facts.filter((fact) => fact.kind === kind)
    return { kind, facts: ordered(own).slice(0, MOST_LINES), count: own.length }
  })
}

/** When it began, by the records; by this room where they tell none. */
const startOf = ({ item, seenAt }: Alarm): number => (item.evidence?.seen ? seenAt : Date.parse(item.since))

/** What stands: what is due first. What happened: the latest first. */
function ordered(facts: readonly HandoverFact[]): readonly HandoverFact[] {
  const key = (fact: HandoverFact): number => {
    if (fact.kind === 'open') return dueOf(fact.alarm.item)
    if (fact.kind === 'shelved') return fact.until
    return 'at' in fact ? -fact.at : 0
  }
  return facts.toSorted((a, b) => key(a) - key(b))
}

const dueOf = ({ due }: ExceptionItem) => Date.parse(due)
