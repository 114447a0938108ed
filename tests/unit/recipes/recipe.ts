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

/** The source by its own name: a recipe of records says which kind it gives, any other is the dataset's. */
function named({ source, dataset }: Recipe): readonly [string, unknown] {
  const [first] = Object.entries(z.record(z.string(), z.unknown()).parse(source))
  return first?.[0].startsWith(`${dataset.id}.`) ? first : [dataset.id, source]
}

export const writtenSource = (recipe_: Recipe): unknown => named(recipe_)[1]
export const sourceOf = (recipe_: Recipe): SourceConfig => sourceConfig.parse(writtenSource(recipe_))

/** The document the wall would keep of this answer. @throws DataFault */
export async function documentOf(
  recipe_: Recipe,
  answer: string,
  { region = REGION, receivedAt = RECEIVED_AT } = {},
): Promise<Answer> {
  const { id: resource, kind, contract } = recipe_.dataset
  const rules = sourceOf(recipe_)
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
  const [id] = named(recipe_)
  const shelf = shelfOf()
  const read = (job: Omit<ShapeJob, 'rules'>) =>
    judge({ rules, ...job }, readers, evaluate, async () => shelf)
  const bytes = new TextEncoder().encode(answer)
  if (!rules.records) return (await read({ bytes, scope })).answer
  const page = { first: true, whole: true, by: null, at: '' }
  const records = { ...scope, resource: id, kind: 'records' as const, contract: `${id}/1` }
  const { missing } = await readRequests({ ...rules, records: rules.records }, async (asked, request) => {
    const piece = new TextEncoder().encode(recipe_.read(`request-${request}.json`))
    const job = { bytes: piece, rules: asked, scope: records, page: { ...page, request } }
    await judge(job, readers, evaluate, async () => shelf)
    return { asOf: Date.parse(receivedAt), cached: false }
  })
  await read({ bytes, scope: records, page: { ...page, missing } })
  const { dirtyShare, optional } = rules.records
  const count = { sources: [{ id, dirtyShare, optional }], asOf: receivedAt }
  const bare = { ...rules, records: undefined, envelope: undefined, map: undefined }
  const job = { bytes: new Uint8Array(), rules: bare, scope: { ...scope, count } }
  return (await judge(job, readers, evaluate, async () => shelf)).answer
}
