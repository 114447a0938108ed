import { MOST_CLASHES, type CityDocument } from './document'
import type { Answer } from './resource'
import { clashesIn, type Sum } from './sums'

export interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

interface Refusal {
  readonly success: false
  readonly error: { readonly issues: readonly Issue[] }
}

export type ParseResult<D> = { readonly success: true; readonly data: D } | Refusal

export interface Schema<D> {
  safeParse(input: unknown): ParseResult<D>
}

/** The version before the current one: its own schema, and the pure step up from it. */
export interface Previous<Old extends CityDocument, D extends CityDocument> {
  readonly schema: Schema<Old>
  upgrade(document: Old): NoInfer<D>
}

export interface Versions<D extends CityDocument, Old extends CityDocument> {
  readonly id: string
  readonly version: number
  readonly schema: Schema<D>
  readonly previous?: Previous<Old, D>
}

/** Judges the answers of one resource; used where answers arrive (the data worker, `check-live`), never by a View. */
export interface AnswerReader<A extends Answer = Answer> {
  /** The resource whose answers it reads. */
  readonly id: string
  parse(input: unknown): ParseResult<A>
}

/**
 * The reader of document `id`, with how the version before it is still read. Numbers that do not come to each other (`sums`) are no
 * reason to show none of them: the document is let through, and carries them as its `clashes`.
 */
export function documentReader<D extends CityDocument, Old extends CityDocument = CityDocument>({
  sums = [],
  ...versions
}: Omit<Versions<D, Old>, 'version'> & {
  readonly version?: number
  readonly sums?: readonly Sum<NonNullable<NoInfer<D>['operation']>>[]
}): AnswerReader<D> {
  const { id } = versions
  const read = readerOf({ version: 1, ...versions })
  return {
    id,
    parse(input) {
      const result = read(input)
      return result.success ? { success: true, data: withClashes(id, result.data, sums) } : result
    },
  }
}

function withClashes<D extends CityDocument>(
  id: string,
  document: D,
  sums: readonly Sum<NonNullable<D['operation']>>[],
): D {
  const { operation, clashes = [] }: Pick<D, 'operation' | 'clashes'> = document
  const found = operation === null || operation === undefined ? [] : clashesIn(id, operation, sums)
  if (found.length === 0) return document
  const told = clashes.filter(({ title }) => title === undefined)
  return { ...document, clashes: [...told, ...found].slice(0, MOST_CLASHES) }
}

/** Longest foreign text repeated in a message. */
const QUOTED = 40

/**
 * Reads documents of `<id>/<version>`, and those of the version before where `previous` says how: each by its own schema, the old
 * one then upgraded and judged by the current schema too. Anything else is refused at `contract`, naming what came and what is read.
 */
function readerOf<D extends CityDocument, Old extends CityDocument>({
  id,
  version,
  schema,
  previous,
}: Versions<D, Old>): (input: unknown) => ParseResult<D> {
  const current = `${id}/${version}`
  const before = `${id}/${version - 1}`
  const known = previous ? `${current} 与 ${before}` : current
  return (input) => {
    // No object at all: the schema says so in its own words.
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return schema.safeParse(input)
    const sent: unknown = 'contract' in input ? input.contract : undefined
    if (sent === current) return schema.safeParse(input)
    if (sent !== before || !previous) return refusal(`${received(sent)}，本程序读 ${known}`)
    const old = previous.schema.safeParse(input)
    return old.success ? schema.safeParse(previous.upgrade(old.data)) : old
  }
}

function received(sent: unknown): string {
  if (sent === undefined) return '未写明'
  if (typeof sent !== 'string') return '不是文字'
  return `收到 ${sent.length > QUOTED ? `${sent.slice(0, QUOTED)}…` : sent}`
}

const refusal = (message: string): Refusal => ({
  success: false,
  error: { issues: [{ path: ['contract'], message }] },
})
