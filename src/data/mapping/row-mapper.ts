import type { FieldRule, FieldRules, Reading } from '../../config/field-rule'
import type { Columns } from '../../contract/records/kind'
import { RowProblem } from '../../contract/records/row-problem'
import { isScalar, own } from '../json'
import { openJson } from '../shape/foreign-text'
import { ForeignValueError, isBlank } from './expression-values'
import { readerOf, type ReadValue } from './field-values'
import { finderOf, type Named } from './find-name'
import { words } from './words'

/** What rules may know besides the row. */
export interface Lists {
  /** Code tables of the source, by name. */
  readonly enums: Readonly<Record<string, Table>>
  /** Names of the city that `find` looks for, by the name of their list; undefined where the city has none. */
  readonly names: Readonly<Partial<Record<'town' | 'dept', readonly Named[]>>>
  /** Zone of times written without one. */
  readonly zone: string
  /** Columns of the record: what a rule does not say of a field follows from them. */
  readonly columns: Columns
}

type Table = Readonly<Record<string, string | number | boolean | null>>

/** A field of a record, in two steps: what stands in the row, and what is made of it. Undefined is a field that is not there. */
export interface FieldReader {
  readonly name: string
  /** JSONata between the two steps. */
  readonly expression: string | undefined
  readonly take: (row: unknown) => unknown
  /** @throws ForeignValueError */
  readonly finish: (value: unknown) => unknown
}

type Take = (row: unknown) => unknown
type Rule = Exclude<FieldRule, string>

/**
 * What stands at a dotted way, through JSON that was sent as a text too; a field that is called so with its dots comes first. Undefined
 * where the way leads nowhere.
 */
export function takeAt(way: string): Take {
  const keys = way.split('.')
  return (row) => {
    let found: unknown = row
    if (keys.length > 1 && typeof row === 'object' && row !== null && Object.hasOwn(row, way))
      return Reflect.get(row, way) as unknown
    for (const key of keys) {
      // Below a null nothing is known, and nothing was cut.
      if (found === null) return null
      if (typeof found === 'string') found = openJson(found)
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
      found = Reflect.get(found, key) as unknown
    }
    return found
  }
}

/** The first of several places where something is known, otherwise one where it is said to be unknown. */
function takeFirst(ways: readonly string[], blank: (value: unknown) => boolean): Take {
  const places = ways.map(takeAt)
  return (row) => {
    let found: unknown
    for (const take of places) {
      const value = take(row)
      if (value === undefined) continue
      if (!blank(value)) return value
      found = null
    }
    return found
  }
}

/** Word for every code that a table does not list. */
const ELSE = 'else'

/** The word for a code. What says nothing is unknown, unless the table has a word for that too; no table ever gives one for a code it lacks. */
function translator(table: Table, called: string): ReadValue {
  return (value) => {
    const code = isScalar(value) ? String(value).trim() : ''
    const listed = own(table, code)
    // A code may be listed as one that says nothing.
    const word = listed === undefined ? own(table, ELSE) : listed
    if (word === undefined || code === '')
      throw new ForeignValueError(words.noCode(called, JSON.stringify(value)))
    return word
  }
}

function findReader(list: 'town' | 'dept', names: Lists['names']): ReadValue {
  const named = names[list] ?? []
  const find = finderOf(named)
  return (value) => {
    if (named.length === 0) throw new ForeignValueError(words.noNames(list))
    const found = find(String(value))
    return found === null || list === 'town' ? found : found.name
  }
}

const READING: Readonly<Partial<Record<Columns[string]['type'], Reading>>> = {
  time: 'time',
  number: 'number',
  flag: 'flag',
  text: 'text',
  code: 'text',
}

/** A town by its code and its name. Codes of GB/T 2260 are text; a source may write them as numbers. */
function placeReader(name: string, { code, name: called }: Record<'code' | 'name', string>): FieldReader {
  const [takeCode, takeName] = [takeAt(code), takeAt(called)]
  return {
    name,
    expression: undefined,
    take: (row) => {
      const [found, word] = [takeCode(row), takeName(row)]
      if (found === undefined || word === undefined) return undefined
      if (isBlank(found)) return null
      return { code: typeof found === 'number' ? String(found) : found, name: word }
    },
    finish: (value) => value,
  }
}

function fieldReader(name: string, rule: Rule, lists: Lists): FieldReader {
  const { from, codes, table, find, map, optional = false } = rule
  if (rule.code !== undefined && rule.name !== undefined)
    return placeReader(name, { code: rule.code, name: rule.name })
  if (rule.value !== undefined)
    return { name, expression: undefined, take: () => rule.value, finish: (value) => value }
  const words_ = codes ?? (table === undefined ? undefined : own(lists.enums, table))
  if (table !== undefined && words_ === undefined)
    throw new ForeignValueError(words.noTable(`enums.${table}`))
  const blanks = new Set(rule.blank?.map(String))
  const isListed = (value: unknown) =>
    words_ !== undefined && typeof value === 'string' && own(words_, value.trim()) !== undefined
  const blank = (value: unknown) =>
    !isListed(value) && (isBlank(value) || (blanks.size > 0 && blanks.has(String(value).trim())))
  const column = lists.columns[name]
  const read = readerOf(rule.as ?? (words_ ? undefined : column && READING[column.type]), {
    zone: rule.zone ?? lists.zone,
    format: rule.format,
    signed: rule.signed ?? (column?.type === 'number' && column.low < 0),
  })
  const translate = words_ ? translator(words_, table === undefined ? 'codes' : `enums.${table}`) : undefined
  const found = find && findReader(find, lists.names)
  const otherwise = rule.default === undefined ? null : rule.default
  const missing = rule.default === undefined && !optional ? undefined : otherwise
  return {
    name,
    expression: map,
    take:
      from === undefined ? (row) => row : typeof from === 'string' ? takeAt(from) : takeFirst(from, blank),
    finish: (value) => {
      if (value === undefined) return missing
      if (blank(value)) return otherwise
      const word = translate ? translate(value) : found ? found(value) : value
      const read_ = word === null || found ? word : read(word)
      return read_ === null ? otherwise : read_
    },
  }
}

/** Readers of the fields of a record. @throws ForeignValueError where a rule names a table that is not there */
export const fieldReaders = (fields: FieldRules, lists: Lists): readonly FieldReader[] =>
  Object.entries(fields).map(([name, rule]) =>
    fieldReader(name, typeof rule === 'string' ? { from: rule } : rule, lists),
  )

/** What cost a row, by the field it was to fill. Anything else than a value that cannot be used is an error of ours, and stays one. */
export function problemOf(field: string, error: unknown): RowProblem {
  if (error instanceof ForeignValueError) return new RowProblem(field, error.message)
  throw error
}
