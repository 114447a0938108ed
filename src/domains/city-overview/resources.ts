import type { CityDocument } from '../../contract/document'
import { datedBy } from '../../contract/freshness'
import type { Measure } from '../../contract/measure'
import { derivedOf, type Inputs } from '../../contract/resource'
import { listIn, numberIn, recordIn, textIn, type Fields } from '../../lib/fields'
import type { Course } from '../../contract/measure'
import type { Hall, OverviewDocument, Town } from './contract'

// What this document borrows from the others: the rows of their towns, and who has received how much. They are read by shape,
// so that no domain knows another, and part by part, so that what one source leaves out takes nothing else along.

const townRows = (document: CityDocument | undefined): readonly Fields[] =>
  listIn(document?.operation, 'towns')

/** Every town somebody names, once, in the order of the inputs. */
function townsOf(inputs: Inputs): Map<string, string> {
  const names = new Map<string, string>()
  for (const row of [...inputs.values()].flatMap(townRows)) {
    const [code, name] = [textIn(row, 'code'), textIn(row, 'name')]
    if (code !== null && name !== null && !names.has(code)) names.set(code, name)
  }
  return names
}

/** The first row of each town that has `field`. */
function byTown(documents: readonly CityDocument[], field: string): Map<string, Fields> {
  const rows = documents.flatMap(townRows).filter((row) => field in row)
  return new Map(
    rows.toReversed().flatMap((row) => (textIn(row, 'code') === null ? [] : [[String(row.code), row]])),
  )
}

/** Whether anybody counts orders by town, however old the count. */
const counted = (inputs: Inputs) => [...inputs.values()].flatMap(townRows).some((row) => 'count' in row)

const isMeasure = (value: unknown): value is Measure =>
  textIn(value, 'unit') !== null && textIn(value, 'period') !== null

/** Orders received today, of the document that counts them by town; its own contract has judged the measure. */
function receivedIn(documents: readonly CityDocument[]): Measure | null {
  const all = documents.map(({ operation }) => recordIn(operation, 'received'))
  return all.find(isMeasure) ?? null
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isNumbers = (list: unknown): list is readonly number[] => Array.isArray(list) && list.every(isNumber)

/** A course where it is one; its own contract has judged it, and what is none is left out. */
function courseIn(value: unknown, key: string): Course | null {
  const own = recordIn(value, key)
  const [from, stepMinutes] = [textIn(own, 'from'), numberIn(own, 'stepMinutes')]
  const { now, low, high } = own ?? {}
  if (from === null || stepMinutes === null || !Array.isArray(now)) return null
  const values = now.map((one: unknown) => (isNumber(one) ? one : null))
  const weeks = numberIn(own, 'weeks') ?? undefined
  const range = isNumbers(low) && isNumbers(high) ? { low: [...low], high: [...high], weeks } : {}
  return { from, stepMinutes, now: values, ...range }
}

const latelyIn = (row: Fields | undefined): Town['lately'] => {
  const own = recordIn(row, 'lately')
  const [count, hours] = [numberIn(own, 'count'), courseIn(own, 'course')]
  if (count === null || !hours) return null
  return { count, low: numberIn(own, 'low'), high: numberIn(own, 'high'), course: hours }
}

/** Halls that stand in a town and say how many wait in them. */
function hallsOf(documents: readonly CityDocument[]): Hall[] {
  const rows = documents.flatMap(({ operation }) => listIn(operation, 'halls'))
  return rows.flatMap((row): Hall[] => {
    const [code, short] = [textIn(recordIn(row, 'place'), 'code'), textIn(row, 'short')]
    const waiting = numberIn(row, 'waiting')
    if (code === null || short === null || waiting === null) return []
    const normal = recordIn(row, 'normal')
    const [low, high] = [numberIn(normal, 'low'), numberIn(normal, 'high')]
    return [
      { code, short, waiting, low, high, longest: numberIn(row, 'longest'), course: courseIn(row, 'course') },
    ]
  })
}

/**
 * The city map's document: every town with what the domains say about it at this moment. It is as new as the newest
 * of them, so figures of one that has gone stale are left out: under that time they would pass for new.
 */
function derive(inputs: Inputs, stale: ReadonlySet<string>) {
  const fresh = [...inputs].flatMap(([id, document]) => (document && !stale.has(id) ? [document] : []))
  const [load, cameras, halls] = [byTown(fresh, 'count'), byTown(fresh, 'cameras'), byTown(fresh, 'halls')]
  const towns = [...townsOf(inputs)].map(([code, name]): Town => ({
    code,
    name,
    received: numberIn(load.get(code), 'count'),
    low: numberIn(load.get(code), 'low'),
    high: numberIn(load.get(code), 'high'),
    cameras: numberIn(cameras.get(code), 'cameras'),
    offline: numberIn(cameras.get(code), 'offline'),
    offlineLow: numberIn(cameras.get(code), 'low'),
    offlineHigh: numberIn(cameras.get(code), 'high'),
    halls: numberIn(halls.get(code), 'halls'),
    lately: latelyIn(load.get(code)),
    offlineCourse: courseIn(cameras.get(code), 'course'),
  }))
  const received = receivedIn(fresh)
  if (towns.length === 0 && received === null) return { operation: null }
  const own = hallsOf(fresh)
  const camerasAt = olderThanRest(fresh)
  // Cameras say their own time; everything else of a town is as old as its orders.
  const ordered = knowing(fresh, 'count')?.parts?.['towns']
  const service = fresh.map((each) => recordIn(each.operation, 'service')).find((one) => one !== null)
  const opensAt = textIn(service, 'state') === 'closed' ? textIn(service, 'opensAt') : null
  return {
    ...(ordered && { parts: { towns: ordered } }),
    operation: {
      received,
      towns,
      ...(load.size === 0 && counted(inputs) && { ordersStale: true }),
      ...(own.length > 0 && { halls: own }),
      ...(opensAt !== null && { opensAt }),
      ...(camerasAt !== null && { camerasAt }),
    },
  }
}

const knowing = (documents: readonly CityDocument[], field: string) =>
  documents.find((document) => townRows(document).some((row) => field in row))

/** The time of the document that knows cameras; null where another is no newer. */
function olderThanRest(documents: readonly CityDocument[]): string | null {
  const found = knowing(documents, 'cameras')
  const own = found && datedBy(found, ['towns']).asOf
  const at = own === undefined ? Number.NaN : Date.parse(own)
  return own !== undefined && documents.some(({ asOf }) => Date.parse(asOf) > at) ? own : null
}

/** The whole city on one map, and the published figures that have no scene of their own. */
export const cityOverview = derivedOf<OverviewDocument>({
  id: 'city-overview',
  wholeCity: true,
  inputs: 'places',
  derive,
})
