import { isFields } from '../../lib/fields'
import { isDay, REGION_CODE } from '../forms'
import type { RowFault } from '../resource'
import type { CodeColumn, Column, ColumnBase, NumberColumn, AnyKind, TextColumn } from './kind'

export interface PlaceValue {
  readonly code: string
  readonly name: string
}

/** One cell as a table keeps it; null is unknown. A time is epoch ms. */
export type Cell = string | number | boolean | PlaceValue | null

/** One row, its cells in the order of the contract's columns. */
export type Cells = readonly Cell[]

/** What a source writes where it knows nothing. */
const BLANK = new Set(['', '-', '--', '—', '——', '/', 'null', 'NULL', '无', '暂无', '未知'])

/** Whether a cell says that nothing is known. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && BLANK.has(value.trim()))

/** Why a cell is refused. A value of its own class, so that it is never taken for a cell; nothing is thrown for a row in ten thousand. */
class Refused {
  constructor(readonly message: string) {}
}

/** Wrong text, short enough to be read on a wall. */
const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

function textOf(value: unknown, { most }: TextColumn, isKey: boolean): string | Refused {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string') return new Refused(`须为文字，得到 ${quoted(value)}`)
  const plain = text.trim()
  if (plain.length <= most) return plain
  if (isKey) return new Refused(`编号超过 ${most} 字`)
  return `${plain.slice(0, most - 1)}…`
}

function codeOf(value: unknown, { of, most }: CodeColumn): string | Refused {
  const code = typeof value === 'number' ? String(value) : value
  if (typeof code !== 'string') return new Refused(`须为代码，得到 ${quoted(value)}`)
  const plain = code.trim()
  if (of && !of.includes(plain)) return new Refused(`未知代码 ${quoted(plain)}`)
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain
}

function placeOf(value: unknown): PlaceValue | Refused {
  if (typeof value !== 'object' || value === null || !('code' in value))
    return new Refused(`须为 {code, name}，得到 ${quoted(value)}`)
  const code = String(value.code)
  if (!REGION_CODE.test(code)) return new Refused(`不是行政区划代码 ${quoted(value.code)}`)
  const name = 'name' in value && typeof value.name === 'string' ? value.name.trim() : ''
  return { code, name: name.length > 16 ? `${name.slice(0, 15)}…` : name }
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** Midnight UTC of the days that rows name, epoch ms; NaN for one that is in no calendar. Rows name few days, many times. */
const days = new Map<string, number>()

function midnightOf(day: string): number {
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size > 4000) days.clear()
  const ms = isDay(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  days.set(day, ms)
  return ms
}

const ZERO = 48
/** The number of two digits that stand at `at`. */
const two = (text: string, at: number) => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO

function timeOf(value: unknown): number | Refused {
  if (typeof value === 'string' && ISO.test(value)) {
    const day = midnightOf(value.slice(0, 10))
    const [hour, minute, second] = [two(value, 11), two(value, 14), two(value, 17)]
    // Whole seconds are what almost every row has, and `Date.parse` is slow.
    const zone =
      value.length === 25 ? (value[19] === '-' ? -1 : 1) * (two(value, 20) * 60 + two(value, 23)) : 0
    const ms =
      value.length === 25 || value.length === 20
        ? day + ((hour * 60 + minute - zone) * 60 + second) * 1000
        : Number.isNaN(day)
          ? day
          : Date.parse(value)
    if (hour < 24 && minute < 60 && second < 60 && !Number.isNaN(ms)) return ms
  }
  return new Refused(`须为带时区的 ISO 8601 时间，得到 ${quoted(value)}`)
}

/** A number may come as text; what is no number is a fault, not a zero. */
function numberOf(value: unknown, { low, high }: NumberColumn): number | Refused {
  const number = typeof value === 'string' ? Number(value.trim()) : value
  if (typeof number !== 'number' || !Number.isFinite(number))
    return new Refused(`须为数，得到 ${quoted(value)}`)
  if (number < low || number > high) return new Refused(`${quoted(value)} 不在 ${low}–${high} 之内`)
  return number
}

function flagOf(value: unknown): boolean | Refused {
  if (typeof value === 'boolean') return value
  return new Refused(`须为 true 或 false，得到 ${quoted(value)}`)
}

function cellOf(value: unknown, column: Column, isKey: boolean): Cell | Refused {
  if (isBlank(value)) return blankOf(column)
  switch (column.type) {
    case 'text':
      return textOf(value, column, isKey)
    case 'code':
      return codeOf(value, column)
    case 'place':
      return placeOf(value)
    case 'time':
      return timeOf(value)
    case 'number':
      return numberOf(value, column)
    case 'flag':
      return flagOf(value)
  }
}

const blankOf = ({ required }: ColumnBase): null | Refused => (required ? new Refused('缺少') : null)

/** Reads one row by its contract, column by column; what the contract does not know is dropped. `at` is its place in the answer, from 0. */
export type RowReader = (row: unknown, at: number) => { readonly cells: Cells } | { readonly fault: RowFault }

/**
 * The reader of rows of `kind`. Never throws: a row that is refused costs itself and names its first wrong field. `sent` are the
 * columns that some row of the same answer has: a row without one of them is not a row where it is unknown (that is null), but a row
 * that was cut.
 */
export function rowReader(
  { columns, key, notBefore, told = {} }: AnyKind,
  sent: ReadonlySet<string> = new Set(),
): RowReader {
  const places = Object.keys(columns)
  const named = Object.entries(columns).map(([name, column]) => ({
    name,
    column,
    isKey: name === key,
    isSent: sent.has(name),
  }))
  const keyAt = places.indexOf(key)
  const tells = Object.entries(told).map(([name, tell]) => ({ at: places.indexOf(name), tell }))
  const pairs = Object.entries(notBefore).map(
    ([late, early]) => [late, places.indexOf(late), early, places.indexOf(String(early))] as const,
  )
  return (row, at) => {
    if (!isFields(row)) return { fault: { at, field: '(整行)', message: `须为对象，得到 ${quoted(row)}` } }
    const cells: Cell[] = []
    for (const { name, column, isKey, isSent } of named) {
      const value = row[name]
      if (value === undefined && isSent && !(name in row))
        return { fault: { at, field: name, message: '这一行缺少此字段' } }
      const cell = cellOf(value, column, isKey)
      if (cell instanceof Refused) return { fault: { at, field: name, message: cell.message } }
      cells.push(cell)
    }
    for (const [name, late, early, first] of pairs) {
      const [end, begin] = [cells[late], cells[first]]
      if (typeof end === 'number' && typeof begin === 'number' && end < begin)
        return { fault: { at, field: name, message: `早于 ${early}` } }
    }
    const name = cells[keyAt]
    if (typeof name === 'string')
      for (const { at: place, tell } of tells) cells[place] ??= tell?.(name) ?? null
    return { cells }
  }
}
