import { isoTime } from '../../lib/calendar'
import type { DataDocument } from '../../domains/data-aggregation/contract'
import type { Moment, Seed } from '../kit/seed'
import type { DataDemo } from './seed'
import { atWork } from './at-work'
import { loadedAt } from './loads'
import { returnsAt } from './returns'

/**
 * What no record tells, at `now`: the published catalogue and what came back from other levels, with the applications that are under
 * way. Everything else is counted from the rows. The store is loaded once a day at 06:00 with the day before.
 */
export function simulate({ document, demo }: DataSeed, { now, region, calendar }: Moment): DataDocument {
  const { operation } = document
  // A seed is whole; one that is not is nobody's demo.
  if (!demo || !operation?.catalogue || !operation.returns) return document
  const { returns, scope = '' } = operation
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(loadedAt(now)),
    operation: { ...operation, returns: { ...returns, ...returnsAt(atWork(demo, calendar), scope, now) } },
    exceptions: [],
    judged: false,
  }
}

export type DataSeed = Seed<DataDocument, DataDemo>
