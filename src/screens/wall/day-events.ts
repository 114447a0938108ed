import type { ExceptionItem } from '../../contract/exception'
import type { Site } from '../../config/site'
import { limitsOf } from '../../config/written'
import { createFeed, type FeedOptions } from '../../data/feed'
import { everyMsOf } from '../../data/record-sources'
import type { ReaderThread } from '../../data/reader-thread'
import type { ServerTime } from '../../data/transport/server-time'
import { domains } from '../../domains/registry'
import { DAY, HOUR, MINUTE, parseTime } from '../../lib/calendar'
import type { Replay } from '../../lib/clock'

/** Something that came to need a person in the course of a day. */
export type DayEvent = Pick<ExceptionItem, 'id' | 'severity' | 'what' | 'place'> & {
  /** Epoch ms. */
  readonly at: number
}

/** What a day is asked with: the city at any moment, and a thread of its own, so that the wall's records stay what they are. */
export interface DaySource {
  readonly site: Site
  readonly asking: Replay<FeedOptions['fetch']>['asking']
  readonly startThread: () => ReaderThread
  readonly time: ServerTime
}

/** How often a day is looked at: what came and went in between is not seen. */
const STEP = HOUR

/**
 * Looks through the day `date` (`YYYY-MM-DD`) of a demo for what came to need a person, one moment after the other, and tells what it
 * has found after each, in the order of time. Ends early when `signal` is aborted.
 */
export async function lookThrough(
  date: string,
  { site, asking, startThread, time }: DaySource,
  found: (events: readonly DayEvent[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const { config, wrongSources, city, metrics, calendar, rules } = site
  const start = parseTime(date)
  let now = start
  const thread = startThread()
  const feed = createFeed({
    config,
    wrongSources,
    city,
    limits: limitsOf(metrics),
    calendar,
    rules,
    fetch: asking(() => now),
    thread,
    real: () => Date.now(),
    // So that everything is read at every moment.
    elapsed: () => now,
    time,
    seed: date,
    interactive: false,
  })
  const documents = domains.flatMap(({ raises, document }) =>
    raises && everyMsOf(config.sources, document.id) !== undefined ? [document] : [],
  )
  const raised = createRaised()
  try {
    for (; now < start + DAY && !signal.aborted; now += STEP) {
      const items: ExceptionItem[] = []
      for (const document of documents) {
        // What cannot be read is told on its panels.
        const read = await feed.get(document, { region: null }, { now }).catch(() => null)
        items.push(...(read?.exceptions ?? []))
      }
      found(raised.note(items, now))
    }
  } finally {
    thread.stop()
  }
}

/** Keeps what came to need a person since it was looked first, one look after the other. */
export function createRaised() {
  const seen = new Set<string>()
  const events: DayEvent[] = []
  let last: number | undefined
  return {
    /** @returns the events known so far, in the order of time */
    note(items: readonly ExceptionItem[], now: number): readonly DayEvent[] {
      for (const { id, severity, what, place, since, due } of items) {
        if (last !== undefined && !seen.has(id)) {
          const [before, told] = [last, [since, due].map((time) => Date.parse(time))]
          // An order needs somebody from its limit on, long after it began; of others it is when they began. Otherwise it is told by the look.
          const at = told.find((time) => time > before && time <= now) ?? now
          // On the minute from which it is seen.
          events.push({ id, severity, what, ...(place && { place }), at: Math.ceil(at / MINUTE) * MINUTE })
        }
        seen.add(id)
      }
      last = now
      return events.toSorted((a, b) => a.at - b.at)
    },
  }
}
