import type { Personal } from '../../src/config/source'
import { isRecord, isScalar } from '../../src/data/json'
import { isBlank, readAmount, readTime } from '../../src/data/mapping/expression-values'
import { readerOf } from '../../src/data/mapping/field-values'
import { takeAt } from '../../src/data/mapping/row-mapper'
import { openJson } from '../../src/data/shape/foreign-text'
import { maskKey } from '../../src/data/shape/mask'
import { personalIn } from './personal'

type Row = Readonly<Record<string, unknown>>

/** How the times of a field are written. */
export interface Times {
  /** Epoch ms by row; null where there is none. */
  readonly at: readonly (number | null)[]
  /** `dd/MM/yyyy HH:mm` where the usual ways to write a time do not reach. */
  readonly format: string | null
  /** As people name the form: `2026-11-18 10:31:05`, epoch. */
  readonly form: 'text' | 'compact' | 'seconds' | 'milliseconds'
  /** All name their zone themselves. */
  readonly zoned: boolean
  /** Texts that stand where a time should, and are none: `0000-00-00`, `1900-01-01`. */
  readonly unknown: readonly string[]
  /** Rows whose value is no time and no blank. */
  readonly wrong: number
}

export interface Field {
  readonly way: string
  readonly rows: number
  /** Rows that have the field. */
  readonly present: number
  readonly blank: number
  /** Word → rows, of every value that says something. */
  readonly words: ReadonlyMap<string, number>
  readonly times: Times | null
  /** Figures, lowest first; null where it holds none. */
  readonly number: readonly number[] | null
  readonly flag: boolean
  /** JSON that was sent as text. */
  readonly json: boolean
  /** A list or an object: rows of a row cannot stand in a column. */
  readonly list: boolean
  /** Known in every row, and no two alike. */
  readonly unique: boolean
  readonly place: 'code' | 'name' | null
  readonly personal: Personal | null
}

const DEEPEST = 4
const MOST_FIELDS = 200
/** Rows looked at: what holds for these will do for a draft. */
const MOST_ROWS = 5000

/** Ways to everything in a row that a rule can name, through objects and through JSON in a text. */
function waysOf(rows: readonly Row[]): { ways: readonly string[]; json: ReadonlySet<string> } {
  const ways = new Map<string, true>()
  const json = new Set<string>()
  const visit = (item: Row, above: string, depth: number): void => {
    for (const [key, value] of Object.entries(item)) {
      // A key that is somebody's number names no field.
      if (maskKey(key) !== key || key === '' || ways.size >= MOST_FIELDS) continue
      const way = above === '' ? key : `${above}.${key}`
      const inside = typeof value === 'string' ? openJson(value) : undefined
      if (inside !== undefined) json.add(way)
      const below = inside ?? value
      const nested = isRecord(below) && depth < DEEPEST && Object.keys(below).length > 0
      if (nested) visit(below, way, depth + 1)
      else ways.set(way, true)
    }
  }
  for (const row of rows) visit(row, '', 1)
  // Where one row has an object and another null, the object's own fields say it all.
  const all = [...ways.keys()]
  return { ways: all.filter((way) => !all.some((other) => other.startsWith(`${way}.`))), json }
}

/** `0000-00-00 00:00:00`, `1900-01-01`, `9999-12-31`: how databases without null write that nothing is known. */
const NEVER = /^(?:0000|0001|1900|9999)[-/]?\d{2}[-/]?\d{2}/
const FORMATS = ['dd/MM/yyyy', 'MM/dd/yyyy', 'dd-MM-yyyy', 'dd.MM.yyyy'].flatMap((day) => [
  day,
  `${day} HH:mm`,
  `${day} HH:mm:ss`,
])
const [EARLIEST, LATEST] = [Date.UTC(2000, 0), Date.UTC(2045, 0)]
const ENOUGH = 0.8

type ReadMoment = (text: string) => number | null

const momentBy =
  (read: (text: string) => unknown): ReadMoment =>
  (text) => {
    try {
      const found = Date.parse(String(read(text)))
      return found >= EARLIEST && found < LATEST ? found : null
    } catch {
      return null
    }
  }

const ZONE = '+08:00'
const usual = momentBy((text) => readTime(text, ZONE))
const readers = [
  { format: null, read: usual },
  ...FORMATS.map((format) => ({
    format,
    read: momentBy(readerOf('time', { zone: ZONE, format, signed: false })),
  })),
]

function timesOf(texts: readonly (string | null)[], name: string): Times | null {
  const unknown = [...new Set(texts.filter((text) => text !== null && NEVER.test(text)))].filter(
    (text) => text !== null,
  )
  const known = texts
    .filter((text) => text !== null && !unknown.includes(text))
    .filter((text) => text !== null)
  if (known.length === 0 || unknown.length > 3) return null
  const digits = known.every((text) => /^\d+(?:\.\d+)?$/.test(text))
  // A number made of the day and a serial number reads like a time; its name says which it is.
  if (digits && /(?:no|id|num|code|bh|dm|hm)$/i.test(name)) return null
  for (const { format, read } of readers) {
    const at = texts.map((text) => (text === null ? null : read(text)))
    const right = at.filter((moment) => moment !== null).length
    if (right < ENOUGH * known.length) continue
    const length = known[0]?.length ?? 0
    const form =
      !digits || length === 8 || length === 14
        ? digits
          ? 'compact'
          : 'text'
        : length <= 10
          ? 'seconds'
          : 'milliseconds'
    const zoned =
      form === 'seconds' ||
      form === 'milliseconds' ||
      known.every((text) => /(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(text) && /:/.test(text))
    return { at, format, form, zoned, unknown, wrong: known.length - right }
  }
  return null
}

const attempt = <Value>(read: () => Value): Value | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

function numberOf(texts: readonly string[]): Field['number'] {
  // Longer digits are the number of a thing.
  const numbers = texts.map((text) => (text.length > 15 ? undefined : attempt(() => readAmount(text))))
  const figures = numbers.filter((number) => typeof number === 'number')
  if (figures.length === 0 || figures.length < 0.9 * texts.length) return null
  return figures.toSorted((a, b) => a - b)
}

const FLAG = /^(?:true|false|t|f|yes|no|y|n|1|0|是|否)$/i
const TOWN = /(?:镇|街道|乡|街|开发区|园区|管理区)$/u

function placeOf(texts: readonly string[]): Field['place'] {
  if (texts.length === 0) return null
  const share = (is: (text: string) => boolean) => texts.filter(is).length / texts.length
  if (share((text) => /^[1-9]\d{5}(?:\d{3}){0,2}$/.test(text)) === 1) return 'code'
  return share((text) => text.length <= 12 && TOWN.test(text)) >= ENOUGH ? 'name' : null
}

function fieldAt(way: string, rows: readonly Row[], json: boolean): Field {
  const take = takeAt(way)
  const values = rows.map(take)
  const there = values.filter((value) => value !== undefined)
  const known = there.filter((value) => !isBlank(value) && value !== -1 && value !== '-1')
  const texts = values.map((value) => (isScalar(value) && !isBlank(value) ? String(value).trim() : null))
  const scalars = known.filter(isScalar).map((value) => String(value).trim())
  const words = new Map<string, number>()
  for (const text of scalars) words.set(text, (words.get(text) ?? 0) + 1)
  const name = way.slice(way.lastIndexOf('.') + 1)
  const times = timesOf(texts, name)
  return {
    way,
    rows: rows.length,
    present: there.length,
    blank: there.length - known.length,
    words,
    times,
    number: numberOf(scalars),
    flag: scalars.length > 0 && scalars.every((text) => FLAG.test(text)),
    json,
    list: known.length > scalars.length,
    unique: rows.length > 1 && words.size === rows.length,
    place: placeOf(scalars),
    // 11 digits may be a moment or a telephone: what reads as moments of our years is nobody's number.
    personal: times === null ? personalIn(way, scalars) : null,
  }
}

/** What stands in the fields of `rows`, in the order in which they come. */
export function fieldsOf(rows: readonly Row[]): readonly Field[] {
  const seen = rows.slice(0, MOST_ROWS)
  const { ways, json } = waysOf(seen)
  const opened = (way: string) => [...json].some((above) => way === above || way.startsWith(`${above}.`))
  return ways.map((way) => fieldAt(way, seen, opened(way)))
}

/** Few words that come again: codes, or names of kinds and offices. */
export const isCoded = ({ words, rows, blank, times, list }: Field): boolean =>
  !list &&
  times === null &&
  words.size > 0 &&
  words.size <= 24 &&
  (words.size <= 3 || words.size <= (rows - blank) * 0.7)
