import type { Counting } from '../../src/contract/records/counting'
import { countedBy } from '../../src/data/store/count'
import { raisedBy } from '../../src/data/store/raise'
import { createShelf, type Shelf } from '../../src/data/store/shelf'
import type { Demo } from '../../src/demo/kit/domain'
import type { Moment } from '../../src/demo/kit/seed'
import { isoTime } from '../../src/lib/calendar'
import type { WorkCalendar } from '../../src/lib/working-time'
import { shippedRules } from './rules'

/** With the thresholds in force, by metric id (`config/metrics`): the demo itself knows none. */
export interface CountedMoment extends Moment {
  readonly limits: Readonly<Record<string, number>>
}

/**
 * What a wall makes of a domain of the demo at a moment: its document, what is counted from its records, and what its rules find there.
 * Here, where there is no wall to do it: recorded documents, and tests.
 */
export function answerOf(
  { document, records = {}, dataTime }: Demo,
  counting: Counting | undefined,
  seed: unknown,
  moment: CountedMoment,
): object {
  const base = document(seed, moment)
  const { contract, city } = { contract: '', city: '', ...base }
  const [resource = ''] = contract.split('/')
  if (!counting) return base
  const now = dataTime?.(seed, moment.now) ?? moment.now
  const shelf = shelfOf(records, counting, seed, {
    city,
    resource,
    now,
    moment: moment.now,
    calendar: moment.calendar,
  })
  const asOf = isoTime(now)
  const sources = counting.kinds.map(({ id }) => ({ id, dirtyShare: 0, optional: true }))
  const scope = {
    raise: shippedRules(resource),
    count: { sources, asOf },
    city,
    resource,
    town: moment.region,
    limits: moment.limits,
    calendar: moment.calendar,
    receivedAt: asOf,
  }
  return raisedBy(counting, countedBy(counting, base, scope, shelf), scope, shelf)
}

interface Held {
  readonly records: Demo['records']
  readonly seed: unknown
  readonly moment: number
  readonly calendar: WorkCalendar
  readonly shelf: Shelf
}

/** A wall counts every town from the same records, and so does this: the last ones are kept. */
const held: Held[] = []
const KEPT = 8

interface Asked {
  readonly city: string
  readonly resource: string
  readonly now: number
  readonly moment: number
  readonly calendar: WorkCalendar
}

/** The records of a city at a moment, in their stores; `now` is their data time, epoch ms. */
function shelfOf(
  records: NonNullable<Demo['records']>,
  counting: Counting,
  seed: unknown,
  { city, resource, now, moment, calendar }: Asked,
): Shelf {
  const known = held.find(
    (one) =>
      one.records === records && one.seed === seed && one.moment === moment && one.calendar === calendar,
  )
  if (known) return known.shelf
  const shelf = createShelf(() => Promise.resolve(counting))
  for (const kind of counting.kinds) {
    const rows = records[kind.id.slice(resource.length + 1)]?.(seed, {
      now: moment,
      since: null,
      calendar,
    })
    if (rows === undefined) continue
    const run = shelf.store(city, kind).begin(true)
    run.put(rows)
    run.commit(now)
  }
  held.unshift({ records, seed, moment, calendar, shelf })
  held.splice(KEPT)
  return shelf
}
