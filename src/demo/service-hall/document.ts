import { isoTime } from '../../lib/calendar'
import type { HallDocument } from '../../domains/service-hall/contract'
import type { Moment, Seed } from '../kit/seed'
import type { HallDemo } from './seed'
import { badReviews } from './evaluation'
import { alarms } from './exceptions'
import { scopeOf } from './scope'
import { faultsIn } from './terminals'

/**
 * What no record of the halls tells at `moment`: the published figures, that a city published no number of terminals, and what somebody
 * must act on. Everything else is counted from the rows. Pure.
 */
export function simulate({ document, demo }: HallSeed, { now, region, limits }: Moment): HallDocument {
  if (!demo) return document
  const cadence = document.source.cadenceSeconds * 1000
  const scope = scopeOf(demo, Math.floor(now / cadence) * cadence, region)
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(scope.now),
    operation: demo.terminals ? {} : { terminals: null },
    exceptions: alarms(scope, faultsIn(scope), badReviews(scope), limits),
  }
}

export type HallSeed = Seed<HallDocument, HallDemo>
