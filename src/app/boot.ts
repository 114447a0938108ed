import * as z from 'zod/mini'
import { appConfig, idsOf, type AppConfig } from '../config/app-config'
import { cityConfig, type CityConfig } from '../config/city'
import { withCity, withParts } from '../config/link'
import { metricDictionary } from '../config/metrics'
import type { ListedCity, Site } from '../config/site'
import { sourceConfig } from '../config/source'
import { problemsOf } from '../config/view'
import { speakChinese } from '../contract/locale'
import { notOffered, readLink, type BootProblem, type Offer } from './link-problem'
import { ConfigFault, faultWords, readConfig } from './read-config'
import { createScenes, readScene } from './scenes'

export type BootResult = { readonly site: Site } | { readonly problem: BootProblem }

type Fetch = typeof globalThis.fetch

class Stop extends Error {
  constructor(readonly problem: BootProblem) {
    super(problem.title)
  }
}

/** The fault of a file as a page, with ways out that keep the rest of the link. */
const stopAt =
  (exits: BootProblem['exits']) =>
  (error: unknown): never => {
    if (!(error instanceof ConfigFault)) throw error
    const { title, problems, passing } = error
    throw new Stop({ title, problems, passing, exits })
  }

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
export async function boot(search: string, fetch: Fetch): Promise<BootResult> {
  speakChinese()
  try {
    return { site: await readSite(search, fetch) }
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem }
    const problems = [{ field: '程序', message: String(error) }]
    return { problem: { title: '启动失败', problems, exits: [{ label: '再试一次', search }] } }
  }
}

async function readSite(search: string, fetch: Fetch): Promise<Site> {
  const link = readLink(search)
  if ('problem' in link) throw new Stop(link.problem)
  const { view } = link
  const { config, wrongSources } = await readAppConfig(search, view.profile, fetch)
  const again = { label: '再试一次', search }
  const cityId = view.city ?? config.defaults.city
  const offer = offerOf(config)
  const wrong = notOffered(search, { city: cityId, scene: view.scene }, offer)
  if (wrong) throw new Stop(wrong)
  const sceneIds = idsOf(config.scenes)
  const sceneId =
    [view.scene, config.defaults.scene].find((id) => sceneIds.includes(id ?? '')) ?? sceneIds[0] ?? ''
  const [city, cities, scenes, dictionaries] = await Promise.all([
    readCity(cityId, fetch).catch(
      stopAt([again, ...others(offer.cities, cityId, (id) => withCity(search, id))]),
    ),
    readNames(config, cityId, fetch),
    readScenes(config, sceneId, fetch),
    Promise.all(
      [...Object.keys(config.sources), ...Object.keys(wrongSources)].map((id) =>
        readConfig(`config/metrics/${id}.json`, metricDictionary, fetch),
      ),
    ).catch(stopAt([again])),
  ])
  const shown = scenes.list().find(({ id }) => id === sceneId)?.file
  if (shown instanceof ConfigFault)
    stopAt([again, ...others(offer.scenes, sceneId, (scene) => withParts(search, { scene }))])(shown)
  const metrics = Object.fromEntries(dictionaries.flatMap((d) => Object.entries(d.metrics)))
  return { view, config, wrongSources, city, cities, scenes, metrics }
}

/** Ways out of a fault of one city or scene: all the others. */
const others = (all: Offer['cities'], wrong: string, searchOf: (id: string) => string) =>
  all.filter(({ id }) => id !== wrong).map(({ id, name }) => ({ label: name, search: searchOf(id) }))

/** `config.json`, or that of the profile in the link. @throws Stop */
async function readAppConfig(search: string, profile: string | undefined, fetch: Fetch) {
  const file = profile === undefined ? 'config.json' : `config.${profile}.json`
  let wrongSources: Readonly<Record<string, string>> = {}
  const config = await readConfig(file, appConfig, fetch, (body) => {
    const { body: rest, wrong } = withoutWrongSources(body)
    wrongSources = wrong
    return rest
  }).catch((error: unknown) => {
    const exits = [{ label: '再试一次', search }]
    // Another configuration may be another kind of data altogether, so only where this one does not exist, and by name.
    if (error instanceof ConfigFault && error.missing && profile !== undefined)
      exits.push({ label: '改用 config.json', search: withParts(search, { profile: null }) })
    return stopAt(exits)(error)
  })
  return { config, wrongSources }
}

/** The shown city. Its map is read later: no wall waits for it. @throws ConfigFault */
const readCity = (id: string, fetch: Fetch): Promise<CityConfig> =>
  readConfig(`config/cities/${id}.json`, cityConfig, fetch)

/** The list of cities. A file is read only for a name that the configuration does not give. */
function readNames({ cities }: AppConfig, shown: string, fetch: Fetch): Promise<ListedCity[]> {
  return Promise.all(
    cities.map(async (entry): Promise<ListedCity> => {
      if (typeof entry !== 'string') return entry
      try {
        return { id: entry, name: (await readConfig(`config/cities/${entry}.json`, cityConfig, fetch)).name }
      } catch (error) {
        // The shown city's own fault stops the start where it is read.
        return { id: entry, name: entry, ...(entry !== shown && { fault: faultWords(error) }) }
      }
    }),
  )
}

/** The scenes, with the shown one read, and those whose titles the configuration does not give. */
async function readScenes({ scenes }: AppConfig, shown: string, fetch: Fetch) {
  const entries = scenes.map((entry) => (typeof entry === 'string' ? { id: entry, title: undefined } : entry))
  const early = entries.filter(({ id, title }) => id === shown || title === undefined)
  const files = await Promise.all(
    early.map(async ({ id }) => {
      const file = await readScene(id, fetch).catch((error: unknown) => {
        if (error instanceof ConfigFault) return error
        throw error
      })
      return [id, file] as const
    }),
  )
  return createScenes(entries, new Map(files), fetch)
}

/** What a link may name at this site, with the names that stand in the configuration. */
export const offerOf = ({ cities, scenes }: Pick<AppConfig, 'cities' | 'scenes'>): Offer => ({
  cities: cities.map((entry) => (typeof entry === 'string' ? { id: entry, name: entry } : entry)),
  scenes: scenes.map((entry) =>
    typeof entry === 'string' ? { id: entry, name: entry } : { id: entry.id, name: entry.title },
  ),
})
