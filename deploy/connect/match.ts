import type { AnyKind, Column } from '../../src/contract/records/kind'
import { isCoded, type Field } from './fields'
import { likeness } from './likeness'

/** What is proposed for a column: the field, or the fields between which a person must decide. */
export interface Match {
  readonly column: string
  /** One: this is it. Several: any of them may be. None: nothing looks like it, and a row cannot be without it. */
  readonly fields: readonly Field[]
  /** Other columns that the field may as well be. */
  readonly or: readonly string[]
  /** Not told by its name: by what stands in it alone. */
  readonly guessed: boolean
  /** A column that it contradicts: rows in which it is earlier than that, and how many rows have both. */
  readonly before: { readonly column: string; readonly rows: number; readonly of: number } | null
}

const ALIKE = 0.04
const SURE = 0.6
/** Share of rows that may be dirty. */
const DIRTY = 0.05

/** `1`, `01`, `A`: a code, and neither a title nor the number of a thing. */
const isShort = (word: string) => /^\w{1,3}$/.test(word)

/** How many figures of a field a column of numbers would refuse. */
export const outside = (
  numbers: readonly number[],
  { low, high }: { readonly low: number; readonly high: number },
) => numbers.filter((number) => number < low || number > high).length

/** How well what stands in a field suits a column of this type: null where it cannot be. */
function fit(field: Field, column: Column, isKey: boolean): number | null {
  const { words, times, personal, rows } = field
  if (field.list || (personal !== null && personal !== 'text')) return null
  if (isKey) return rows === 1 || field.unique ? (times === null ? 0.2 : null) : null
  if (words.size === 0) return 0
  switch (column.type) {
    case 'time':
      return times === null ? null : 0.1
    case 'text':
      return times === null && ![...words.keys()].every(isShort) ? 0 : null
    case 'code':
      return times !== null || (field.unique && rows > 20) ? null : isCoded(field) ? 0.1 : 0
    case 'number':
      if (times === null && field.number !== null)
        return outside(field.number, column) <= 0.25 * field.number.length ? 0.1 : null
      return isCoded(field) && words.size <= 10 ? -0.1 : null
    case 'flag':
      return field.flag ? 0.1 : isCoded(field) && words.size <= 6 ? -0.1 : null
    case 'place':
      return null
    default:
      return column satisfies never
  }
}

interface Pair {
  readonly column: string
  readonly field: Field
  readonly score: number
}

/** Words are said by the field that has them: of a code and its word beside it, the word. */
const worded = (field: Field, column: Column) =>
  column.type === 'code' && [...field.words.keys()].some((word) => /\p{Script=Han}/u.test(word)) ? 0.1 : 0

function pairsOf(fields: readonly Field[], kind: AnyKind): readonly Pair[] {
  return Object.entries(kind.columns)
    .flatMap(([name, column]) =>
      fields.flatMap((field): Pair[] => {
        const suits = fit(field, column, name === kind.key)
        if (suits === null) return []
        const like = likeness(field.way, name, column.about)
        return like < SURE ? [] : [{ column: name, field, score: like + suits + worded(field, column) }]
      }),
    )
    .toSorted((a, b) => b.score - a.score)
}

const sureOf = ({ column, field }: Pair, fields: readonly Field[], or: readonly string[]): Match => ({
  column,
  fields: [field, ...fields],
  or,
  guessed: false,
  before: null,
})

/** One field a column, the likeliest first. What is as likely elsewhere is left to a person. */
function byName(pairs: readonly Pair[]): readonly Match[] {
  const [taken, settled] = [new Set<Field>(), new Set<string>()]
  const matches: Match[] = []
  for (const pair of pairs) {
    if (taken.has(pair.field) || settled.has(pair.column)) continue
    const near = pairs.filter((other) => other !== pair && pair.score - other.score <= ALIKE)
    const rivals = near.filter(({ column, field }) => column === pair.column && !taken.has(field))
    const elsewhere = near.filter(({ column, field }) => field === pair.field && !settled.has(column))
    const or = elsewhere
      .filter(
        ({ column }) =>
          !pairs.some((own) => own.column === column && own.field !== pair.field && !taken.has(own.field)),
      )
      .map(({ column }) => column)
    matches.push(
      sureOf(
        pair,
        rivals.map(({ field }) => field),
        or,
      ),
    )
    taken.add(pair.field)
    settled.add(pair.column)
    // A rival is the next best for another column only if it is not what is asked about here.
    for (const column of or) settled.add(column)
  }
  return matches
}

const isFull = ({ present, rows, blank, words }: Field) => present === rows && blank === 0 && words.size > 0

/** Rows that have both moments, and those in which `late` comes before `early`. */
function disorder(late: Field, early: Field): { readonly rows: number; readonly of: number } {
  const pairs = (late.times?.at ?? []).map((at, row) => [at, early.times?.at[row] ?? null] as const)
  const both = pairs.filter(([a, b]) => a !== null && b !== null)
  return { rows: both.filter(([a, b]) => Number(a) < Number(b)).length, of: both.length }
}

const isFirst = (field: Field, others: readonly Field[]) =>
  others.every((other) => {
    const { rows, of } = disorder(other, field)
    return rows <= DIRTY * of
  })

/** What a column without which no row is read may be, by what stands in the fields: no two alike, or before all that follows. */
function byContent(
  name: string,
  column: Column,
  kind: AnyKind,
  free: readonly Field[],
  all: readonly Field[],
): Match {
  const times = all.filter((field) => field.times !== null)
  const suits = free.filter((field) => {
    if (fit(field, column, name === kind.key) === null || !isFull(field)) return false
    return (
      column.type !== 'time' ||
      isFirst(
        field,
        times.filter((other) => other !== field),
      )
    )
  })
  const found = name === kind.key || column.type === 'time' ? suits : []
  return { column: name, fields: found, or: [], guessed: found.length === 1, before: null }
}

/** `match` with what speaks against it: rows that the record would refuse, because a moment comes before one it cannot. */
function checked(match: Match, kind: AnyKind, matches: readonly Match[]): Match {
  const other = kind.notBefore[match.column]
  const [late] = match.fields
  const early = matches.find(({ column, fields }) => column === other && fields.length === 1)?.fields[0]
  if (other === undefined || late === undefined || early === undefined) return match
  const found = disorder(late, early)
  return found.rows > DIRTY * found.of ? { ...match, before: { column: other, ...found } } : match
}

/** For the columns of `kind`, places aside, the field that each probably is. A column that nothing looks like is left out, unless a row needs it. */
export function matchColumns(fields: readonly Field[], kind: AnyKind): readonly Match[] {
  const named = byName(pairsOf(fields, kind))
  const taken = new Set(named.flatMap((match) => match.fields))
  const rest = Object.entries(kind.columns).filter(
    ([name, { required }]) =>
      required && !named.some(({ column, or }) => column === name || or.includes(name)),
  )
  const free = fields.filter((field) => !taken.has(field))
  const needed = rest
    .filter(([, { type }]) => type !== 'place')
    .map(([name, column]) => byContent(name, column, kind, free, fields))
  const matches = [...named, ...needed]
  const order = Object.keys(kind.columns)
  return matches
    .map((match) => checked(match, kind, matches))
    .toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column))
}

const CODE_END = /(?:_?code|_?id|_?no|dm|bm)$/i
const NAME_END = /(?:_?name|_?text|_?label|mc)$/i

/** Where the town of a row stands: its code and name, or a text in which its name can be found. */
export interface PlaceMatch {
  readonly code: Field | null
  readonly name: Field | null
  readonly find: Field | null
}

/** The town of a row, for a column that is a place; null where nothing looks like one. */
export function matchPlace(fields: readonly Field[], column: string, about: string): PlaceMatch | null {
  const like = (field: Field) => likeness(field.way, column, about)
  const best = (found: readonly Field[]) => found.toSorted((a, b) => like(b) - like(a))[0] ?? null
  const pairs = fields
    .filter(({ place }) => place === 'code')
    .flatMap((code) =>
      fields
        .filter(
          ({ place, way }) =>
            place === 'name' && way.replace(NAME_END, '') === code.way.replace(CODE_END, ''),
        )
        .map((name) => ({ code, name, find: null })),
    )
    .toSorted((a, b) => like(b.name) - like(a.name))
  if (pairs[0] !== undefined) return pairs[0]
  const find =
    best(fields.filter(({ place }) => place === 'name')) ??
    best(fields.filter((field) => field.place === 'code' && like(field) >= SURE)) ??
    best(fields.filter(({ personal, words }) => personal === 'address' && words.size > 0))
  return find && { code: null, name: null, find }
}
