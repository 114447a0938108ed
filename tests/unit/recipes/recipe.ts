import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { sourceConfig, type SourceConfig } from '../../../src/config/source'
import type { Dataset } from '../../../src/contract/dataset'
import type { CityDocument } from '../../../src/contract/document'
import { evaluate } from '../../../src/data/mapping/expression'
import { check } from '../../../src/data/transport/read-source'
import { shape } from '../../../src/data/shape/shape'
import { datasets } from '../../../src/domains/registry'

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
  readonly dataset: Dataset
  /** What the answers that are no data must be told as, by file. */
  readonly faults: z.infer<typeof faults>
  read(file: string): string
}

const json = (text: string): unknown => JSON.parse(text)

function recipe(name: string): Recipe {
  const read = (file: string) => readFileSync(`${root}/${name}/${file}`, 'utf8')
  const { contract } = z.object({ contract: z.string() }).parse(json(read('expected.json')))
  const dataset = [...datasets.values()].find((each) => each.contract === contract)
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
export async function documentOf(
  recipe_: Recipe,
  answer: string,
  { region = REGION } = {},
): Promise<CityDocument> {
  const { dataset } = recipe_
  const { document } = await shape(
    {
      bytes: new TextEncoder().encode(answer),
      rules: sourceOf(recipe_),
      scope: { contract: dataset.contract, city: CITY, region, receivedAt: RECEIVED_AT, audience: 'duty' },
    },
    evaluate,
  )
  return check(dataset, document)
}
