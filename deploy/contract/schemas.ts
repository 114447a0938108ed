import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { appConfig } from '../../src/config/app-config'
import { cityConfig } from '../../src/config/city'
import { metricDictionary } from '../../src/config/metrics'
import { sceneConfig } from '../../src/config/scene'
import type { DocumentResource, Resource } from '../../src/contract/resource'
import { speakChinese } from '../../src/contract/locale'
import { brokenPromises, contractOf, nameOf, writeBaselines, type Versions } from './baseline'
import { CONFIG_FIELDS, DOCUMENT_FIELDS } from './descriptions'
import { jsonText, type JsonObject } from './json'
import { jsonSchemaOf, type Published } from './json-schema'
import { openApi } from './openapi'

const FOLDER = 'public/contract'

interface Contract {
  readonly schema: z.ZodMiniType
  /** The schema of the version before, while that is still read. */
  readonly previous?: z.ZodMiniType
}

// By glob, so that a new panel folder publishes its contract without an edit here.
const contracts = import.meta.glob<Contract>('../../src/domains/*/contract.ts', { eager: true })
const datasets = import.meta.glob<Readonly<Record<string, Resource>>>('../../src/domains/*/resources.ts', {
  eager: true,
})

const isDerived = (resource: Resource): resource is DocumentResource =>
  'derivation' in resource && resource.derivation !== null

const TITLES: Readonly<Record<string, string>> = {
  'city-overview': '城市态势',
  'data-aggregation': '数据汇聚',
  hotline: '12345 热线',
  video: '视频感知',
  'service-hall': '政务大厅',
  exceptions: '需要处置',
}

const CONFIGS: readonly Published[] = [
  {
    name: 'config',
    schema: appConfig,
    title: '站点配置',
    description: 'public/config.json 或 config.<profile>.json：城市、场景、数据源与默认值；不得含任何密钥',
    fields: CONFIG_FIELDS,
  },
  {
    name: 'city',
    schema: cityConfig,
    title: '城市配置',
    description: 'public/config/cities/<id>.json：一个城市的名称、区划代码与地图',
  },
  {
    name: 'scene',
    schema: sceneConfig,
    title: '场景配置',
    description: 'public/config/scenes/<id>.json：一个场景在各种画布比例下的面板布局',
  },
  {
    name: 'metrics',
    schema: metricDictionary,
    title: '指标字典',
    description: 'public/config/metrics/<dataset>.json：指标的口径、算法、阈值及其出处',
  },
]

interface PublishedDataset extends Versions {
  readonly id: string
  readonly title: string
}

function documentSchemaOf(name: string, schema: z.ZodMiniType): JsonObject {
  const title = TITLES[name] ?? name
  const generated = jsonSchemaOf({ name, schema, title, description: '', fields: DOCUMENT_FIELDS })
  const contract = nameOf(contractOf(generated))
  return {
    ...generated,
    description: `数据集 ${contract}（${title}）一份文档的契约，模拟与实时同一份`,
  }
}

/** Every dataset of the program, by id. */
export function publishedDatasets(): PublishedDataset[] {
  speakChinese()
  return Object.entries(contracts)
    .map(([path, { schema, previous }]) => {
      const id = path.split('/').at(-2) ?? path
      return {
        id,
        title: TITLES[id] ?? id,
        current: documentSchemaOf(id, schema),
        previous: previous && documentSchemaOf(id, previous),
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every published file: name → text. */
export function publishedFiles(
  published: readonly PublishedDataset[] = publishedDatasets(),
): Map<string, string> {
  const derivable = Object.values(datasets)
    .flatMap((module) => Object.values(module))
    .filter(isDerived)
    .map(({ id }) => id)
  const endpoints = published.map(({ id, title, current }) => ({
    id,
    title,
    contract: nameOf(contractOf(current)),
    derivable: derivable.includes(id),
  }))
  const files: [string, JsonObject][] = [
    ...published.map(({ id, current }): [string, JsonObject] => [`${id}.schema.json`, current]),
    ...CONFIGS.map((config): [string, JsonObject] => [`${config.name}.schema.json`, jsonSchemaOf(config)]),
    ['openapi.json', openApi(endpoints)],
  ]
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, json]) => [name, jsonText(json)]))
}

/** Names of files in `folder` that are missing, differ from `files`, or describe nothing any more. */
export function outOfDate(folder: string, files: ReadonlyMap<string, string>): string[] {
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  const wrong = [...files].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  )
  return [...wrong.map(([name]) => name), ...present.filter((name) => !files.has(name))]
}

/**
 * Writes public/contract. With --check it writes nothing, names what is out of date or no longer keeps a promise, and returns 1.
 * With --baseline it also writes what is promised from now on, for majors that have no baseline yet.
 */
export function main(args: readonly string[], folder = FOLDER): number {
  const published = publishedDatasets()
  const files = publishedFiles(published)
  const stale = outOfDate(folder, files)
  if (args.includes('--check')) return check(stale, brokenPromises(folder, published), files.size)
  mkdirSync(folder, { recursive: true })
  for (const name of stale) {
    const text = files.get(name)
    if (text === undefined) rmSync(join(folder, name))
    else writeFileSync(join(folder, name), text)
  }
  console.log(`写入 ${stale.length} 份契约，共 ${files.size} 份`)
  if (args.includes('--baseline'))
    console.log(`新增基线：${writeBaselines(folder, published).join('、') || '无'}`)
  return 0
}

function check(stale: readonly string[], broken: readonly string[], count: number): number {
  if (stale.length > 0) console.error(`与代码不一致：${stale.join('、')}（运行 npm run schemas）`)
  if (broken.length > 0)
    console.error(`契约承诺未兑现或未写明：\n${broken.map((line) => `  ${line}`).join('\n')}`)
  if (stale.length > 0 || broken.length > 0) return 1
  console.log(`${count} 份契约与代码一致，已发布的承诺均兑现`)
  return 0
}
