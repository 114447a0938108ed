import { defineDataset, type Moment } from '../../contract/dataset'
import type { CityDocument } from '../../contract/document'
import { byUrgency } from '../../contract/exception'
import { isoTime } from '../../lib/calendar'
import { schema, type ExceptionsDocument } from './schema'

const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation'] as const

/** Everything the domains raise, in one list; a domain that could not be read or is not connected is named, not silently calm. */
function simulate(
  document: ExceptionsDocument,
  moment: Moment,
  inputs: ReadonlyMap<string, CityDocument>,
): ExceptionsDocument {
  const items = DOMAINS.flatMap((id) => inputs.get(id)?.exceptions ?? [])
  return {
    ...document,
    region: moment.region ?? document.region,
    asOf: isoTime(moment.now),
    exceptions: items.toSorted(byUrgency),
    operation: { unseen: DOMAINS.filter((id) => inputs.get(id)?.operation == null) },
  }
}

/** 需要处置: what needs a person now, over all domains. */
export const exceptions = defineDataset({ id: 'exceptions', schema, derivedFrom: DOMAINS, simulate })
