import { isoTime } from '../../lib/calendar'
import type { HallDocument } from '../../domains/service-hall/contract'
import type { Moment, Seed } from '../kit/seed'
import type { HallDemo } from './seed'

/**
 * What no record of the halls tells at `moment`: the published figures, and that a city published no number of terminals.
 * Everything else is counted from the rows. Pure.
 */
export function simulate({ document, demo }: HallSeed, { now, region }: Moment): HallDocument {
  if (!demo) return document
  const cadence = document.source.cadenceSeconds * 1000
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(Math.floor(now / cadence) * cadence),
    operation: demo.terminals ? {} : { terminals: null },
    exceptions: [],
    judged: false,
  }
}

export type HallSeed = Seed<HallDocument, HallDemo>
