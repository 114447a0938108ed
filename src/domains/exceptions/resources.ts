import { defineDataset, type Inputs, type Moment } from '../../contract/dataset'
import { byUrgency } from '../../contract/exception'
import { isStale } from '../../contract/freshness'
import { schema } from './contract'

const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation'] as const

/** As many as the contract holds: in a flood the most urgent are what a duty room can act on. */
const MOST = 400

/**
 * Everything the domains raise, in one list. A domain that could not be read, is not connected, has gone stale or does not say
 * what needs a person is named, not silently calm; what a stale one raised stays, because nobody has said that it is over.
 */
function derive({ now, staleAfterMs = {} }: Moment, inputs: Inputs) {
  const sees = (id: string) => {
    const document = inputs.get(id)
    return (
      document?.operation != null && document.judged !== false && !isStale(document, now, staleAfterMs[id])
    )
  }
  const items = DOMAINS.flatMap((id) => inputs.get(id)?.exceptions ?? [])
  return {
    exceptions: items.toSorted(byUrgency).slice(0, MOST),
    operation: { unseen: DOMAINS.filter((id) => !sees(id)) },
  }
}

/** 需要处置: what needs a person now, over all domains. */
export const exceptions = defineDataset({ id: 'exceptions', schema, derivedFrom: DOMAINS, derive })
