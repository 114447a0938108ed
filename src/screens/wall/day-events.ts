import type { ExceptionItem } from '../../contract/exception'
import type { Site } from '../../config/site'
import { limitsOf } from '../../config/written'
import { createFeed } from '../../data/feed'
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
  readonly asking: Replay['asking']
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
  const events = new Map<string, DayEvent>()
  try {
    for (; now < start + DAY && !signal.aborted; now += STEP) {
      for (const document of documents) {
        // What cannot be read is told on its panels.
        const read = await feed.get(document, { region: null }, { now }).catch(() => null)
        for (const item of read?.exceptions ?? []) note(events, item, { start, now })
      }
      found([...events.values()].toSorted((a, b) => a.at - b.at))
    }
  } finally {
    thread.stop()
  }
}

function note(
  events: Map<string, DayEvent>,
  { id, severity, what, place, since, evidence }: ExceptionItem,
  { start, now }: { readonly start: number; readonly now: number },
): void {
  const at = Date.parse(since)
  // Of what no record tells when it began, this is only when it was looked at first.
  const first = evidence?.seen === true && now === start
  if (events.has(id) || first || at < start || at >= start + DAY) return
  // On the minute from which it is seen.
  events.set(id, { id, severity, what, ...(place && { place }), at: Math.ceil(at / MINUTE) * MINUTE })
}
