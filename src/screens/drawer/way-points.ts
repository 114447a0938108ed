import type { RecordRow } from '../../contract/records/record-rows'
import { MINUTE } from '../../lib/calendar'
import { dueText } from '../../lib/due'
import { durationText } from '../../lib/format'
import {
  momentIn,
  momentText,
  pendingOf,
  stampText,
  valueText,
  dueAsSeen,
  type Reading,
} from '../../panel/reading'
import { words } from './words'

interface Point {
  readonly at: number
  /** When, in words. */
  readonly when: string
  readonly label: string
  readonly notes: readonly string[]
  /** Time since the point before it, and what that may be, in words. */
  readonly took: string | null
  readonly tone: 'past' | 'late' | 'now' | 'ahead'
}

/** The moments of a record in the order in which they came, with what is to come: the present, and a deadline nobody has met. */
export function pointsOf(reading: Reading, row: RecordRow, now: number): readonly Point[] {
  const come = reading.steps
    .map((step) => ({ step, at: momentIn(row, step.at) }))
    // A moment still to come has not happened.
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at)
  const points: Point[] = come.map(({ step, at }, i) => {
    const before = come[i - 1]?.at
    const span = before === undefined ? null : durationText(at - before)
    const took = span === null ? null : words.record.took(span)
    const { limitMinutes } = step
    return {
      at,
      when: momentText(row, step.at, now),
      label: reading.labels[step.at] ?? step.at,
      notes: (step.notes ?? []).flatMap((field) => valueText(reading, row, field, now) ?? []),
      took:
        took === null || limitMinutes === undefined
          ? took
          : words.record.limit(took, durationText(limitMinutes * MINUTE)),
      tone: 'past' as const,
    }
  })
  const pending = pendingOf(reading, row)
  const limit = pending?.of === 'due' ? pending.at : Number.NaN
  const last = come.at(-1)?.at
  const present: Point = {
    at: now,
    when: stampText(now, now),
    label: words.record.now,
    notes: [],
    took: last === undefined ? null : words.record.sinceLast(durationText(now - last)),
    tone: limit < now ? 'late' : 'now',
  }
  if (Number.isNaN(limit)) return points
  const deadline: Point = {
    at: limit,
    when: momentText(row, reading.due?.at ?? '', now),
    label: words.record.due,
    notes: [],
    took: dueText(dueAsSeen(reading, row, limit, now), now),
    tone: limit < now ? 'late' : 'ahead',
  }
  return [...points, present, deadline].toSorted((a, b) => a.at - b.at)
}
