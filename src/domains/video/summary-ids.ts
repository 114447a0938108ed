import type { Book, RowFaults } from '../../contract/records/counting'
import { faultOf, partsOf, type GbIdFault } from './summary-gb'
import { camera } from './records'
import { words } from './summary-words'

/** Named of each fault; the others are counted. */
const MOST_KEYS = 8
const ORDER: readonly GbIdFault[] = ['length', 'letters', 'type', 'region']

/** With a smaller share of numbers of 20 digits a register is numbered otherwise, and none of them is a wrong one. */
const LEAST_SHARE = 0.5

/**
 * Cameras whose number is none of GB/T 28181, or of another city: they are counted like any other, and named by what is wrong. Nothing of
 * a city that numbers its cameras in a way of its own.
 */
export function findingsOf(book: Book, city: string): readonly RowFaults[] {
  const cameras = book.of(camera)
  const found = new Map(ORDER.map((fault): [GbIdFault, string[]] => [fault, []]))
  const ids = cameras?.text('id') ?? []
  const size = cameras?.size ?? 0
  let standard = 0
  for (let row = 0; row < size; row++) {
    const id = ids[row] ?? ''
    const fault = faultOf(id, city)
    if (partsOf(id)) standard++
    if (fault) found.get(fault)?.push(id)
  }
  if (standard < size * LEAST_SHARE) return []
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
