import type { AnyKind, Column } from '../../contract/records/kind'
import { rowReader } from '../../contract/records/read-row'
import { RowProblem } from '../../contract/records/row-problem'
import { isRecord, isScalar, own } from '../json'
import { ForeignValueError, isBlank } from '../mapping/expression-values'
import { fieldReaders, type FieldReader } from '../mapping/row-mapper'
import type { BadRow, GoneField, RowsSeen, SpareField, UnknownCode } from '../rows-told'
import { maskText } from '../shape/mask'
import { maskAnswer } from '../shape/mask-answer'
import type { ShapeJob } from '../shape/shape'
import { fieldsOf, looksOf } from './field-values-seen'
import { goneFrom, usedBy } from './fields-wanted'

/** Rows of one page, as they came (masked) and as they were mapped. */
export interface PageRows {
  readonly kind: AnyKind
  /** One for each mapped row; undefined where a mapping of the whole answer made them. */
  readonly raw: readonly unknown[] | undefined
  readonly mapped: readonly unknown[]
  /** Rows of the pages before. */
  readonly before: number
  /** Objects of the answer that rows were made from, where it is not known which from which. */
  readonly made?: readonly unknown[]
  /** Names that the mapping asks for and that stand nowhere in the answer. */
  readonly absent?: readonly string[]
}

const MOST_BAD = 3
/** Rows that are looked at for the names and values of their fields. */
const LOOKED_AT = 2000
const MOST_VALUES = 30
const LONGEST = 60

/** What a page of records shows to whoever connects its source. */
export function rowsSeen(
  { kind, raw, mapped, before, made, absent = [] }: PageRows,
  job: ShapeJob,
): RowsSeen {
  const readers = raw ? readersOf(kind, job) : []
  const safe = maskerOf(job)
  const rows = (raw ?? made ?? []).slice(0, LOOKED_AT)
  const fields = fieldsOf(rows)
  const isUsed = usedBy(kind, job.rules)
  const spare = [...fields]
    .filter(([way]) => !isUsed(way))
    .map(([way, values]): SpareField => ({
      way,
      looks: looksOf(values, job.rules.zone),
      values: [...new Set(values.map((value) => safe(value)))].slice(0, MOST_VALUES).map(String),
    }))
  return {
    kind: kind.id.slice(kind.id.indexOf('.') + 1),
    read: mapped.length,
    bad: badRows({ kind, raw, mapped, before }, job, readers).map((row) => ({
      ...row,
      message: maskText(row.message),
      raw: safe(row.raw),
      mapped: safe(row.mapped),
    })),
    spare,
    gone: rows.length === 0 ? [] : [...goneFrom(rows, kind, job.rules), ...absent.map(askedFor)],
    codes: unknownCodes(kind, raw, mapped, readers).map((known) => ({
      ...known,
      code: maskText(known.code),
    })),
  }
}

const askedFor = (way: string): GoneField => ({
  way,
  column: undefined,
  looks: undefined,
  codes: [],
  needed: true,
})

function readersOf({ columns }: AnyKind, { rules, scope }: ShapeJob): readonly FieldReader[] {
  const { enums, zone, records } = rules
  return fieldReaders(records?.fields ?? {}, { enums, zone, names: scope.names ?? {}, columns })
}

/** A number may be somebody's telephone as well as a text may. */
function unnumbered(value: unknown): unknown {
  if (typeof value === 'number') {
    const text = maskText(String(value))
    return text === String(value) ? value : text
  }
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  if (Array.isArray(value)) return value.slice(0, 5).map(unnumbered)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, unnumbered(below)]))
}

/** What is printed is masked once more, whatever a mapping put together. */
const maskerOf = ({ rules, scope: { audience } }: ShapeJob) => {
  const { personal } = rules
  return (value: unknown): unknown => unnumbered(maskAnswer(value, { personal, audience }))
}

function badRows({ kind, raw, mapped, before }: PageRows, job: ShapeJob, readers: readonly FieldReader[]) {
  const names = mapped.slice(0, LOOKED_AT).flatMap((row) => (isRecord(row) ? Object.keys(row) : []))
  const reader = rowReader(
    kind,
    new Set(job.rules.records?.fields ? Object.keys(job.rules.records.fields) : names),
  )
  const bad: BadRow[] = []
  for (const [i, row] of mapped.entries()) {
    if (bad.length === MOST_BAD) break
    const one = row instanceof RowProblem ? { fault: row } : reader(row, i)
    if (!('fault' in one)) continue
    const { field, message } = one.fault
    const made = row instanceof RowProblem ? raw && partOf(raw[i], readers) : row
    // Without a mapping a row is what it came as.
    bad.push({ at: before + i, field, message, raw: raw?.[i], mapped: made === raw?.[i] ? undefined : made })
  }
  return bad
}

/** The fields of a refused row that could be read. */
function partOf(row: unknown, readers: readonly FieldReader[]): object {
  return Object.fromEntries(
    readers.flatMap(({ name, expression, take, finish }) => {
      try {
        const value = expression === undefined ? finish(take(row)) : undefined
        return value === undefined ? [] : [[name, value] as const]
      } catch (error) {
        if (error instanceof ForeignValueError) return []
        throw error
      }
    }),
  )
}

/** Codes that no word was told for, of every row: a row names only its first wrong field. */
function unknownCodes(
  kind: AnyKind,
  raw: readonly unknown[] | undefined,
  mapped: readonly unknown[],
  readers: readonly FieldReader[],
): readonly UnknownCode[] {
  const counts = new Map<string, { field: string; code: string; rows: number }>()
  for (const [field, column] of Object.entries(kind.columns)) {
    if (column.type !== 'code') continue
    const reader = readers.find(({ name }) => name === field)
    for (const [i, row] of mapped.entries()) {
      const code = reader && raw ? unreadable(reader, raw[i], column) : unlisted(fieldIn(row, field), column)
      if (code === undefined) continue
      const name = `${field} ${code}`
      const before = counts.get(name)
      if (before) before.rows++
      else counts.set(name, { field, code, rows: 1 })
    }
  }
  return [...counts.values()]
}

const fieldIn = (row: unknown, field: string) => (isRecord(row) ? own(row, field) : undefined)

const unlisted = (value: unknown, column: Column): string | undefined =>
  column.type === 'code' &&
  column.of &&
  isScalar(value) &&
  !isBlank(value) &&
  !column.of.includes(String(value).trim())
    ? String(value).trim()
    : undefined

function unreadable(
  { expression, take, finish }: FieldReader,
  row: unknown,
  column: Column,
): string | undefined {
  if (expression !== undefined) return undefined
  const value = take(row)
  try {
    return unlisted(finish(value), column)
  } catch (error) {
    if (error instanceof ForeignValueError && isScalar(value)) return String(value).trim()
    return undefined
  }
}
