import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { sourceConfig, type SourceConfig } from '../../../src/config/source'
import type { AnswerReader } from '../../../src/contract/reader'
import type { Counting } from '../../../src/contract/records/counting'
import type { Answer, DocumentResource } from '../../../src/contract/resource'
import { evaluate } from '../../../src/data/mapping/expression'
import type { FindCounting } from '../../../src/data/count-rows'
import { judge, type Readers } from '../../../src/data/read-job'
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
const counting: FindCounting = async (id) => countings[`../../../src/domains/${id}/summary.ts`]?.()

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

export const sourceOf = ({ source }: Recipe): SourceConfig => sourceConfig.parse(source)

/** The document the wall would keep of this answer. @throws DataFault */
export async function documentOf(recipe_: Recipe, answer: string, { region = REGION } = {}): Promise<Answer> {
  const { id: resource, kind, contract } = recipe_.dataset
  const job = {
    bytes: new TextEncoder().encode(answer),
    rules: sourceOf(recipe_),
    scope: {
      resource,
      kind,
      contract,
      city: CITY,
      region,
      receivedAt: RECEIVED_AT,
      audience: 'duty' as const,
      town: region === REGION ? null : region,
      limits: {},
    },
  }
  return (await judge(job, readers, evaluate, counting)).answer
}
