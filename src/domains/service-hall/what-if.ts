import { isoTime, dayStart, isoDate, MINUTE } from '../../lib/calendar'
import { hash32 } from '../../lib/random'
import type { Book } from '../../contract/records/counting'
import type { Moment } from '../../contract/records/summary'
import { countersOf } from './summary-counters'
import { hoursOf } from './summary-figures'
import { scopeOf, type Hall, type Scope } from './summary-halls'
import type { Queue } from './summary-queue'
import { linesOf, prospectOf, type Grounds, type Line, type Question, type Wanting } from './what-if-outlook'
import { outcomesOf, runsFor, type Outcome } from './what-if-runs'

/** Counters more than now that are reckoned with. */
const CHANGES = [-2, -1, 0, 1, 2, 3, 4] as const

/** One queue of the hall, to choose from. */
export interface QueueNow {
  /** Null where the hall is one queue. */
  readonly line: string | null
  readonly waiting: number
  /** Minutes; null where nobody waits. */
  readonly longest: number | null
}

export interface Variant extends Outcome {
  readonly counters: number
  /** Counters more than now. */
  readonly change: number
}

/** How the queue of a hall would go on with more and with fewer counters: a projection, never a measurement. */
export interface WhatIf {
  readonly hall: string
  readonly queues: readonly QueueNow[]
  /** The one that is reckoned with. */
  readonly line: string | null
  readonly waiting: number
  /** Of those who wait, how many are past the limit already. */
  readonly late: number
  readonly limit: number | null
  /** Moment of the present queue, ISO. */
  readonly asOf: string
  /** When no more numbers are given out, ISO. */
  readonly closes: string
  /** Why nothing is reckoned; null where it is. */
  readonly wanting: Wanting | null
  readonly variants: readonly Variant[]
  /** The smallest number of counters with which nobody who comes from now on waits beyond the limit; null where none of them is enough. */
  readonly enough: number | null
  readonly grounds: Grounds | null
  readonly runs: number
}

/** What is asked: a hall as its document names it (the focus hall without), one of its queues (that which waits longest without). */
export interface WhatIfAsked {
  readonly hall?: string | undefined
  readonly line?: string | undefined
  /** What a wait may come to, minutes. */
  readonly limit?: string | undefined
}

/** Null where there is no such hall, or no tickets. */
export function whatIfOf(book: Book, moment: Moment, asked: WhatIfAsked): WhatIf | null {
  const scope = scopeOf(book, moment)
  const { queue, all, focus } = scope
  const hall = asked.hall === undefined ? focus : all.find(({ key }) => key === asked.hall)
  if (!queue || !hall) return null
  const lines = linesOf(scope, hall, queue, countersOf(scope, hall)).map((line) => ({
    line,
    now: queueNow(queue, line, moment.now),
  }))
  const worst = lines.toSorted((a, b) => (b.now.longest ?? -1) - (a.now.longest ?? -1))[0]
  const chosen = lines.find(({ line }) => line.label !== null && line.label === asked.line) ?? worst
  if (!chosen) return null
  return {
    hall: hall.name,
    queues: lines.map(({ now }) => now),
    ...reckoned(scope, hall, queue, { line: chosen.line, limit: numberOf(asked.limit) }),
  }
}

const numberOf = (part: string | undefined): number | null =>
  part !== undefined && part !== '' && Number.isFinite(Number(part)) ? Number(part) : null

function queueNow(queue: Queue, { label, today }: Line, now: number): QueueNow {
  const since = today.flatMap((row) => (queue.state(row, now) === 'waiting' ? [queue.since(row, now)] : []))
  const first = since.reduce((a, b) => Math.min(a, b), Infinity)
  return { line: label, waiting: since.length, longest: since.length === 0 ? null : (now - first) / MINUTE }
}

function reckoned(scope: Scope, hall: Hall, queue: Queue, question: Question) {
  const { line, limit } = question
  const { now } = scope.moment
  const waits = line.today.flatMap((row) =>
    queue.state(row, now) === 'waiting' ? [(now - queue.since(row, now)) / MINUTE] : [],
  )
  const about = {
    line: line.label,
    waiting: waits.length,
    late: limit === null ? 0 : waits.filter((minutes) => minutes > limit).length,
    limit,
    asOf: isoTime(now),
    closes: isoTime(dayStart(now) + hoursOf(hall).closes),
  }
  const found = prospectOf(scope, hall, queue, question)
  if (typeof found === 'string')
    return { ...about, wanting: found, variants: [], enough: null, grounds: null, runs: 0 }
  const { outlook, grounds, open, staff } = found
  // A queue that nobody serves is no plan; that it is so now is told.
  const changes = CHANGES.filter((change) => open + change > 0 || change === 0)
  const outcomes = outcomesOf(
    outlook,
    changes.map((change) => staff(open + change)),
    // The same all day: what changes from one minute to the next is the queue and not the luck.
    { seed: hash32('what-if', hall.id, line.label ?? '', isoDate(now)) },
  )
  const variants = outcomes.flatMap((outcome, i): Variant[] => {
    const change = changes[i] ?? 0
    return [{ ...outcome, counters: open + change, change }]
  })
  return {
    ...about,
    wanting: null,
    variants,
    enough:
      variants.find(({ coming }) => limit !== null && coming !== null && coming <= limit)?.counters ?? null,
    grounds,
    runs: runsFor(outlook),
  }
}
