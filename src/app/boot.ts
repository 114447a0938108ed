import type { AppConfig } from '../config/app-config'
import type { CityConfig } from '../config/city'
import { withCity, withParts } from '../config/link'
import type { ListedCity, Site } from '../config/site'
import { parseView } from '../config/view'
import { idsOf } from '../config/written'
import { readLink, wrongProfile, type BootProblem, type Offer } from './link-problem'
import { ConfigFault, faultWords, readConfig, type ConfigReader } from './read-config'
import { readCalendar, readAllRules } from './read-optional'
import { createScenes, readScene } from './scenes'
import { words } from './words'

export type BootResult = { readonly site: Site } | { readonly problem: BootProblem }

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

/** config + URL → a checked site, or a page that names what is wrong. Never throws. */
export async function boot(search: string, reader: ConfigReader): Promise<BootResult> {
  try {
    return { site: await readSite(search, reader) }
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem }
    const problems = [{ field: words.program, message: String(error) }]
    return { problem: { title: words.notStarted, problems, exits: [{ label: words.exit.again, search }] } }
  }
}

async function readSite(search: string, reader: ConfigReader): Promise<Site> {
  const wrong = wrongProfile(search)
  if (wrong) throw new Stop(wrong)
  const { profile } = parseView(search).view
  const { config, wrongSources } = await readAppConfig(search, profile, reader)
  const again = { label: words.exit.again, search }
  const offer = offerOf(config)
  const { view } = readLink(search, offer)
  const cityId = view.city ?? config.defaults.city
  const sceneIds = idsOf(config.scenes)
  const sceneId =
    [view.scene, config.defaults.scene].find((id) => sceneIds.includes(id ?? '')) ?? sceneIds[0] ?? ''
  const [city, cities, scenes, dictionaries, calendar, rules] = await Promise.all([
    readCity(cityId, reader).catch(
      stopAt([again, ...others(offer.cities, cityId, (id) => withCity(search, id))]),
    ),
    readNames(config, cityId, reader),
    readScenes(config, sceneId, reader),
    Promise.all(
      domainsOf([...Object.keys(config.sources), ...Object.keys(wrongSources)]).map((id) =>
        readConfig(`config/metrics/${id}.json`, 'metrics', reader),
      ),
    ).catch(stopAt([again])),
    readCalendar(cityId, reader).catch(stopAt([again])),
    readAllRules(config, reader).catch(stopAt([again])),
  ])
  const shown = scenes.list().find(({ id }) => id === sceneId)?.file
  if (shown instanceof ConfigFault)
    stopAt([again, ...others(offer.scenes, sceneId, (scene) => withParts(search, { scene }))])(shown)
  const metrics = Object.fromEntries(dictionaries.flatMap((d) => Object.entries(d)))
  return {
    view,
    config,
    wrongSources,
    city,
    cities,
    scenes,
    metrics,
    ...calendar,
    ...rules,
    faults: [...calendar.faults, ...rules.faults],
  }
}

/** Ways out of a fault of one city or scene: all the others. */
const others = (all: Offer['cities'], wrong: string, searchOf: (id: string) => string) =>
  all.filter(({ id }) => id !== wrong).map(({ id, name }) => ({ label: name, search: searchOf(id) }))

/** `config.json`, or that of the profile in the link. @throws Stop */
function readAppConfig(search: string, profile: string | undefined, reader: ConfigReader) {
  const file = profile === undefined ? 'config.json' : `config.${profile}.json`
  return readConfig(file, 'site', reader).catch((error: unknown) => {
    const exits = [{ label: words.exit.again, search }]
    // Another configuration may be another kind of data altogether, so only where this one does not exist, and by name.
    if (error instanceof ConfigFault && error.missing && profile !== undefined)
      exits.push({ label: words.exit.plain, search: withParts(search, { profile: null }) })
    return stopAt(exits)(error)
  })
}

/** The shown city. Its map is read later: no wall waits for it. @throws ConfigFault */
const readCity = (id: string, reader: ConfigReader): Promise<CityConfig> =>
  readConfig(`config/cities/${id}.json`, 'city', reader)

/** The list of cities. A file is read only for a name that the configuration does not give. */
function readNames({ cities }: AppConfig, shown: string, reader: ConfigReader): Promise<ListedCity[]> {
  return Promise.all(
    cities.map(async (entry): Promise<ListedCity> => {
      if (typeof entry !== 'string') return entry
      try {
        return { id: entry, name: (await readConfig(`config/cities/${entry}.json`, 'city', reader)).name }
      } catch (error) {
        // The shown city's own fault stops the start where it is read.
        return { id: entry, name: entry, ...(entry !== shown && { fault: faultWords(error) }) }
      }
    }),
  )
}

/** The scenes, with the shown one read, and those whose titles the configuration does not give. */
async function readScenes({ scenes }: AppConfig, shown: string, reader: ConfigReader) {
  const entries = scenes.map((entry) => (typeof entry === 'string' ? { id: entry, title: undefined } : entry))
  const early = entries.filter(({ id, title }) => id === shown || title === undefined)
  const files = await Promise.all(
    early.map(async ({ id }) => {
      const file = await readScene(id, reader).catch((error: unknown) => {
        if (error instanceof ConfigFault) return error
        throw error
      })
      return [id, file] as const
    }),
  )
  return createScenes(entries, new Map(files), reader)
}

/** What a link may name at this site, with the names that stand in the configuration. */
export const offerOf = ({ cities, scenes }: Pick<AppConfig, 'cities' | 'scenes'>): Offer => ({
  cities: cities.map((entry) => (typeof entry === 'string' ? { id: entry, name: entry } : entry)),
  scenes: scenes.map((entry) =>
    typeof entry === 'string' ? { id: entry, name: entry } : { id: entry.id, name: entry.title },
  ),
})

/** A resource belongs to the domain that its id begins with; a domain has one dictionary for all of its resources. */
const domainsOf = (resources: readonly string[]): readonly string[] => [
  ...new Set(resources.map((id) => id.split('.')[0] ?? id)),
]
