import { FEW, group, rateText } from './format'

/** What only the scenes print: apart from the first view's part of it. */

/** The long numbers of a text with their commas; of four digits it could be a year. */
export const groupsText = (text: string): string => text.replace(/(?<![\d.,])\d{5,}/g, group)

/** `1,284 件`, `3.6 万件`: a count as printed, with its unit. */
export const withUnit = (count: string, unit: string): string => count.replace(/[\d—]$/, '$& ') + unit

/** A share of `whole` in percent, with its sign: `1.9%`; of few as what it is of them, `3/12`. */
export const shareText = (percent: number, whole: number, target?: number): string =>
  whole < FEW ? `${Math.round((percent * whole) / 100)}/${whole}` : `${rateText(percent, target)}%`
