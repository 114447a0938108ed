import type { CityDocument } from '../contract/document'
import { countText } from '../lib/format'
import { words } from './sheet-words'

/** By kind, which rows the figures were not counted from, and why: what costs the most rows first. */
export function rowWords({ rows = [] }: CityDocument) {
  return rows.map(({ kind, read, used, dirty, faults }) => ({
    // Of a finished document no rows are read: only what it was made without is said.
    title:
      read === 0 && faults.length > 0
        ? words.without(kind)
        : words.rows(kind, countText(used), countText(read), dirty),
    lines: faults.map(({ field, message, rows: wrong, first, keys }) =>
      keys
        ? words.named(field, message, wrong, keys)
        : wrong === 0
          ? words.missing(field, message)
          : words.rowFault(field, message, wrong, first + 1),
    ),
  }))
}
