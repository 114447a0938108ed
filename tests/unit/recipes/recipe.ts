import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { sourceConfig, type SourceConfig } from '../../../src/config/source'
import type { AnswerReader } from '../../../src/contract/reader'
import type { Counting } from '../../../src/contract/records/counting'
import type { Answer, DocumentResource } from '../../../src/contract/resource'
import { evaluate } from '../../../src/data/mapping/expression'
import { judge, type Readers } from '../../../src/data/read-job'
import { readRequests } from '../../../src/data/requests'
import { isRecord } from '../../../src/data/json'
import type { RecordSource } from '../../../src/data/record-sources'
import type { ShapeJob } from '../../../src/data/shape/shape'
import { createShelf } from '../../../src/data/store/shelf'
import { domains } from '../../../src/domains/registry'

const contracts = import.meta.glob<{ readonly readers: readonly AnswerReader[] }>(
  '../../../src/domains/*/contract.ts',
  { eager: true },
)
const readers: Readers = new Map(
  Object.values(contracts)
    .flatMap((contract) => contract.readers)
    .map((reader) => [reader.id, reader]),
)

const countings = import.meta.glob<Counting>('../../../src/domains/*/summary.ts', { import: 'counting' })
const shelfOf = () => createShelf(async (id) => countings[`../../../src/domains/${id}/summary.ts`]?.())

const root = fileURLToPath(new URL('../../../docs/recipes', import.meta.url))

/** Every recipe is written for this scope and moment. */
export const CITY = 'ceshi'
export const REGION = '990101'
const RECEIVED_AT = '2026-11-18T10:42:05+08:00'

const faults = z.record(z.string(), z.strictObject({ kind: z.string(), says: z.string() }))

export interface Recipe {
  readonly name: string
  readonly files: readonly string[]
  readonly source: unknown
  readonly dataset: DocumentResource
  /** What the answers that are no data must be told as, by file. */
  readonly faults: z.infer<typeof faults>
  read(file: string): string
}

const json = (text: string): unknown => JSON.parse(text)

function recipe(name: string): Recipe {
  const read = (file: string) => readFileSync(`${root}/${name}/${file}`, 'utf8')
  const { contract } = z.object({ contract: z.string() }).parse(json(read('expected.json')))
  const dataset = domains.map(({ document }) => document).find((each) => each.contract === contract)
  if (!dataset) throw new Error(`${name}: no dataset speaks ${contract}`)
  return {
    name,
    files: readdirSync(`${root}/${name}`).toSorted(),
    source: json(read('source.json')),
    dataset,
    faults: faults.parse(json(read('faults.json'))),
    read,
  }
}

export const recipes: readonly Recipe[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => recipe(entry.name))

export const index = (): string => readFileSync(`${root}/README.md`, 'utf8')

/** The sources by their own names: a recipe of records says which kind each gives, any other is the dataset's. */
function named({ source, dataset }: Recipe): Readonly<Record<string, unknown>> {
  const sources = z.record(z.string(), z.unknown()).parse(source)
  return Object.keys(sources).some((name) => name.startsWith(`${dataset.id}.`))
    ? sources
    : { [dataset.id]: source }
}

/** All sources of a recipe as they are written, by name. */
export const writtenSources = (recipe_: Recipe): Readonly<Record<string, unknown>> => named(recipe_)

/** The source of `response.json`, and its name: that of the records where there are any. */
function main(recipe_: Recipe): readonly [string, SourceConfig] {
  const [first] = Object.entries(named(recipe_))
  if (!first) throw new Error(`${recipe_.name}: no source`)
  return [first[0], sourceConfig.parse(first[1])]
}
export const sourceOf = (recipe_: Recipe): SourceConfig => main(recipe_)[1]

/** What the dataset's own source says beside the records; undefined where only records are sent. */
function besides(recipe_: Recipe): SourceConfig | undefined {
  const own = named(recipe_)[recipe_.dataset.id]
  return own === undefined || sourceOf(recipe_).records === undefined ? undefined : sourceConfig.parse(own)
}

/** The document the wall would keep of this answer, or of these pages of it. @throws DataFault */
export async function documentOf(
  recipe_: Recipe,
  answer: string | readonly string[],
  { region = REGION, receivedAt = RECEIVED_AT } = {},
): Promise<Answer> {
  const { id: resource, kind, contract } = recipe_.dataset
  const [id, rules] = main(recipe_)
  const scope = {
    resource,
    kind,
    contract,
    city: CITY,
    region,
    receivedAt,
    audience: 'duty' as const,
    town: region === REGION ? null : region,
    count: null,
    parts: {},
    limits: {},
    calendar: PLAIN_CALENDAR,
  }
  const shelf = shelfOf()
  const read = async (job: ShapeJob) =>
    (await judge(job, readers, evaluate, () => Promise.resolve(shelf))).answer
  const pages = [answer].flat()
  const { records } = rules
  if (!records) return read({ rules, bytes: bytesOf(pages[0] ?? ''), scope })
  const page = { first: true, whole: true, by: null, at: '' }
  const asked = { ...scope, resource: id, kind: 'records' as const, contract: `${id}/1` }
  const { missing } = await readRequests({ ...rules, records }, async (piece, request) => {
    const bytes = bytesOf(recipe_.read(`request-${request}.json`))
    await read({ bytes, rules: piece, scope: asked, page: { ...page, request } })
    return { asOf: Date.parse(receivedAt), cached: false }
  })
  const turned = turning({ ...rules, records }, pages)
  for (let at: string | null = turned.at; at !== null;) {
    const of = { first: at === turned.at, whole: true, by: turned.by, at, missing }
    const given = await read({ bytes: bytesOf(turned.page(at)), rules, scope: asked, page: of })
    at = z.object({ more: z.nullable(z.string()) }).parse(given).more
  }
  const { dirtyShare, optional } = records
  const count = { sources: [{ id, dirtyShare, optional }], asOf: receivedAt }
  const own = besides(recipe_)
  const bare = { ...rules, records: undefined, envelope: undefined, map: undefined }
  const bytes = own ? bytesOf(recipe_.read('document.json')) : new Uint8Array()
  return read({ bytes, rules: own ?? bare, scope: { ...scope, count } })
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** How a source that has `pages` is turned over: by what, where it begins, and what it answers; past its end, a page without rows. */
function turning({ poll, envelope, records }: RecordSource, pages: readonly string[]) {
  const by = (['page', 'offset'] as const).find((way) => poll?.url.includes(`{${way}}`)) ?? null
  const at = by === 'page' ? String(records.firstPage) : by === 'offset' ? '0' : ''
  const placeOf = (asked: string) =>
    by === 'page' ? Number(asked) - records.firstPage : by === 'offset' ? Number(asked) / records.size : 0
  const list = [envelope?.data ?? '', records.from ?? ''].filter((way) => way !== '').join('.')
  const page = (asked: string) => pages[placeOf(asked)] ?? JSON.stringify(without(json(pages[0] ?? ''), list))
  return { by, at, page }
}

/** `answer` without what stands in the list at `way`. */
function without(answer: unknown, way: string): unknown {
  if (way === '') return []
  const [key = '', ...rest] = way.split('.')
  return isRecord(answer) ? { ...answer, [key]: without(answer[key], rest.join('.')) } : answer
}
