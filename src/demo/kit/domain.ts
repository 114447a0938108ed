import type { WorkCalendar } from '../../lib/working-time'
import type { Outlines } from './outlines'
import type { Moment } from './seed'

/** Rows of one kind, for lists and records. */
export interface Rows {
  /** Contract of the list, and of one row. */
  readonly list: string
  readonly record: string
  /** Field that names a row. */
  readonly key: string
  /** Field they are ordered by unless the question says otherwise; `-` in front for falling. */
  readonly sort: string
  /** Fields that a text is looked for in. */
  readonly says: readonly string[]
  /** All rows of the moment and scope. */
  readonly rows: (seed: unknown, moment: Moment) => readonly object[]
}

/** What records are asked for. */
export interface RowsMoment {
  /** Epoch ms: what is still to come is not there. */
  readonly now: number
  /** Only what changed after this, epoch ms; null for all. */
  readonly since: number | null
  /** On which days and at which hours offices work. */
  readonly calendar: WorkCalendar
}

/** Records of a long time, a piece at a time and by the column: the rows would be three times as much to say. */
export interface Piece {
  /** Column → its cells, or its few values and which of them each row has. */
  readonly rows: Readonly<
    Record<
      string,
      readonly unknown[] | { readonly values: readonly unknown[]; readonly at: readonly number[] }
    >
  >
  /** Of when they are, epoch ms. */
  readonly asOf: number
  /** What the next piece is asked by; null at the end. */
  readonly next: string | null
}

/** What a piece is asked for. */
export interface PieceMoment extends RowsMoment, Moment {
  /** Where the towns of the city lie on earth; null where its map does not say. */
  readonly outlines: () => Promise<Outlines | null>
}

/** Where things stand and how they are, by the column; of when, epoch ms. */
export interface Places {
  readonly contract: string
  readonly points: object
  readonly asOf: number
}

/** A domain of the demo: what it answers with, made from its seed. It counts nothing that its records tell. */
export interface Demo {
  /** The document of the moment, without what is counted from the records. @throws Error when `seed` is not its seed */
  readonly document: (seed: unknown, moment: Moment) => object
  /** Of when its records are at `now`, epoch ms, where that is not `now` itself: a system that renews them every so often, or hangs. */
  readonly dataTime?: (seed: unknown, now: number) => number
  /** Kind of record → all rows of the city, as the contract of the kind has them. */
  readonly records?: Readonly<Record<string, (seed: unknown, moment: RowsMoment) => readonly object[]>>
  /** Kind of record → a piece of all of them, from what the piece before said on. Nobody asks in the first view. */
  readonly pieces?: Readonly<
    Record<string, (seed: unknown, moment: PieceMoment, cursor: string) => Promise<Piece | Places>>
  >
  /** Address part → rows. */
  readonly lists?: Readonly<Record<string, Rows>>
}

/** The seed file is not what the domain starts from. */
export const notASeed = (id: string) => new Error(`mock-data/<city>/seed/${id}.json 不是本程序的演示种子`)
