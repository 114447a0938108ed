import { parseTime } from '../../lib/calendar'
import { isFields } from '../../lib/fields'
import type { AnyKind, Column } from './kind'
import type { PlaceValue } from './read-row'
import type { AnyRecords } from './table'

/** What a rule may be told of a thing. A moment is epoch ms, or ISO where it comes out of a document. */
export type FieldValue = string | number | boolean | PlaceValue | null

/** Reads one field of a row. */
export type FieldReader = (row: number) => FieldValue

/** Rows as rules look at them: whatever holds them, a field is asked for by its name. */
export interface RowView {
  readonly size: number
  /** The field that names a row; null where none does. */
  readonly key: string | null
  /** Every field there is; none is named where rows need not be alike. */
  readonly names: readonly string[]
  /** Whether the numbers of a field are moments, epoch ms. */
  isMoment(name: string): boolean
  /** Undefined where there is no such field: whoever asks for it has made a mistake. */
  field(name: string): FieldReader | undefined
}

function readerOf(records: AnyRecords, name: string, type: Column['type']): FieldReader {
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  switch (type) {
    case 'text': {
      const rows = records.text(name)
      return (row) => rows[row] ?? null
    }
    case 'time':
    case 'number': {
      const rows = type === 'time' ? records.time(name) : records.number(name)
      return (row) => known(rows[row])
    }
    case 'flag': {
      const rows = records.flag(name)
      return (row) => (rows[row] ? rows[row] === 2 : null)
    }
    default: {
      const { at, values }: { at: Uint16Array; values: readonly FieldValue[] } =
        type === 'code' ? records.code(name) : records.place(name)
      return (row) => values[at[row] ?? 0] ?? null
    }
  }
}

/** What a domain derives of its rows, by the name of the field. */
interface DerivedFields {
  readonly fields?: Readonly<Record<string, FieldReader>>
  /** Those of them that are moments, epoch ms. */
  readonly moments?: readonly string[]
}

/**
 * Records of `kind` for rules and lists: its columns, and the fields that its domain derives from them (a deadline, a stage). A derived
 * field replaces a column of its name.
 */
export function viewOf(
  kind: AnyKind,
  records: AnyRecords,
  { fields: derived = {}, moments = [] }: DerivedFields = {},
): RowView {
  return {
    size: records.size,
    key: kind.key,
    names: [...new Set([...Object.keys(kind.columns), ...Object.keys(derived)])],
    isMoment: (name) =>
      derived[name] === undefined ? kind.columns[name]?.type === 'time' : moments.includes(name),
    field(name) {
      const column = kind.columns[name]
      return derived[name] ?? (column && readerOf(records, name, column.type))
    },
  }
}

function inside(value: unknown, path: readonly string[]): unknown {
  let found = value
  for (const name of path) found = isFields(found) ? found[name] : undefined
  return found
}

/** A figure is its value; what is no plain value is unknown. */
function plain(found: unknown): FieldValue {
  if (typeof found === 'string' || typeof found === 'boolean') return found
  if (typeof found === 'number') return Number.isNaN(found) ? null : found
  if (!isFields(found)) return null
  const { code, name, value } = found
  if (typeof code === 'string') return { code, name: typeof name === 'string' ? name : code }
  return typeof value === 'number' ? value : null
}

/** What stands at a dotted path of a document's operation; undefined where it has no such part. */
export const partOf = (operation: unknown, path: string): unknown => inside(operation, path.split('.'))

/** Rows out of a document. Its parts are optional, so a field that is not there is unknown, and no mistake. */
export function listView(rows: readonly unknown[]): RowView {
  return {
    size: rows.length,
    key: null,
    names: [],
    isMoment: () => false,
    field(name) {
      const path = name.split('.')
      return (row) => plain(inside(rows[row], path))
    },
  }
}

/** Epoch ms of a moment, however it is written; NaN where it is unknown. */
export const momentOf = (value: FieldValue): number =>
  typeof value === 'number' ? value : typeof value === 'string' ? parseTime(value) : Number.NaN

/** A field of a view by its name, or a part of one: `town.code`. */
export function fieldOf(view: RowView, name: string): FieldReader | undefined {
  const own = view.field(name)
  const [head = '', part] = name.split('.')
  if (own || (part !== 'code' && part !== 'name')) return own
  const place = view.field(head)
  return (
    place &&
    ((row) => {
      const value = place(row)
      return typeof value === 'object' && value !== null ? value[part] : null
    })
  )
}
