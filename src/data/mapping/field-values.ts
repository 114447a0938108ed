import type { Reading } from '../../config/field-rule'
import { isScalar } from '../json'
import { openJson } from '../shape/foreign-text'
import { ForeignValueError, readAmount, readNumber, readTime } from './expression-values'
import { words } from './words'

/** How one field is read, besides what it is read as. */
export interface Habits {
  /** Zone of times written without one. */
  readonly zone: string
  /** `dd/MM/yyyy HH:mm`; undefined for the usual ways to write a time. */
  readonly format: string | undefined
  /** −1 is a figure. */
  readonly signed: boolean
}

/** Reads a value that says something (not null, not blank). @throws ForeignValueError, which names the value */
export type ReadValue = (value: unknown) => unknown

const short = (value: unknown) => (JSON.stringify(value) ?? '').slice(0, 24)
const not = (value: unknown, wanted: string) => new ForeignValueError(words.isNot(short(value), wanted))

const YES = /^(?:true|t|yes|y|1|是)$/i
const NO = /^(?:false|f|no|n|0|否)$/i

function readFlag(value: unknown): boolean {
  const word = isScalar(value) ? String(value).trim() : ''
  if (YES.test(word)) return true
  if (NO.test(word)) return false
  throw not(value, words.flag)
}

function readText(value: unknown): string {
  if (isScalar(value)) return String(value)
  throw not(value, words.text)
}

/** JSON that was sent as text; what is no text is open already. */
export function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const opened = openJson(value)
  if (opened === undefined) throw not(value, 'JSON')
  return opened
}

const PARTS: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  MM: '\\d{1,2}',
  dd: '\\d{1,2}',
  HH: '\\d{1,2}',
  mm: '\\d{1,2}',
  ss: '\\d{1,2}',
}

/** A reader of times written as `format` says. The pattern is made of fixed pieces, each taken once: it cannot run long. */
function timeBy(format: string, zone: string): ReadValue {
  const seen = new Set<string>()
  const pattern = format.replaceAll(/yyyy|MM|dd|HH|mm|ss|[^\p{L}\p{N}\s]|\s/gu, (part) => {
    const digits = PARTS[part]
    if (digits === undefined) return part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    if (seen.has(part)) return digits
    seen.add(part)
    return `(?<${part}>${digits})`
  })
  const written = new RegExp(`^${pattern}$`, 'u')
  return (value) => {
    const found = isScalar(value) ? written.exec(String(value).trim())?.groups : undefined
    if (found === undefined) throw not(value, words.timeBy(format))
    const { yyyy, MM, dd, HH = '0', mm = '0', ss = '0' } = found
    return readTime(`${yyyy}-${MM}-${dd} ${HH}:${mm}:${ss}`, zone)
  }
}

/** The reader of `reading`; of what is read as nothing in particular, the value itself. */
export function readerOf(reading: Reading | undefined, { zone, format, signed }: Habits): ReadValue {
  if (reading === 'time' || format !== undefined)
    return format === undefined ? (value) => readTime(value, zone) : timeBy(format, zone)
  if (reading === 'number') return signed ? readNumber : readAmount
  if (reading === 'text') return readText
  if (reading === 'flag') return readFlag
  if (reading === 'json') return readJson
  return (value) => value
}
