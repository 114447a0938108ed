import { isDay } from '../../contract/forms'
import { isoTime } from '../../lib/calendar'
import { isScalar } from '../json'
import { offsetOf } from '../shape/zone'
import { words } from './words'

/** A value a mapping cannot use. Its message goes on the panel, so it names the value briefly. */
export class ForeignValueError extends Error {}

const brief = (value: unknown) =>
  isScalar(value)
    ? words.quoted(String(value).slice(0, 24))
    : Array.isArray(value)
      ? words.list
      : words.object

const refuse = (value: unknown, wanted: string): never => {
  throw new ForeignValueError(words.isNot(brief(value), wanted))
}

/** How people and reports write "no value". */
const BLANK = /^(?:|-+|—+|\/|null|undefined|nan|n\/a|na|无|暂无|暂无数据|空|未知|不详)$/i

/** Beyond this length text is never a blank, nor a number, nor a time. */
const LONGEST = 60

/** Printable ASCII, which is half-width already. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** Half-width and trimmed; null for a blank. Full-width digits, signs and percent signs become plain ones. */
function plain(value: unknown): string | null {
  if (typeof value !== 'string') return String(value)
  const text =
    value.length > LONGEST || PLAIN.test(value) ? value : value.normalize('NFKC').replaceAll('−', '-').trim()
  return BLANK.test(text) ? null : text
}

/** Whether `value` says that nothing is known: null, or a text such as "", "--", "暂无". What is not there is no such value. */
export const isBlank = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= LONGEST && plain(value) === null)

const NUMBER = String.raw`[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d+)?`
const PURE = new RegExp(`^(?=.*\\d)${NUMBER}$`)

/** A product without the noise of binary fractions: 56.07 亿 is 5607000000. */
const times = (value: number, factor: number) => Number((value * factor).toPrecision(14))

/**
 * A number as foreign systems write it: 12, "1,843", " １２ ". Null for blanks ("", "-", "—", "N/A", null).
 * @throws ForeignValueError for anything else
 */
export function readNumber(value: unknown): number | null {
  if (value === null) return null
  if (!isScalar(value)) return refuse(value, words.number)
  const text = plain(value)
  if (text === null) return null
  return PURE.test(text) ? Number(text.replaceAll(',', '')) : refuse(value, words.number)
}

/** What systems answer that must answer with a number and have none. */
const NO_COUNT = -1

/** As `readNumber`, of what is counted or measured from nought: −1 says that nothing is known. @throws ForeignValueError */
export function readAmount(value: unknown): number | null {
  const number = readNumber(value)
  return number === NO_COUNT ? null : number
}

/** Units of which there can be fewer than none: differences, temperatures, money, levels. */
const SIGNED = /^(?:个?百分点|[%‰℃°度]|°C|(?:[百千万亿]*元)|m|米|cm|厘米|mm|毫米)$/u

/** The number of a figure in `unit`. −1 people are none that anybody knows of; −3 of them are a fault. @throws ForeignValueError */
export function readFigure(value: unknown, unit: unknown): number | null {
  if (typeof unit === 'string' && SIGNED.test(unit)) return readNumber(value)
  const number = readAmount(value)
  return number !== null && number < 0 ? refuse(value, words.count) : number
}

/** Share of `part` in `whole`, 0–100; null of nothing, and where either is unknown. @throws ForeignValueError above 100 */
export function readShare(part: unknown, whole: unknown): number | null {
  const [some, all] = [readAmount(part), readAmount(whole)]
  if (some === null || all === null || all === 0) return null
  if (some < 0 || some > all) throw new ForeignValueError(words.notPart(some, all))
  return Number(((some / all) * 100).toFixed(2))
}

/**
 * A share in percent (0–100): "99.99%" is 99.99. A bare number counts as percent, or as a share of one when `unit` is "ratio".
 * @throws ForeignValueError
 */
export function readPercent(value: unknown, unit: unknown = 'percent'): number | null {
  if (unit !== 'percent' && unit !== 'ratio') return refuse(unit, words.share)
  const text = isScalar(value) ? plain(value) : null
  const signed = text === null ? null : /^(.*?)\s*([%‰])$/.exec(text)
  if (signed) return scale(readNumber(signed[1]), signed[2] === '%' ? 1 : 0.1)
  return scale(readNumber(value), unit === 'ratio' ? 100 : 1)
}

const scale = (value: number | null, factor: number) => (value === null ? null : times(value, factor))

const SCALES: Readonly<Record<string, number>> = {
  '': 1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
const LONGEST_FIRST = Object.keys(SCALES).toSorted((a, b) => b.length - a.length)
const COUNTED = new RegExp(`^(?=.*\\d)(${NUMBER})\\s*(${LONGEST_FIRST.join('|')})\\s*\\p{L}{0,4}$`, 'u')

/**
 * A number written for readers: "1.2万", "3.5亿", "56.07亿条", "31万件"; a unit of up to four letters may follow.
 * @throws ForeignValueError
 */
export function readCount(value: unknown): number | null {
  if (value === null) return null
  if (!isScalar(value)) return refuse(value, words.number)
  const text = plain(value)
  if (text === null) return null
  const [, figure = '', unit = ''] = COUNTED.exec(text) ?? refuse(value, words.number)
  return times(Number(figure.replaceAll(',', '')), SCALES[unit] ?? 1)
}

const SEPARATED =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时](\d{1,2})[:分]?(?:(\d{1,2})(\.\d+)?秒?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?)?()()$/

/**
 * A time as foreign systems write it, as ISO 8601 with a zone: "2026-11-22 09:13:00", "2026/11/22 9:13", "20261122091300",
 * "2026年11月22日 09:13", or an epoch in seconds or milliseconds. `zone` holds for times that name none. Null for blanks.
 * @throws ForeignValueError
 */
export function readTime(value: unknown, zone: string): string | null {
  if (value === null) return null
  if (!isScalar(value)) return refuse(value, words.time)
  const text = plain(value)
  if (text === null) return null
  const parts = SEPARATED.exec(text) ?? COMPACT.exec(text)
  if (!parts) return readEpoch(value)
  const [, year, month, day, hour, minute, second, fraction = '', named] = parts
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0')
  const date = `${year}-${two(month)}-${two(day)}`
  const iso = `${date}T${two(hour)}:${two(minute)}:${two(second)}${fraction}${offsetOf(named || zone)}`
  // The engine reads 02-30 as a day in March.
  return isDay(date) && !Number.isNaN(Date.parse(iso)) ? iso : refuse(value, words.time)
}

/** From here on an epoch is in milliseconds: as seconds it would lie in the year 5138, as milliseconds in 1973. */
const MILLISECONDS = 1e11

/** An epoch in seconds or milliseconds, number or text, as ISO 8601 in Beijing time. @throws ForeignValueError */
export function readEpoch(value: unknown): string | null {
  const epoch = isScalar(value) && /^\s*\d{9,13}(?:\.\d+)?\s*$/.test(String(value)) ? Number(value) : null
  if (epoch !== null) return isoTime(epoch < MILLISECONDS ? epoch * 1000 : epoch)
  return value === null || (isScalar(value) && plain(value) === null) ? null : refuse(value, words.time)
}
