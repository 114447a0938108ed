/**
 * Record contracts. A record is one thing of the trade (a work order, a camera) as a row: flat columns, each of one type. What a
 * column holds is said here once; reading rows, keeping them, describing them and drafting a mapping all follow from it.
 */
export interface ColumnBase {
  /** A row without it is refused; otherwise what is not there is unknown. */
  readonly required: boolean
  /** What it means, for whoever connects a source. */
  readonly about: string
}

/** Identifiers and titles, as printed. Longer than `most` characters they are shortened with a mark; an identifier is refused. */
export interface TextColumn extends ColumnBase {
  readonly type: 'text'
  readonly most: number
}

/** One of few words. With `of` the list is closed: another word is a fault that names it, never a default. */
export interface CodeColumn extends ColumnBase {
  readonly type: 'code'
  readonly most: number
  readonly of: readonly string[] | null
}

/** A town or district: `{ code, name }`. */
export interface PlaceColumn extends ColumnBase {
  readonly type: 'place'
}

/** A moment: ISO 8601 with its zone in a row, epoch ms in a table. */
export interface TimeColumn extends ColumnBase {
  readonly type: 'time'
}

/** A number within `low` and `high`. */
export interface NumberColumn extends ColumnBase {
  readonly type: 'number'
  readonly low: number
  readonly high: number
}

export interface FlagColumn extends ColumnBase {
  readonly type: 'flag'
}

export type Column = TextColumn | CodeColumn | PlaceColumn | TimeColumn | NumberColumn | FlagColumn
export type Columns = Readonly<Record<string, Column>>

/** Names of the columns of `C` that are of type `T`. */
export type NamesOf<C extends Columns, T extends Column['type']> = {
  [K in keyof C]: C[K]['type'] extends T ? K : never
}[keyof C] &
  string

/** A record kind, whatever its columns. */
export interface AnyKind {
  /** `hotline.work-order`: the domain and the kind. */
  readonly id: string
  /** Raised by a change that an integrator's rows of today would not survive. */
  readonly version: number
  readonly columns: Columns
  /** The column that names a row; the same name again is the same thing, renewed. */
  readonly key: string
  /** When the source last changed the row, where it says so: an older state never replaces a newer one. */
  readonly changed: string | null
  /** Column of a moment → the column of a moment it cannot come before. */
  readonly notBefore: Readonly<Partial<Record<string, string>>>
  /** When a row became history: what is longer ago than a wall keeps is let go. A row where it is unknown stays. Null: none goes. */
  readonly past: string | null
  /** Column that a row leaves unknown → what its name (`key`) says of it; null where that says nothing either. */
  readonly told?: Readonly<Partial<Record<string, (key: string) => string | null>>>
}

export interface RecordKind<C extends Columns> extends AnyKind {
  readonly columns: C
  readonly key: NamesOf<C, 'text'>
  readonly changed: NamesOf<C, 'time'> | null
  readonly notBefore: Readonly<Partial<Record<NamesOf<C, 'time'>, NamesOf<C, 'time'>>>>
  readonly past: NamesOf<C, 'time'> | null
  readonly told?: Readonly<Partial<Record<NamesOf<C, 'code'>, (key: string) => string | null>>>
}

/** A record kind as written: the names of its columns are checked against each other. */
export const recordKind = <const C extends Columns>(kind: RecordKind<C>): RecordKind<C> => kind

interface About {
  readonly about: string
  readonly required?: boolean
}

export const textColumn = (most: number, { about, required = false }: About): TextColumn => ({
  type: 'text',
  most,
  about,
  required,
})
export const codeColumn = (
  of: readonly string[] | null,
  { about, required = false, most = 24 }: About & { readonly most?: number },
): CodeColumn => ({ type: 'code', of, most, about, required })
export const placeColumn = ({ about, required = false }: About): PlaceColumn => ({
  type: 'place',
  about,
  required,
})
export const timeColumn = ({ about, required = false }: About): TimeColumn => ({
  type: 'time',
  about,
  required,
})
export const numberColumn = (
  low: number,
  high: number,
  { about, required = false }: About,
): NumberColumn => ({ type: 'number', low, high, about, required })
export const flagColumn = ({ about, required = false }: About): FlagColumn => ({
  type: 'flag',
  about,
  required,
})
