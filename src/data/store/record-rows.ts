import type { Book, ViewsOf } from '../../contract/records/counting'
import type { AnyKind } from '../../contract/records/kind'
import type { ListValue, RowList } from '../../contract/records/page'
import type { RecordRow, RowValue } from '../../contract/records/record-rows'
import { fieldOf, viewOf, type FieldValue, type RowView } from '../../contract/records/row-view'
import type { Moment } from '../../contract/records/summary'
import type { AnyRecords } from '../../contract/records/table'
import { isFields } from '../../lib/fields'
import { DataFault } from '../data-fault'
import type { ShapeScope } from '../shape/shape'
import { words } from './record-words'

/** `work-order` of `hotline.work-order`. */
const nameOf = ({ id }: AnyKind) => id.slice(id.indexOf('.') + 1)

interface Asked {
  readonly kinds: readonly AnyKind[]
  /** How its records are looked at. */
  readonly viewsOf: ViewsOf | undefined
  readonly book: Book
  /** The same records whatever their kind. */
  readonly tableOf: (kind: AnyKind) => AnyRecords | undefined
  readonly moment: Moment
  readonly parts: ShapeScope['parts']
}

/**
 * The records of a domain that a question asks for, each with its columns and what is derived of them; null where none of the kind is
 * kept. Of a chosen town those that lie in it: what has no place lies nowhere.
 * @throws DataFault contract, naming the wrong part of the question
 */
export function recordRows({ kinds, viewsOf, book, tableOf, moment, parts }: Asked): RecordList | null {
  const views = viewsOf?.(book, moment, parts) ?? {}
  const kept = kinds.flatMap((kind) => {
    const table = tableOf(kind)
    if (!table || (parts['kind'] !== undefined && parts['kind'] !== nameOf(kind))) return []
    return [{ kind: nameOf(kind), view: views[nameOf(kind)] ?? viewOf(kind, table) }]
  })
  const by = parts['ids']?.startsWith('{') ? valuesIn(parts['ids']) : undefined
  const ids = parts['ids'] === undefined || by ? undefined : idsIn(parts['ids'])
  const all = ids === undefined ? kept.slice(0, 1) : kept
  const lists = all.flatMap(({ kind, view }) => {
    const held = ids === undefined ? having(view, parts['having'] ?? '') : named(view, ids)
    const wanted = by ? among(view, held, by) : held
    // What is named is named, wherever it lies.
    const anywhere = ids !== undefined || parts['anywhere'] !== undefined
    const rows = anywhere ? wanted : inRegion(view, wanted, moment.region)
    return rows.length === 0 && all.length > 1 ? [] : [listOf(kind, view, rows, parts['in'])]
  })
  const [first] = all
  return lists[0] ?? (first ? listOf(first.kind, first.view, []) : null)
}

/** Its record of that name, of the first kind that has one; null where there is none. */
export function recordRow(asked: Asked): RecordRow | null {
  const { id = '', ...parts } = asked.parts
  const list = recordRows({ ...asked, parts: { ...parts, ids: JSON.stringify([id]) } })
  return list === null || list.size === 0 ? null : list.row(0)
}

/** A place is its code; what is unknown is nothing. */
const textOf = (value: FieldValue | undefined): string =>
  typeof value === 'object' ? (value?.code ?? '') : String(value ?? '')

type RecordList = RowList<RecordRow>

/** What a field says in words: a place its name, a number and a flag nothing. */
const wordsOf = (value: FieldValue | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'object' ? (value?.name ?? '') : ''

function listOf(kind: string, view: RowView, rows: readonly number[], says?: string): RecordList {
  const readers = new Map(view.names.flatMap((name) => [[name, view.field(name)] as const]))
  const key = view.key ?? ''
  const told = (says === undefined ? view.names : [key, ...says.split(',')]).flatMap(
    (name) => readers.get(name) ?? [],
  )
  const sent = (row: number, name: string): RowValue => {
    const value: FieldValue = readers.get(name)?.(row) ?? null
    if (typeof value !== 'number' || !view.isMoment(name)) return value
    return Number.isNaN(value) ? null : new Date(value).toISOString()
  }
  return {
    size: rows.length,
    key,
    sort: key,
    texts: (at) => told.map((read) => wordsOf(read(rows[at] ?? 0))),
    row(at) {
      const row = rows[at] ?? 0
      return {
        kind,
        key: textOf(sent(row, key)),
        fields: Object.fromEntries(view.names.map((name) => [name, sent(row, name)])),
      }
    },
    value(at, name): ListValue {
      const value = sent(rows[at] ?? 0, name)
      // A place is its code.
      return typeof value === 'object' && value !== null ? value.code : value
    },
  }
}

function idsIn(part: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(part)
    if (Array.isArray(ids)) return new Set(ids.map(String))
  } catch {
    // What is no JSON is no list either.
  }
  throw new DataFault('contract', words.noList, 'ids')
}

function named(view: RowView, ids: ReadonlySet<string>): number[] {
  const key = view.field(view.key ?? '')
  const rows: number[] = []
  for (let row = 0; row < view.size && rows.length < ids.size; row++)
    if (ids.has(textOf(key?.(row)))) rows.push(row)
  return rows
}

/** Rows of which every named flag holds; without a name all of them. */
function having(view: RowView, names: string): number[] {
  const flags = names
    .split(',')
    .filter(Boolean)
    .map((name) => {
      const flag = view.field(name)
      if (!flag) throw new DataFault('contract', words.noField(name), 'having')
      return flag
    })
  const rows: number[] = []
  for (let row = 0; row < view.size; row++) if (flags.every((flag) => flag(row) === true)) rows.push(row)
  return rows
}

/** Of `rows` those that have one of several values in every field that is named: `{"source": ["水务", "城管"], "site": ["河道"]}`. */
function among(view: RowView, rows: readonly number[], by: Values): number[] {
  const fields = Object.entries(by).map(([name, values]) => {
    const field = view.field(name)
    if (!field) throw new DataFault('contract', words.noField(name), 'ids')
    return [field, new Set(values)] as const
  })
  return rows.filter((row) => fields.every(([field, values]) => values.has(textOf(field(row)))))
}

type Values = Readonly<Record<string, readonly string[]>>

function valuesIn(part: string): Values {
  try {
    const fields: unknown = JSON.parse(part)
    if (isFields(fields) && Object.values(fields).every(Array.isArray))
      return Object.fromEntries(
        Object.entries(fields).map(([name, values]) => [
          name,
          Array.isArray(values) ? values.map(String) : [],
        ]),
      )
  } catch {
    // What is no JSON is no list either.
  }
  throw new DataFault('contract', words.noList, 'ids')
}

function inRegion(view: RowView, rows: readonly number[], region: string | null): readonly number[] {
  if (region === null) return rows
  const code = fieldOf(view, 'town.code')
  return code ? rows.filter((row) => textOf(code(row)).startsWith(region)) : rows
}
