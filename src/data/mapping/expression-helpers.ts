import { hourOfDay } from '../../lib/calendar'
import { toWgs84 } from '../shape/crs'
import {
  ForeignValueError,
  readCount,
  readEpoch,
  readNumber,
  readPercent,
  readTime,
} from './expression-values'
import { isRecord, isScalar, own } from '../json'
import type { Bindings } from '../shape/shape'
import { words } from './words'

/**
 * What mappings can call and name besides JSONata's own functions. All are pure. A missing value (a wrong path) stays missing,
 * so that the contract names the field; null stays null; a value that cannot be read ends the mapping with its name.
 *
 * | call | gives |
 * | --- | --- |
 * | `$cnTime(x)` | ISO time of "2026-11-22 09:13:00", "2026/11/22 9:13", "20261122091300", "2026年11月22日 09:13", an epoch; in the source's zone |
 * | `$iso(x)` | ISO time of an epoch in seconds or milliseconds |
 * | `$num(x, default?)` | number of 12, "1,843", " １２ "; blanks ("", "-", "--", "—", "N/A", "null") give null, or `default` |
 * | `$percent(x, "ratio"?)` | 0–100 of "99.99%", 99.99, or of 0.9999 with "ratio" |
 * | `$cn(x)` | number of "1.2万", "3.5亿", "56.07亿条", "31万件" |
 * | `$enum(table, code, default?)` | our word for a foreign code, by `enums` of the source; an unknown code is a fault unless `default` is given |
 * | `$measure(x, unit, period)` | `{value, unit, period}`; null stays null |
 * | `$rate(x, period)` | the same in percent, `x` as in `$percent` |
 * | `$minutesBetween(a, b)`, `$daysBetween(a, b)` | from a to b, with fraction; times as in `$cnTime` |
 * | `$hour(t)` | hour of the day 0–23, Beijing time |
 * | `$wgs84(lng, lat)` | `{lng, lat}` in WGS-84; a mapping that calls it must do so for all its points: the normaliser then converts none |
 * | `$rows(list, function($row, $i) {…})` | one item a row, always a list: an empty one stays empty, a single row stays a list |
 * | `$require(rows, "a", "b" …)` | the rows, all of which have these fields; a list or a field that is not there is a fault, not a silent 0 |
 * | `$groupCount(rows, key)` | `[{key, count}]`, most first; rows without a value count as 未填 |
 * | `$receivedAt`, `$city`, `$region`, `$audience` | when the server answered (ISO), and for whom and where; audience is "duty" or "tour" |
 *
 * `empty` says that the whole answer is an empty list: no path into it exists, and none is wrong.
 */
export function helpers(bindings: Bindings, empty: boolean): Readonly<Record<string, unknown>> {
  const { zone, crs, enums, receivedAt, city, region, audience } = bindings
  const time = (value: unknown) => readTime(value, zone)
  const there = (list: unknown) => (list === undefined && empty ? [] : list)
  const elapsed = (from: unknown, to: unknown, unit: number) => {
    const [start, end] = [time(from), time(to)]
    return start === null || end === null ? null : (Date.parse(end) - Date.parse(start)) / unit
  }
  return {
    receivedAt,
    city,
    region,
    audience,
    cnTime: optional(time),
    iso: optional(readEpoch),
    num: (value: unknown, ...otherwise: unknown[]) => orElse(value, readNumber, otherwise),
    percent: optional(readPercent),
    cn: optional(readCount),
    enum: (table: unknown, code: unknown, ...otherwise: unknown[]) =>
      orElse(code, (known) => translate(enums, table, known, otherwise), otherwise),
    measure: optional((value, unit, period) => ({ value: readNumber(value), unit, period })),
    rate: optional((value, period) => ({ value: readPercent(value), unit: '%', period })),
    minutesBetween: optional((from, to) => (to === undefined ? undefined : elapsed(from, to, 60_000))),
    daysBetween: optional((from, to) => (to === undefined ? undefined : elapsed(from, to, 86_400_000))),
    hour: optional((value) => {
      const iso = time(value)
      return iso === null ? null : Math.floor(hourOfDay(Date.parse(iso)))
    }),
    wgs84: optional((lng, lat) => {
      const [east, north] = [readNumber(lng), lat === undefined ? null : readNumber(lat)]
      return east === null || north === null ? null : toWgs84({ lng: east, lat: north }, crs)
    }),
    rows: (list: unknown, each: unknown) => optional(mapRows)(there(list), each),
    groupCount: (rows: unknown, key: unknown) => optional(groupCount)(there(rows), key),
    require: (rows: unknown, ...fields: unknown[]) => requireFields(there(rows), fields),
  }
}

type Helper = (value: unknown, ...rest: unknown[]) => unknown

const optional =
  (helper: Helper): Helper =>
  (value, ...rest) =>
    value === undefined ? undefined : helper(value, ...rest)

/** `otherwise` holds the default a mapping gave, or nothing: null is a default too. */
function orElse(value: unknown, read: (value: unknown) => unknown, otherwise: readonly unknown[]): unknown {
  const found = value === undefined ? undefined : read(value)
  return found === undefined || found === null ? (otherwise.length > 0 ? otherwise[0] : found) : found
}

function translate(
  enums: Bindings['enums'],
  name: unknown,
  code: unknown,
  otherwise: readonly unknown[],
): unknown {
  const called = isScalar(name) ? `enums.${name}` : 'enums'
  const table = own(enums, String(name))
  if (!table) throw new ForeignValueError(words.noTable(called))
  if (code === null) return null
  const key = isScalar(code) ? String(code) : ''
  const word = own(table, key)
  if (word !== undefined || otherwise.length > 0) return word
  throw new ForeignValueError(words.noWord(called, key.slice(0, 24)))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

async function mapRows(list: unknown, each: unknown): Promise<unknown> {
  if (list === null) return null
  if (typeof each !== 'function') throw new ForeignValueError(words.secondFunction)
  const items: unknown[] = []
  for (const [i, row] of listOf(list).entries()) {
    const item: unknown = await Reflect.apply(each, undefined, [row, i])
    if (item !== undefined) items.push(item)
  }
  return items
}

/** In JSONata a wrong path gives nothing, and nothing counts 0: this says so instead. */
function requireFields(rows: unknown, fields: readonly unknown[]): unknown[] {
  if (rows === undefined || rows === null) throw new ForeignValueError(words.noList)
  const list = listOf(rows)
  list.forEach((row, i) => {
    const lacking = fields.map(String).find((field) => !isRecord(row) || own(row, field) === undefined)
    if (lacking !== undefined) throw new ForeignValueError(words.noField(i + 1, lacking))
  })
  return [...list]
}

function groupCount(rows: unknown, key: unknown): unknown {
  if (rows === null) return null
  if (typeof key !== 'string') throw new ForeignValueError(words.secondName)
  const counts = new Map<string, number>()
  for (const row of listOf(rows)) {
    const value = isRecord(row) ? own(row, key) : undefined
    const name = isScalar(value) && value !== '' ? String(value) : words.unnamed
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ key: name, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}
