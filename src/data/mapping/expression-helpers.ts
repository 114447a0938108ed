import { dayStart, hourOfDay } from '../../lib/calendar'
import { toWgs84 } from '../../lib/crs'
import { comparisons } from './expression-compare'
import { listHelpers, optional, type Helper } from './expression-lists'
import { strict, VALUES } from './expression-strict'
import {
  ForeignValueError,
  isBlank,
  readAmount,
  readCount,
  readEpoch,
  readFigure,
  readNumber,
  readPercent,
  readShare,
  readTime,
} from './expression-values'
import { readJson } from './field-values'
import { observedAt } from './observed-at'
import { isScalar, own } from '../json'
import type { Bindings } from '../shape/shape'
import { words } from './words'

/**
 * What mappings can call and name besides JSONata's own functions. All are pure. A missing value (a wrong path) stays missing,
 * so that the contract names the field; null stays null; a value that cannot be read ends the mapping with its name.
 *
 * | call | gives |
 * | --- | --- |
 * | `$cnTime(x, default?)` | ISO time of "2026-11-22 09:13:00", "2026-11-22 09:13:00.123+08", "2026/11/22 9:13", "20261122091300", "2026年11月22日 09:13", an epoch; in the source's zone |
 * | `$iso(x)` | ISO time of an epoch in seconds or milliseconds |
 * | `$observedAt(x, …)` | the newest time at which NGSI-LD says that something of `x` was observed, or else was set by its own attribute, or was changed |
 * | `$num(x, default?)` | number of 12, "1,843", " １２ "; blanks ("", "-", "--", "—", "N/A", "暂无", null) and −1 give null, or `default` |
 * | `$signed(x, default?)` | the same of what can be below nought: −1 is a figure |
 * | `$percent(x, "ratio"?)` | 0–100 of "99.99%", 99.99, or of 0.9999 with "ratio" |
 * | `$share(part, whole)` | 0–100; null of nothing |
 * | `$cn(x)` | number of "1.2万", "3.5亿", "56.07亿条", "31万件" |
 * | `$enum(table, code, default?)` | our word for a foreign code, by `enums` of the source; a code that is not in the table is a fault unless the table has a word for `else`; `default` is for blanks only |
 * | `$measure(x, unit, period)` | `{value, unit, period}`; null stays null, −1 of what is counted is null |
 * | `$rate(x, period)` | the same in percent, `x` as in `$percent` |
 * | `$minutesBetween(a, b)`, `$daysBetween(a, b)` | from a to b, with fraction; times as in `$cnTime` |
 * | `$hour(t)` | hour of the day 0–23, Beijing time |
 * | `$isToday(t)` | whether `t` is of the day on which the server answered, Beijing time |
 * | `$json(x)` | what was sent as JSON inside a text; it is masked by its fields like the rest |
 * | `$wgs84(lng, lat)` | `{lng, lat}` in WGS-84; a mapping that calls it must do so for all its points: the normaliser then converts none |
 * | `$rows(list, function($row, $i) {…})` | one item a row, always a list: an empty one stays empty, a filter that leaves nothing and null too, a single row stays a list |
 * | `$require(rows, "a", "b.c" …)` | the rows, all of which have these fields; a list or a field that is not there is a fault, not a silent 0 |
 * | `$groupCount(rows, key)` | `[{key, count}]`, most first; rows without a value count as 未填 |
 * | `$receivedAt`, `$city`, `$region`, `$audience` | when the server answered (ISO), and for whom and where; audience is "duty" or "tour" |
 *
 * Comparisons are ours as well (see `comparisons`). In a row (a filter, a function, a step of a way) a field that is not there is a fault
 * for each helper that reads one, unless it is given a default. `empty` says that the whole answer is an empty list: no path into it
 * exists, and none is wrong.
 */
export function helpers(bindings: Bindings, empty: boolean): Readonly<Record<string, unknown>> {
  const { zone, crs, enums, receivedAt, city, region, audience } = bindings
  const time = (value: unknown) => readTime(value, zone)
  const elapsed = (from: unknown, to: unknown, unit: number) => {
    const [start, end] = [time(from), time(to)]
    return start === null || end === null ? null : (Date.parse(end) - Date.parse(start)) / unit
  }
  const today = (value: unknown) => {
    const iso = time(value)
    return iso !== null && dayStart(Date.parse(iso)) === dayStart(Date.parse(receivedAt))
  }
  const read: Readonly<Record<string, Helper>> = {
    cnTime: (value, ...otherwise) => orElse(value, time, otherwise),
    iso: optional(readEpoch),
    num: (value, ...otherwise) => orElse(value, readAmount, otherwise),
    signed: (value, ...otherwise) => orElse(value, readNumber, otherwise),
    percent: optional(readPercent),
    cn: optional(readCount),
    enum: (table, code, ...otherwise) => orElse(code, (known) => translate(enums, table, known), otherwise),
    hour: optional((value) => {
      const iso = time(value)
      return iso === null ? null : Math.floor(hourOfDay(Date.parse(iso)))
    }),
    isToday: optional(today),
    json: optional(readJson),
    minutesBetween: optional((from, to) => (to === undefined ? undefined : elapsed(from, to, 60_000))),
    daysBetween: optional((from, to) => (to === undefined ? undefined : elapsed(from, to, 86_400_000))),
    share: optional((part, whole) => (whole === undefined ? undefined : readShare(part, whole))),
  }
  return {
    receivedAt,
    city,
    region,
    audience,
    ...comparisons(empty),
    ...read,
    ...listHelpers(bindings.aside === true, empty),
    ...Object.fromEntries(Object.entries(read).map(([name, helper]) => [strict(name), inRow(name, helper)])),
    [strict('nothing')]: (value: unknown) => value === null || value === undefined,
    observedAt: (...values: unknown[]) => observedAt(values),
    measure: optional((value, unit, period) => ({ value: readFigure(value, unit), unit, period })),
    rate: optional((value, period) => ({ value: readPercent(value), unit: '%', period })),
    wgs84: optional((lng, lat) => {
      const [east, north] = [readNumber(lng), lat === undefined ? null : readNumber(lat)]
      return east === null || north === null ? null : toWgs84({ lng: east, lat: north }, crs)
    }),
  }
}

/** `otherwise` holds the default a mapping gave, or nothing: null is a default too. */
function orElse(value: unknown, read: (value: unknown) => unknown, otherwise: readonly unknown[]): unknown {
  const found = value === undefined ? undefined : read(value)
  return found === undefined || found === null ? (otherwise.length > 0 ? otherwise[0] : found) : found
}

/** Helpers whose default is an argument, by how many arguments stand before it. */
const DEFAULTS: Readonly<Record<string, number>> = { num: 1, signed: 1, cnTime: 1, enum: 2 }

/** A helper that reads `fields` of a row: where one is not there, and no default is given, that is a fault. */
const inRow =
  (name: string, helper: Helper): Helper =>
  (fields, ...given) => {
    const most = DEFAULTS[name]
    const missing = (VALUES[name] ?? []).findIndex(
      (at, i) => given[at] === undefined && Array.isArray(fields) && typeof fields[i] === 'string',
    )
    if (missing >= 0 && Array.isArray(fields) && (most === undefined || given.length <= most))
      throw new ForeignValueError(words.noSuchField(String(fields[missing])))
    return helper(...given)
  }

/** Word for every code that a table does not list. */
const ELSE = 'else'

function translate(enums: Bindings['enums'], name: unknown, code: unknown): unknown {
  const called = isScalar(name) ? `enums.${name}` : 'enums'
  const table = own(enums, String(name))
  if (!table) throw new ForeignValueError(words.noTable(called))
  const key = isScalar(code) ? String(code).trim() : ''
  const word = own(table, key)
  if (word !== undefined) return word
  if (isBlank(code)) return null
  const otherwise = key === '' ? undefined : own(table, ELSE)
  if (otherwise !== undefined) return otherwise
  throw new ForeignValueError(words.noWord(called, key.slice(0, 24)))
}
