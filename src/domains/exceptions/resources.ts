import { derivedOf, type Inputs } from '../../contract/resource'
import { byUrgency } from '../../contract/severity'
import type { ExceptionsDocument } from './contract'

/** As many as the contract holds: in a flood the most urgent are what a duty room can act on. */
const MOST = 400

/**
 * Everything the domains raise, in one list. A domain that could not be read, is not connected, has gone stale or does not say
 * what needs a person is named, not silently calm; what a stale one raised stays, because nobody has said that it is over.
 */
function derive(inputs: Inputs, stale: ReadonlySet<string>) {
  const sees = (id: string) => {
    const document = inputs.get(id)
    return document?.operation != null && document.judged !== false && !stale.has(id)
  }
  const ids = [...inputs.keys()]
  const absent = ids.filter((id) => inputs.get(id)?.absence !== undefined)
  const items = [...inputs.values()].flatMap((document) => document?.exceptions ?? [])
  return {
    exceptions: items.sort(byUrgency).slice(0, MOST),
    operation: {
      unseen: ids.filter((id) => !sees(id)),
      ...(absent.length > 0 && { absent }),
    },
  }
}

/** 需要处置: what needs a person now, over all domains. */
export const exceptions = derivedOf<ExceptionsDocument>({ id: 'exceptions', inputs: 'raises', derive })
