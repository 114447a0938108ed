import type { Book, RowFaults } from '../../contract/records/counting'
import { faultOf, type GbIdFault } from './summary-gb'
import { camera } from './records'
import { words } from './summary-words'

/** Named of each fault; the others are counted. */
const MOST_KEYS = 8
const ORDER: readonly GbIdFault[] = ['length', 'letters', 'type', 'region']

/** Cameras whose number is none of GB/T 28181, or of another city: they are counted like any other, and named by what is wrong. */
export function findingsOf(book: Book, city: string): readonly RowFaults[] {
  const cameras = book.of(camera)
  const found = new Map<GbIdFault, string[]>()
  const ids = cameras?.text('id') ?? []
  for (let row = 0; row < (cameras?.size ?? 0); row++) {
    const id = ids[row] ?? ''
    const fault = faultOf(id, city)
    if (fault) found.set(fault, [...(found.get(fault) ?? []), id])
  }
  return ORDER.flatMap((fault) => {
    const keys = found.get(fault)?.toSorted() ?? []
    return keys.length === 0
      ? []
      : [
          {
            field: 'id',
            message: words.idFaults[fault],
            rows: keys.length,
            first: 0,
            keys: keys.slice(0, MOST_KEYS),
          },
        ]
  })
}
