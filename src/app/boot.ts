import * as z from 'zod/mini'
import { appConfig } from '../config/app-config'
import { cityConfig } from '../config/city'
import { metricDictionary } from '../config/metrics'
import { sceneConfig } from '../config/scene'
import type { Site } from '../config/site'
import { sourceConfig } from '../config/source'
import { problemsOf } from '../config/view'
import { speakChinese } from '../contract/locale'
import { asFault, type FaultKind } from '../data/data-fault'
import { readJson } from '../data/transport/read-json'
import { notOffered, readLink, type BootProblem, type Offer } from './link-problem'

export type BootResult = { readonly site: Site } | { readonly problem: BootProblem }

class Stop extends Error {
  constructor(readonly problem: BootProblem) {
    super(problem.title)
  }
}

const HOME = [{ label: '回到默认画面', search: '' }]

/** Reads one configuration file and checks it. @throws Stop naming the file and each wrong field */
async function readConfig<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  fetch: typeof globalThis.fetch,
  prepare: (body: unknown) => unknown = (body) => body,
): Promise<z.infer<Schema>> {
  const body = await readJson(path, { timeoutMs: 10_000, maxBytes: 4_000_000, fetch }).catch(
    (error: unknown) => {
      const fault = asFault(error)
      throw new Stop({
        title: `无法读取 ${path}`,
        problems: [{ field: path, message: fault.message }],
        exits: HOME,
        passing: PASSING.has(fault.kind) && !fault.detail.endsWith(' 404'),
      })
    },
  )
  const parsed = schema.safeParse(prepare(body))
  if (parsed.success) return parsed.data
  throw new Stop({ title: `${path} 有误`, problems: problemsOf(parsed.error.issues), exits: HOME })
}

/** Faults that go by without anybody touching the file. */
const PASSING: ReadonlySet<FaultKind> = new Set(['network', 'timeout', 'http', 'auth', 'type', 'json'])

const sourcesOf = z.looseObject({ sources: z.record(z.string(), z.unknown()) })

/**
 * A configuration whose only faults are in single sources still starts: each such source is taken out, and its panels say which
 * of its fields is wrong. Everything else goes on.
 */
function withoutWrongSources(body: unknown): { body: unknown; wrong: Record<string, string> } {
  const seen = sourcesOf.safeParse(body)
  if (!seen.success) return { body, wrong: {} }
  const wrong: Record<string, string> = {}
  const sources = Object.entries(seen.data.sources).filter(([id, source]) => {
    const parsed = sourceConfig.safeParse(source)
    if (parsed.success) return true
    wrong[id] = problemsOf(parsed.error.issues, `sources.${id}.`)
      .map(({ field, message }) => `${field} ${message}`)
      .join('；')
    return false
  })
  return { body: { ...seen.data, sources: Object.fromEntries(sources) }, wrong }
}

/** config + URL → a checked site, or a page that names what is wrong. Never throws. */
export async function boot(search: string, fetch: typeof globalThis.fetch): Promise<BootResult> {
  speakChinese()
  try {
    return { site: await readSite(search, fetch) }
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem }
    return {
      problem: { title: '启动失败', problems: [{ field: '程序', message: String(error) }], exits: HOME },
    }
  }
}

async function readSite(search: string, fetch: typeof globalThis.fetch): Promise<Site> {
  const link = readLink(search)
  if ('problem' in link) throw new Stop(link.problem)
  const { view } = link
  const file = view.profile === undefined ? 'config.json' : `config.${view.profile}.json`
  let wrongSources: Readonly<Record<string, string>> = {}
  const config = await readConfig(file, appConfig, fetch, (body) => {
    const { body: rest, wrong } = withoutWrongSources(body)
    wrongSources = wrong
    return rest
  })
  const cityId = view.city ?? config.defaults.city
  const [cities, scenes, dictionaries] = await Promise.all([
    Promise.all(config.cities.map((id) => readConfig(`config/cities/${id}.json`, cityConfig, fetch))),
    Promise.all(config.scenes.map((id) => readConfig(`config/scenes/${id}.json`, sceneConfig, fetch))),
    Promise.all(
      [...Object.keys(config.sources), ...Object.keys(wrongSources)].map((id) =>
        readConfig(`config/metrics/${id}.json`, metricDictionary, fetch),
      ),
    ),
  ])
  const wrong = notOffered(search, { city: cityId, scene: view.scene }, offerOf({ cities, scenes }))
  const city = cities.find(({ id }) => id === cityId)
  if (wrong || !city) throw new Stop(wrong ?? { title: `没有配置城市「${cityId}」`, problems: [], exits: [] })
  const map = await readJson(city.map, { timeoutMs: 10_000, maxBytes: 4_000_000, fetch }).catch(
    (error: unknown) => asFault(error),
  )
  const metrics = Object.fromEntries(dictionaries.flatMap((d) => Object.entries(d.metrics)))
  return { view, config, wrongSources, city, cities, scenes, metrics, map }
}

/** What a link may name at this site. */
export const offerOf = ({ cities, scenes }: Pick<Site, 'cities' | 'scenes'>): Offer => ({
  cities,
  scenes: scenes.map(({ id, title }) => ({ id, name: title })),
})
