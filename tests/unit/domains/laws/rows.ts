import type { AnyKind, Column } from '../../../../src/contract/records/kind'
import { DAY, HOUR, isoTime } from '../../../../src/lib/calendar'
import { isFields } from '../../../../src/lib/fields'
import { stream } from '../../../../src/lib/random'
import { at } from '../../demo/cities'

/** A Wednesday morning. */
export const NOW = at('2026-11-18 10:42')

export type Row = Readonly<Record<string, unknown>>
/** Rows of each kind of a domain. */
export type Sent = readonly (readonly [AnyKind, readonly Row[]])[]

/** Towns of a city, two of one district, and one that nobody listed. */
export const TOWNS = ['440111001', '440111002', '440111103', '440112005'].map((code, i) => ({
  code,
  name: `镇${i}`,
}))

export interface Draw {
  readonly next: () => number
  /** A whole number from 0 to below `most`. */
  readonly whole: (most: number) => number
  readonly oneOf: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

export function drawOf(seed: number): Draw {
  const next = stream(seed)
  const whole = (most: number) => Math.floor(next() * most)
  return {
    next,
    whole,
    oneOf: (list) => {
      const [found] = list.slice(whole(list.length))
      if (found === undefined) throw new Error('nothing to draw from')
      return found
    },
    shuffled: (list) =>
      list
        .map((one) => ({ one, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one),
  }
}

/** What a column is drawn from where its contract does not say enough: what is joined by, what is small. */
export type Words = Readonly<Record<string, (draw: Draw) => unknown>>

/** Mostly of today, some of weeks ago, some still to come. */
const moment = ({ next }: Draw) => isoTime(NOW - 60 * DAY * next() ** 4 + (next() < 0.1 ? HOUR : 0))

/** Some value that `column` lets through, or nearly so: a text longer than it keeps, a word nobody listed. */
function valueOf(name: string, column: Column, draw: Draw): unknown {
  const { next, whole, oneOf } = draw
  switch (column.type) {
    case 'text':
      return next() < 0.1 ? `${name}${'长'.repeat(column.most)}` : `${name}${whole(4)}`
    case 'code':
      return column.of ? oneOf(column.of) : `${name}${whole(next() < 0.1 ? 60 : 4)}`
    case 'place':
      return oneOf(TOWNS)
    case 'time':
      return moment(draw)
    case 'number':
      return column.low + whole(Math.min(40, column.high - column.low) + 1)
    case 'flag':
      return next() < 0.5
  }
}

export function cellOf(kind: AnyKind, name: string, words: Words, draw: Draw): unknown {
  const column = kind.columns[name]
  if (!column) throw new Error(`no column ${name}`)
  return words[name]?.(draw) ?? valueOf(name, column, draw)
}

/** Whether the place in `name` of a row is `town`. */
export const isAt = (row: Row, name: string, town: string): boolean =>
  isFields(row[name]) && row[name]['code'] === town

/** The same row with its moments in an order that its contract lets through, most of the time. */
function inTime({ notBefore }: AnyKind, row: Row, { next }: Draw): Row {
  const turned = Object.entries(notBefore).flatMap(([late, early = '']) => {
    const [a, b] = [Date.parse(String(row[early])), Date.parse(String(row[late]))]
    return b < a && next() < 0.98 ? [[late, isoTime(a + (NOW + HOUR - a) * next())] as const] : []
  })
  return { ...row, ...Object.fromEntries(turned) }
}

/**
 * `n` rows of `kind` as a source may give them: columns that it does not have, cells that are blank, moments still to come, now and then
 * a cell that is no value at all.
 */
export function rowsOf(kind: AnyKind, n: number, words: Words, draw: Draw): Row[] {
  const sent = Object.entries(kind.columns).filter(([, { required }]) => required || draw.next() < 0.85)
  const blank = draw.oneOf([0, 0.1, 0.5])
  return Array.from({ length: n }, (_, i) => {
    const cells = sent.map(([name, { required }]): [string, unknown] => {
      if (name === kind.key) return [name, `${kind.id}-${i}`]
      if (draw.next() < 0.002) return [name, ['不是值']]
      return [name, required || draw.next() >= blank ? cellOf(kind, name, words, draw) : null]
    })
    return inTime(kind, Object.fromEntries<unknown>(cells), draw)
  })
}
