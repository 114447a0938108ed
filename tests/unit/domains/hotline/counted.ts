import type { Moment } from '../../../../src/contract/records/summary'
import { createStore } from '../../../../src/data/store/store'
import { operation as contract, sums } from '../../../../src/domains/hotline/contract'
import { workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { at } from '../../demo/cities'
import { agreeing } from '../objections'

export const NOW = at('2026-11-18 10:42')

/** What orders come to that are read at once, and how many of them could be read. */
export function counted(rows: readonly unknown[], moment: Partial<Moment> = {}) {
  const store = createStore(workOrder)
  const run = store.begin(true)
  run.put(rows)
  run.commit(NOW)
  const operation = counting.count(
    { of: ({ id }) => (id === workOrder.id ? store.table : undefined) },
    { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR, ...moment },
  )
  const quality = store.quality(0.05)
  return { operation: agreeing(operation, contract, sums), quality }
}
