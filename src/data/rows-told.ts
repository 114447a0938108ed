import { words } from './rows-told-words'

/** One row that was left out, masked, beside what the mapping made of it. */
export interface BadRow {
  /** Place among the rows read, from 0. */
  readonly at: number
  readonly field: string
  readonly message: string
  /** Undefined where a mapping of the whole answer made the rows: which row it was made from is not known. */
  readonly raw: unknown
  readonly mapped: unknown
}

/** What all values of a field are, as far as they say anything. */
export type Looks = 'time' | 'number' | 'flag' | 'phone' | 'text'

/** A field of the rows that no mapping uses. */
export interface SpareField {
  readonly way: string
  /** Undefined where every value is blank. */
  readonly looks: Looks | undefined
  /** Different values, a few of them, masked. */
  readonly values: readonly string[]
}

/** A place that the mapping names and no row has. */
export interface GoneField {
  readonly way: string
  /** Column it was to fill; undefined where it is only declared personal, or asked for by an expression. */
  readonly column: string | undefined
  readonly looks: Looks | undefined
  /** Codes that the mapping has words for. */
  readonly codes: readonly string[]
  /** Said even where no field looks like it: the rules of the fields name it. Rows may do without a column, or a person, that they have not. */
  readonly needed: boolean
}

export interface UnknownCode {
  readonly field: string
  readonly code: string
  readonly rows: number
}

/** What one page of records showed to whoever connects their source; everything in it is masked. */
export interface RowsSeen {
  /** `work-order`. */
  readonly kind: string
  readonly read: number
  readonly bad: readonly BadRow[]
  readonly spare: readonly SpareField[]
  readonly gone: readonly GoneField[]
  readonly codes: readonly UnknownCode[]
}

const MOST_BAD = 3
const MOST_CODES = 8
const MOST_SPARE = 12
const LONGEST = 400

/** Pages of one kind as one: what is spare stands in any of them, what is gone in none. */
export function together(pages: readonly RowsSeen[]): RowsSeen | undefined {
  const [first] = pages
  if (!first) return undefined
  const filled = pages.filter(({ read }) => read > 0)
  const spare = new Map(filled.flatMap((page) => page.spare.map((field) => [field.way, field] as const)))
  const codes = new Map<string, UnknownCode>()
  for (const { field, code, rows } of pages.flatMap((page) => page.codes)) {
    const name = `${field} ${code}`
    codes.set(name, { field, code, rows: rows + (codes.get(name)?.rows ?? 0) })
  }
  return {
    kind: first.kind,
    read: pages.reduce((sum, { read }) => sum + read, 0),
    bad: pages.flatMap(({ bad }) => bad).slice(0, MOST_BAD),
    spare: [...spare.values()],
    gone: (filled[0]?.gone ?? []).filter(({ way }) =>
      filled.every((page) => page.gone.some((field) => field.way === way)),
    ),
    codes: [...codes.values()].toSorted((a, b) => b.rows - a.rows),
  }
}

/** Everything that helps to put a mapping right, line by line: rows beside their mapped form, codes, and fields that do not meet. */
export function rowLines(seen: RowsSeen): readonly string[] {
  const { kind, bad, spare, gone, codes } = seen
  const became = renamed(gone, spare)
  const rest = spare.filter(({ way }) => ![...became.values()].includes(way)).map(({ way }) => way)
  return [
    ...bad.map(({ at, field, message, raw, mapped }) =>
      words.bad(`${kind} ${words.row(at + 1)}`, `${field} ${message}`, written(raw), written(mapped)),
    ),
    ...fieldsOf(codes).map(([field, list]) => words.codes(kind, field, list)),
    ...gone.flatMap(({ way, column, needed }) => {
      const now = became.get(way)
      return now === undefined && !needed
        ? []
        : [words.gone(kind, column === way ? undefined : column, way, now)]
    }),
    ...(rest.length > 0 ? [words.spare(kind, rest.slice(0, MOST_SPARE), rest.length)] : []),
  ]
}

function written(value: unknown): string | undefined {
  const text = JSON.stringify(value)
  return text !== undefined && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function fieldsOf(codes: readonly UnknownCode[]) {
  const fields = new Map<string, string[]>()
  for (const { field, code, rows } of codes.slice(0, MOST_CODES)) {
    const list = fields.get(field) ?? []
    list.push(words.code(code, rows))
    fields.set(field, list)
  }
  return [...fields]
}

/** A name alone says so much that it is the same, and a set of values so much. */
const ALIKE = 0.6
const CERTAIN = 0.8
/** One that is the only field of its kind of values. */
const ALONE = 0.5

/** The spare field that each gone one probably became: by its name, by its codes, or as the only one with such values. */
function renamed(gone: readonly GoneField[], spare: readonly SpareField[]): ReadonlyMap<string, string> {
  const pairs = gone.flatMap((old) => {
    const fits = spare.map((field) => ({
      field,
      name: nameLikeness(old.way, field.way),
      value: fit(old, field),
    }))
    const alone = fits.filter(({ value }) => value >= ALONE).length === 1
    return fits
      .filter(
        ({ name, value }) => value >= 0 && (name >= ALIKE || value >= CERTAIN || (value >= ALONE && alone)),
      )
      .map(({ field, name, value }) => ({ from: old.way, to: field.way, score: name + value }))
  })
  const became = new Map<string, string>()
  const taken = new Set<string>()
  for (const { from, to } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (became.has(from) || taken.has(to)) continue
    became.set(from, to)
    taken.add(to)
  }
  return became
}

const SAYS: Readonly<Record<Looks, number>> = { phone: 0.8, time: 0.5, flag: 0.2, number: 0.2, text: 0 }

/** How well the values of a field suit what was to be read, 0–1; −1 where they cannot be it. */
function fit({ looks, codes }: GoneField, { looks: found, values }: SpareField): number {
  if (codes.length > 0 && values.length > 0) {
    const known = values.filter((value) => codes.includes(value)).length
    return known * 2 > values.length ? 1 : 0
  }
  if (looks === undefined || found === undefined) return 0
  if (looks === found) return SAYS[looks]
  // Numbers of things look like figures, and a flag may be written 0 and 1.
  const may = (looks === 'text' && found === 'number') || (looks === 'flag' && found !== 'time')
  return may ? 0 : -1
}

const bare = (way: string) =>
  way
    .slice(way.lastIndexOf('.') + 1)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** How much two names are alike, 0–1. */
function nameLikeness(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)]
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length > 1 && long.includes(short)) return 0.7 + (0.2 * short.length) / long.length
  return 1 - distance(a, b) / Math.max(1, long.length)
}

/** Letters to add, drop or change to make one text of the other. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = row
  }
  return before[b.length] ?? 0
}
