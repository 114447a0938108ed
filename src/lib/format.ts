import { weekday } from './calendar'
import { words } from './words'

/** Numbers as the wall prints them. All functions are pure and return plain text. */

/** Minus is U+2212 so that it is as wide as a digit and cannot be read as a hyphen. */
export function signed(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return `±${text}`
  return (value < 0 ? '−' : '+') + group(text)
}

/** Digits as printed, with a comma between the thousands. */
export function group(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

export interface Printed {
  readonly text: string
  /** 万 or 亿 when the number was scaled, otherwise empty; it goes in front of the unit. */
  readonly scale: string
}

/**
 * Live counts: below 10 000 in full (1,284); from 1 万 and 1 亿 scaled with at most two decimals and four digits in all
 * (12.67 亿, 843.1 万). `null` prints as —.
 */
export function printCount(value: number | null): Printed {
  if (value === null) return { text: '—', scale: '' }
  const size = Math.abs(value)
  const minus = value < 0 ? '−' : ''
  // 99 999 999 would print as 10,000 万: what rounds to a fifth digit takes the next scale.
  if (Math.round(size / 1e4) >= 1e4) return { text: minus + trim(size / 1e8), scale: words.scale.e8 }
  if (size >= 1e4) return { text: minus + trim(size / 1e4), scale: words.scale.e4 }
  return { text: minus + group(Number.isInteger(size) ? String(size) : trim(size)), scale: '' }
}

function trim(value: number): string {
  const decimals = value < 100 ? 2 : value < 1000 ? 1 : 0
  return group(value.toFixed(decimals).replace(/\.0+$|(?<=\.\d)0+$/, ''))
}

/** Every digit of it: `12,346`, where two numbers stand side by side that would round to the same. */
export const exactText = (value: number): string => (value < 0 ? '−' : '') + group(String(Math.abs(value)))

/** `1,284` or `3.6 万`: a count in one string, for running text. */
export function countText(value: number | null): string {
  const { text, scale } = printCount(value)
  return scale === '' ? text : `${text} ${scale}`
}

/** Within so many points of all or nothing a tenth of a point is much. */
const FINE = 5

/**
 * Rates in percent (98.65 means 98.65 %), all of one metric alike: one decimal, two where the target is that fine. All and nothing are
 * whole, and a rate that rounds to the target without being there keeps another decimal.
 */
export function rateText(percent: number | null, target?: number): string {
  if (percent === null) return '—'
  if (percent === 0 || percent === 100) return String(percent)
  const text = percent.toFixed(target !== undefined && Math.min(target, 100 - target) <= FINE ? 2 : 1)
  return percent !== target && Number(text) === target ? percent.toFixed(3) : text
}

/** Of so few a rate says less than the two numbers. */
export const FEW = 30

/** Of fewer than this many a place says its number and judges nothing. */
export const FEWEST = 10

/** Durations in words that need no conversion: 41 分, 3 时 12 分, 2 天 5 时. Input in ms, sign ignored. */
export function durationText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  if (minutes < 1) return words.span.none
  if (minutes < 60) return words.span.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return words.span.hours(hours, minutes % 60)
  return words.span.days(Math.floor(hours / 24), hours % 24)
}

/** 周一 … 周日, Beijing time. */
export function weekdayText(ms: number): string {
  return words.weekdays[weekday(ms)] ?? ''
}
