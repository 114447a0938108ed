import { RANK, type Severity } from '../contract/severity'

/** How far a value is outside its own usual range; 0 within it, and where none is known. */
export const beyond = (
  value: number,
  usual: { readonly low?: number | undefined; readonly high?: number | undefined } | undefined,
): number => Math.max(value - (usual?.high ?? Infinity), (usual?.low ?? 0) - value, 0)

/**
 * Rows for a list that may not have room for all: what stands in the exception list first, the worst of it on top, then what is furthest
 * from its own usual (`deviation`, any unit), otherwise as they came.
 */
export function worstFirst<Row>(
  rows: readonly Row[],
  markOf: (row: Row) => { readonly severity: Severity } | undefined,
  deviation: (row: Row) => number,
): Row[] {
  const rank = (row: Row) => RANK[markOf(row)?.severity ?? 'minor'] + (markOf(row) ? 0 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b) || deviation(b) - deviation(a))
}
