import type { RecordRow } from '../contract/records/record-rows'
import { clockText, DAY, isoDate, monthDay, parseTime } from '../lib/calendar'
import { exactText } from '../lib/format'
import { words } from './reading-words'

/** One moment of the way that a record takes. */
export interface Step {
  /** Field of the moment. */
  readonly at: string
  /** Fields told with it. */
  readonly notes?: readonly string[]
  /** Minutes it may take since the step before. */
  readonly limitMinutes?: number
}

interface ListReading {
  readonly meta?: readonly string[]
  readonly by?: readonly string[]
}

/** How the records of one kind are read: what names one, what is told of it, which way it takes. Fields are those of its row. */
export interface Reading {
  /** What one is called, and what they are counted in. */
  readonly name: string
  readonly unit: string
  /** Tried in this order for what one is about. */
  readonly title: readonly string[]
  /** Said after the title where room is short. */
  readonly meta: readonly string[]
  /** Said in one glance: where it stands. */
  readonly state?: string
  /** Its deadline, and the flag that holds while somebody has to meet it. */
  readonly due?: { readonly at: string; readonly pending: string }
  /** Without a deadline: since when it lasts, and the flag that holds while it does. */
  readonly since?: { readonly at: string; readonly lasting: string }
  readonly steps: readonly Step[]
  /** No source of records has it: the document of the domain lists it in a `part`. Fields that name one together, and the day `until` which it `lasts`. */
  readonly byHand?: { readonly part: string; readonly key: readonly string[]; readonly until: string }
  /** Shows what is going on at a place: told beside what needs somebody there. */
  readonly nearby?: true
  /** It has a moving picture: fields of its addresses, of whether it is cut off, and since when. */
  readonly picture?: {
    readonly stream: string
    readonly offline: string
    readonly since: string
    /** Field whose value says that it can be turned. */
    readonly turns?: { readonly field: string; readonly by: readonly string[] }
    /** Fields that lists of who may see it go by. */
    readonly by?: readonly string[]
  }
  /** Everything else that is told, in this order. */
  readonly facts: readonly string[]
  /** Fields that name another record of this kind. */
  readonly links?: readonly string[]
  /** Fields by whose values a list can be narrowed. */
  readonly facets?: readonly string[]
  /**
   * Flag that a list asks for → what is said of its rows after the title, in place of `meta`, and by which fields it can be narrowed, in
   * place of `facets`; by the first it stands broken down from the beginning.
   */
  readonly lists?: Readonly<Record<string, ListReading>>
  /** Flag that a list asks for → the field it is ordered by, `-` in front for falling; `else` for any other list. */
  readonly order?: Readonly<Record<string, string>>
  /** Field → what it is called. */
  readonly labels: Readonly<Record<string, string>>
  /** Field → code → word. `true` and `false` of a flag are codes too. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Field of a number → its unit. */
  readonly units?: Readonly<Record<string, string>>
}

/** By the name of the kind: `work-order`. */
export type Readings = Readonly<Record<string, Reading>>

/** A kind that nobody has described: its fields stand as its contract names them. */
export const plainReading = ({ kind, fields }: RecordRow): Reading => ({
  name: kind,
  unit: '',
  title: [],
  meta: [],
  steps: [],
  facts: Object.keys(fields),
  labels: {},
})

/** What a list of records that have these flags is ordered by; undefined leaves it to whoever holds them. */
export const orderOf = (reading: Reading | undefined, having: readonly string[]): string | undefined =>
  having.map((flag) => reading?.order?.[flag]).find((field) => field !== undefined) ??
  reading?.order?.['else']

/** How the rows of a list are read whose records have these flags, and the field by which it stands broken down; null where by none. */
export function listReading(
  reading: Reading,
  flags: readonly string[],
): { readonly reading: Reading; readonly by: string | null } {
  const own = flags.flatMap((flag) => reading.lists?.[flag] ?? [])
  const meta = own.find((one) => one.meta)?.meta ?? reading.meta
  const by = own.find((one) => one.by)?.by
  const facets = (by ?? reading.facets ?? []).filter((field) => !flags.includes(field))
  return { reading: { ...reading, meta, facets }, by: by?.[0] ?? null }
}

/** A moment of a record, epoch ms; NaN where it is unknown. */
export function momentIn({ fields }: RecordRow, field: string): number {
  const value = fields[field]
  return typeof value === 'string' ? parseTime(value) : Number.NaN
}

/** `11-18 10:42`; of another year with the year. */
export function stampText(at: number, now: number): string {
  const day = isoDate(at).slice(0, 4) === isoDate(now).slice(0, 4) ? monthDay(at) : isoDate(at)
  return `${day} ${clockText(at)}`
}

function knownToTheDay({ fields }: RecordRow, field: string): boolean {
  const value = fields[field]
  return typeof value === 'string' && !ISO.test(value)
}

/** A deadline as it is counted at `now`, both epoch ms: what is known to the day only in whole days, the one that runs with them. */
export const dueAsSeen = ({ due }: Reading, row: RecordRow, at: number, now: number): number =>
  due && knownToTheDay(row, due.at) ? now + Math.ceil((at - now) / DAY) * DAY : at

/** A moment of a record in words: of what is known to the day only, the day. */
export function momentText(row: RecordRow, field: string, now: number): string {
  const text = stampText(momentIn(row, field), now)
  return knownToTheDay(row, field) ? text.slice(0, -6) : text
}

const ISO = /^\d{4}-\d\d-\d\dT/

/** What a record waits for at a moment: its deadline, or without one since when it lasts; null where nobody waits, or knows. */
export function pendingOf(
  { due, since }: Reading,
  row: RecordRow,
): { readonly at: number; readonly of: 'due' | 'since' } | null {
  const at = momentIn(row, due?.at ?? since?.at ?? '')
  if (Number.isNaN(at) || row.fields[due?.pending ?? since?.lasting ?? ''] !== true) return null
  return { at, of: due ? 'due' : 'since' }
}

/** A field as a person reads it; null where it is unknown, or a moment that has not come and is no plan. */
export function valueText(
  reading: Reading,
  { fields }: RecordRow,
  field: string,
  now: number,
): string | null {
  const value = fields[field]
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'object') return value.name || value.code
  const word = reading.codes?.[field]?.[String(value)]
  if (word !== undefined) return word
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return `${exactText(value)}${spaced(reading.units?.[field])}`
  return ISO.test(value) ? stampText(parseTime(value), now) : value
}

const spaced = (unit: string | undefined) => (unit === undefined ? '' : ` ${unit}`)

/** What a record is about; what names it where nothing says. */
export function titleOf(reading: Reading, row: RecordRow, now: number): string {
  for (const field of reading.title) {
    const text = valueText(reading, row, field, now)
    if (text !== null) return text
  }
  return row.key
}

/** What is said after its title. */
export const metaOf = (reading: Reading, row: RecordRow, now: number): string[] =>
  reading.meta.flatMap((field) => valueText(reading, row, field, now) ?? [])
