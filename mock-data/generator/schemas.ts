import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { appConfig } from '../../src/config/app-config'
import { cityConfig } from '../../src/config/city'
import { metricDictionary } from '../../src/config/metrics'
import { sceneConfig } from '../../src/config/scene'
import { speakChinese } from '../../src/contract/locale'

const FOLDER = 'public/contract'

// By glob, so that a new panel folder publishes its contract without an edit here.
const contracts = import.meta.glob<z.ZodMiniType>('../../src/panels/*/schema.ts', {
  eager: true,
  import: 'schema',
})

const TITLES: Readonly<Record<string, string>> = {
  'city-overview': '城市态势',
  'data-aggregation': '数据汇聚',
  hotline: '12345 热线',
  video: '视频感知',
  'service-hall': '政务大厅',
  exceptions: '需要处置',
}

const CONFIGS: readonly { name: string; schema: z.ZodMiniType; title: string; description: string }[] = [
  {
    name: 'config',
    schema: appConfig,
    title: '站点配置',
    description: 'public/config.json 或 config.<profile>.json：城市、场景、数据源与默认值；不得含任何密钥',
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

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Keys in alphabetical order at every depth, so that a file changes only where its contract does. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

/** Rules over several fields (sums, orders, limits) that JSON Schema cannot say, in their own words. */
function rulesOf(schema: z.core.$ZodTypes): string[] {
  return (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) => {
    if (def.check !== 'custom' || !def.error) return []
    const path = 'path' in def && Array.isArray(def.path) ? def.path.map(String).join('.') : ''
    // Our rules give fixed words, whatever the issue.
    const words = (def.error as (issue: object) => unknown)({})
    return typeof words !== 'string' ? [] : [path === '' ? words : `${path}：${words}`]
  })
}

/** One JSON Schema (draft 2020-12) as text. `name` becomes `<name>.schema.json`. */
export function schemaText(
  name: string,
  schema: z.ZodMiniType,
  { title, description }: { readonly title: string; readonly description: string },
): string {
  const generated = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      const rules = rulesOf(zodSchema)
      if (rules.length > 0) jsonSchema.$comment = `另须满足——${rules.join('；')}`
    },
  })
  // Through text, because the generator hangs helpers on the object that are no part of the schema.
  const plain = JSON.parse(
    JSON.stringify({ ...generated, $id: `${name}.schema.json`, title, description }),
  ) as Json
  return `${JSON.stringify(sorted(plain), null, 2)}\n`
}

/** Every published schema: file name → text. */
export function schemaFiles(): Map<string, string> {
  speakChinese()
  const datasets = Object.entries(contracts).map(([path, schema]) => {
    const name = path.split('/').at(-2) ?? path
    const title = TITLES[name] ?? name
    return {
      name,
      schema,
      title,
      description: `数据集 ${name}/1（${title}）一份文档的契约，模拟与实时同一份`,
    }
  })
  return new Map(
    [...datasets, ...CONFIGS]
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, schema, ...words }) => [`${name}.schema.json`, schemaText(name, schema, words)]),
  )
}

/** Names of files in `folder` that are missing, differ from `files`, or are schemas of nothing any more. */
export function outOfDate(folder: string, files: ReadonlyMap<string, string>): string[] {
  const present = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.schema.json')) : []
  const wrong = [...files].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  )
  return [...wrong.map(([name]) => name), ...present.filter((name) => !files.has(name))]
}

/** Writes public/contract/*.schema.json; with --check only names what is out of date and returns 1. */
export function main(args: readonly string[], folder = FOLDER): number {
  const files = schemaFiles()
  const stale = outOfDate(folder, files)
  if (args.includes('--check')) {
    if (stale.length === 0) console.log(`${files.size} 份契约与代码一致`)
    else console.error(`与代码不一致：${stale.join('、')}（运行 npm run schemas）`)
    return stale.length === 0 ? 0 : 1
  }
  mkdirSync(folder, { recursive: true })
  for (const name of stale) {
    const text = files.get(name)
    if (text === undefined) rmSync(join(folder, name))
    else writeFileSync(join(folder, name), text)
  }
  console.log(`写入 ${stale.length} 份契约，共 ${files.size} 份`)
  return 0
}
