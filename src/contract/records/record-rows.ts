import { listOf, recordOf } from '../resource'
import type { PlaceValue } from './read-row'

/** One field of a record. A moment is ISO 8601; null is unknown. */
export type RowValue = string | number | boolean | PlaceValue | null

/** One record of whatever kind as it is kept: its columns, and what its domain derives of them. */
export interface RecordRow {
  /** `work-order`. */
  readonly kind: string
  /** What names it within its kind. */
  readonly key: string
  readonly fields: Readonly<Record<string, RowValue>>
}

/** Records of a long time are read when somebody opens a study or its rows, and asked for apart. Their kinds are called `year-…`. */
const setOf = (kind: string | undefined) => (kind?.startsWith('year-') ? 'study-' : '')

/**
 * The records of a domain by the page: those of a `kind` that have all flags of `having` (by commas), or the named ones (`ids`, a JSON
 * list) of whichever kind has them, or those that have one of several values in some fields (`ids` as a JSON object of lists). A field and its value narrow them further, and so does a chosen town unless they are asked
 * for `anywhere`. `sum` names a number that is told of all of them together, `study` what a study of them is narrowed to. `q` looks for words in the fields of `in` (by commas), its name and every text without it; `from` passes over as many rows.
 */
export const recordRowsOf = (domain: string, kind?: string) =>
  listOf<RecordRow>({ id: `${domain}.${setOf(kind)}rows` }, [
    'kind',
    'having',
    'ids',
    'anywhere',
    'in',
    'from',
    'sum',
    'study',
  ])

/** One record of a domain by what names it; of a `kind` where that is said. */
export const recordRowOf = (domain: string, kind?: string) =>
  recordOf<RecordRow>({ id: `${domain}.${setOf(kind)}row` })

/** Records by what they have in common, as the dictionary of figures names them. */
export interface RowsWanted {
  /** `hotline.work-order`. */
  readonly records: string
  readonly having: readonly string[]
  readonly anywhere?: true | undefined
  /** The figure is no number of records but the sum of a number in them: the calls of spans of time. */
  readonly sum?: string | undefined
}

/** The question for them: the domain that is asked, and the parts. */
export function questionOf({ records, having, anywhere, sum }: RowsWanted) {
  const [domain = '', kind = ''] = records.split('.')
  const parts = {
    kind,
    having: having.join(','),
    ...(anywhere && { anywhere: 'yes' }),
    ...(sum !== undefined && { sum }),
  }
  return { domain, parts }
}
