import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { appConfig } from '../../src/config/app-config'
import { calendarFile } from '../../src/config/calendar'
import { cityConfig } from '../../src/config/city'
import { providersConfig } from '../../src/config/picture-providers'
import { metricDictionary } from '../../src/config/metrics'
import { picturesFile } from '../../src/contract/pictures'
import { rulesFile } from '../../src/config/rules'
import { sceneConfig } from '../../src/config/scene'
import { brokenPromises, writeBaselines } from './baseline'
import { CONFIG_FIELDS } from './descriptions'
import { jsonText, type JsonObject } from './json'
import { jsonSchemaOf, type Published } from './json-schema'
import { openApi } from './openapi'
import { contractPages } from './pages/pages'
import { withPanels } from './pages/panels'
import { publishedResources, type PublishedResource } from './resources'

const FOLDER = 'public/contract'
const PAGES = 'docs/contract'

const CONFIGS: readonly Published[] = [
  {
    name: 'config',
    // What judges these comes later than the rest, and only where a site has them.
    schema: z.extend(appConfig, { pictures: z.optional(providersConfig) }),
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
    name: 'calendar',
    schema: calendarFile,
    title: '工作日历',
    description: 'public/config/calendar/cn.json：放假、调休上班日期及其出处，每日工作时段',
  },
  {
    name: 'rules',
    schema: rulesFile,
    title: '处置规则',
    description: 'public/config/rules/<dataset>.json：哪些情况须有人处置，限值及其出处、责任方与时限',
  },
  {
    name: 'scene',
    schema: sceneConfig,
    title: '场景配置',
    description: 'public/config/scenes/<id>.json：一个场景在各种画布比例下的面板布局',
  },
  {
    name: 'pictures',
    schema: picturesFile,
    title: '视频画面配置',
    description:
      'public/config/pictures/<城市代号>.json：轮巡计划（通道、停留、次序、时段）、画面水印、参观时可公开的通道',
  },
  {
    name: 'metrics',
    schema: metricDictionary,
    title: '指标字典',
    description: 'public/config/metrics/<dataset>.json：指标的口径、算法、阈值及其出处',
  },
]

/** Every published file: name → text. */
export function publishedFiles(
  published: readonly PublishedResource[] = publishedResources(),
): Map<string, string> {
  const files: [string, JsonObject][] = [
    ...published.map((each): [string, JsonObject] => [`${each.id}.schema.json`, withPanels(each)]),
    ...CONFIGS.map((config): [string, JsonObject] => [`${config.name}.schema.json`, jsonSchemaOf(config)]),
    ['openapi.json', openApi(published)],
  ]
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, json]) => [name, jsonText(json)]))
}

/** Names of files in `folder` that are missing, differ from `files`, or describe nothing any more. */
export function outOfDate(folder: string, files: ReadonlyMap<string, string>): string[] {
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(json|md)$/.test(name)) : []
  const wrong = [...files].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  )
  return [...wrong.map(([name]) => name), ...present.filter((name) => !files.has(name))]
}

/** All that is published, as it follows from the code. */
interface Generated {
  readonly published: readonly PublishedResource[]
  readonly files: ReadonlyMap<string, string>
  /** For people: which columns each part is counted from is found by counting, which takes seconds. */
  readonly pages: ReadonlyMap<string, string>
}

export function generated(): Generated {
  const published = publishedResources()
  return { published, files: publishedFiles(published), pages: contractPages(published) }
}

/**
 * Writes public/contract, and docs/contract for people. With --check it writes nothing, names what is out of date or no longer keeps a
 * promise, and returns 1. With --baseline it also writes what is promised from now on, for majors that have no baseline yet.
 */
export function main(
  args: readonly string[],
  folder = FOLDER,
  pagesFolder = PAGES,
  { published, files, pages }: Generated = generated(),
): number {
  const written = [
    [folder, files],
    [pagesFolder, pages],
  ] as const
  const stale = written.flatMap(([place, texts]) =>
    outOfDate(place, texts).map((name) => ({ place, name, text: texts.get(name) })),
  )
  const count = files.size + pages.size
  const names = stale.map(({ place, name }) => (place === folder ? name : join(place, name)))
  if (args.includes('--check')) return check(names, brokenPromises(folder, published), count)
  for (const [place] of written) mkdirSync(place, { recursive: true })
  for (const { place, name, text } of stale) {
    if (text === undefined) rmSync(join(place, name))
    else writeFileSync(join(place, name), text)
  }
  console.log(`写入 ${stale.length} 份契约，共 ${count} 份`)
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
