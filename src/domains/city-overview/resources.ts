import type { CityDocument } from '../../contract/document'
import type { Measure } from '../../contract/measure'
import { derivedOf, type Inputs } from '../../contract/resource'
import { listIn, numberIn, recordIn, textIn, type Fields } from '../../lib/fields'
import type { OverviewDocument, Town } from './contract'

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

const isMeasure = (value: unknown): value is Measure =>
  textIn(value, 'unit') !== null && textIn(value, 'period') !== null

/** Orders received today, of the document that counts them by town; its own contract has judged the measure. */
function receivedIn(documents: readonly CityDocument[]): Measure | null {
  const all = documents.map(({ operation }) => recordIn(operation, 'received'))
  return all.find(isMeasure) ?? null
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
    halls: numberIn(halls.get(code), 'halls'),
  }))
  const received = receivedIn(fresh)
  return { operation: towns.length === 0 && received === null ? null : { received, towns } }
}

/** The whole city on one map, and the published figures that have no scene of their own. */
export const cityOverview = derivedOf<OverviewDocument>({
  id: 'city-overview',
  wholeCity: true,
  inputs: 'places',
  derive,
})
