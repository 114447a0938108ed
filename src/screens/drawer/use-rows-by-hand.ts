import { readingsOf } from '../../domains/registry-readings'
import { useNow } from '../../panel/screen-context'
import { rowsByHand } from '../../panel/rows-by-hand'
import { useDomainDocument } from './Source'

/** What the document of a domain lists of a kind that no source of records has; no rows while it is not here. */
export function useRowsByHand(domain: string, kind: string) {
  const now = useNow()
  const document = useDomainDocument(domain)
  const reading = readingsOf(domain)[kind]
  const rows = reading && document ? rowsByHand(kind, reading, document.operation, now) : null
  return { reading, rows, asOf: document?.asOf }
}
