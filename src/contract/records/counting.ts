import type { Courses } from './course'
import type { AnyKind, Columns, RecordKind } from './kind'
import type { RowList } from './page'
import type { RowView } from './row-view'
import type { Points } from '../resource'
import type { Moment } from './summary'
import type { Records } from './table'
import type { UsualBand, Wanted } from './usual-band'

/** The records of a domain that have come in. */
export interface Book {
  /** The records of `kind`; undefined where the city sends none of it. */
  of<C extends Columns>(kind: RecordKind<C>): Records<C> | undefined
}

/** Records with what follows from them, by the name of their kind (`work-order`); of what somebody asks by the parts of his question. */
export type ViewsOf = (
  book: Book,
  moment: Moment,
  parts?: Readonly<Record<string, string | undefined>>,
) => Readonly<Record<string, RowView>>

/** Records as they are opened. */
interface OpenedRecords {
  /** With more that follows from them than rules look at. */
  readonly viewsOf: ViewsOf
  /**
   * What they lead one to expect if something were done, for whoever asks with the parts of a question: a projection, plain values that
   * no source answers. Pure; null where there is nothing to reckon with.
   */
  readonly whatIfOf?: (
    book: Book,
    moment: Moment,
    parts: Readonly<Record<string, string | undefined>>,
  ) => object | null
  /** What is usual of a figure whose course is told, at the same hours of other weeks; null where no history tells it. */
  readonly usualOf?: (book: Book, of: Wanted, moment: Moment) => UsualBand | null
  /** Where its things stand and how they are, for a map of them; null where no record names one. */
  readonly pointsOf?: (
    book: Book,
    moment: Moment,
  ) => Omit<Points, 'contract' | 'asOf' | 'refused' | 'leftOut'> | null
  /** The records of a long time, counted as the parts of a question narrow them. Pure; null where there are none. */
  readonly studyOf?: OpenedRecords['whatIfOf']
}

interface Findings {
  /** What is wrong with rows of the whole city; `city` is its division code. */
  readonly findingsOf: (book: Book, city: string) => readonly RowFaults[]
}

/** How the figures of a document are counted. Pure, and the only place where they are. */
export interface Counting {
  /** Kinds that it counts from, each alone or together with the others. */
  readonly kinds: readonly AnyKind[]
  /** The parts of the operation that the records tell; what they do not tell is left out. */
  count(book: Book, moment: Moment): object
  /** The lists of this domain that its records give, by the last part of their id: `orders` of `hotline.orders`. */
  readonly lists?: Readonly<Record<string, (book: Book, moment: Moment) => RowList | null>>
  /** The single rows that are asked for by their number, by the last part of their id → the list they stand in. */
  readonly rows?: Readonly<Record<string, string>>
  /** By the name of a kind, what judges its rows that are counted nevertheless; fetched, so that no figure waits for its code. */
  readonly findings?: Readonly<Record<string, () => Promise<Findings>>>
  /** Its records as rules look at them, of the whole city whatever the region. */
  readonly views?: ViewsOf
  /** What whoever opens them needs: fetched when somebody does. */
  readonly opened?: () => Promise<OpenedRecords>
  /** How its figures went, for rules, by the name a rule asks for; of the whole city whatever the region. */
  courses?(book: Book, moment: Moment): Courses
}

/** Fields that cost rows, the most costly first. */
export interface RowFaults {
  readonly field: string
  /** What the first row of them says. */
  readonly message: string
  /** 0 of a request that could not be read: it costs no row, and what it would have said is unknown. */
  readonly rows: number
  /** Place of the first among the rows read, from 0. */
  readonly first: number
  /** What names some of them, where they are counted although something about them is wrong. */
  readonly keys?: readonly string[]
}

/** What became of the rows of one kind. A dirty row costs itself: it is left out, counted, and named by its field. */
export interface RowQuality {
  /** `work-order`. */
  readonly kind: string
  readonly read: number
  /** Different things among the rows that were let through. */
  readonly used: number
  /** More of them were left out than the site puts up with. */
  readonly dirty: boolean
  readonly faults: readonly RowFaults[]
}
