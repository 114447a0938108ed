import type { CityDocument } from '../../../src/contract/document'
import { newestOf } from '../../../src/contract/freshness'
import { parseTime } from '../../../src/lib/calendar'
import type { Panel, Size } from '../../../src/panel/define-panel'
import type { Screen } from '../../../src/panel/screen-context'
import { optionalParts, remove } from '../domains/optional-parts'
import { config, type Answered, type City, type Sources, type Spot } from './city'

/** Everything that decides what stands in a panel. */
export interface Setting {
  /** The shown moment, epoch ms. */
  readonly now: number
  readonly region: string | null
  readonly answers: readonly Answered[]
  readonly feed: Screen['feed']
  readonly sources: Sources
  readonly size: Size
}

const at = (moment: string) => parseTime(`${moment}:00+08:00`)
/** A weekday morning with something of everything: the recorded documents of `mock-data` are of this moment. */
const MORNING = at('2026-11-18T10:42')
const NIGHT = at('2026-11-19T03:00')
const SUNDAY = at('2026-11-22T10:42')

/** A module of a 32:9 wall, where a panel shows most, and a card, in u. */
const WIDE: Size = { width: 912, height: 420 }
const CARD: Size = { width: 408, height: 300 }

interface State {
  /** For all panels of a city. */
  readonly of: (city: City) => Promise<Setting>
  /** For one of them, which is fresh otherwise; null where it has no such state. */
  readonly own?: (setting: Setting, panel: Panel) => Setting | null
}

/** `state` of one panel, in a city of which `whole` is known; null where the panel has no such state. */
export const settingOf = ({ own }: State, whole: Setting, panel: Panel): Setting | null => {
  const fresh = aged(0)(whole, panel)
  return own ? own(fresh, panel) : fresh
}

const refused = (status: number) => () => new Response('', { status })
const unreachable = (): Response => {
  throw new TypeError('fetch failed')
}

async function spotted({ reading }: City, spot: Spot): Promise<Setting> {
  const { answers, feed } = await reading(spot)
  const live = answers.map((one) => changedIn(one, asLive))
  return { ...spot, answers: live, feed, sources: config.sources, size: WIDE }
}
const morning = (city: City) => spotted(city, { now: MORNING, region: null })

type Change = (document: CityDocument) => CityDocument | undefined
const changedIn = (one: Answered, change: Change): Answered => ({
  ...one,
  document: one.document && change(one.document),
})
const changed = ({ answers, ...setting }: Setting, change: Change): Setting => ({
  ...setting,
  answers: answers.map((one) => changedIn(one, change)),
})

/** As a live source would send it: nothing is simulated. */
const asLive: Change = (document) => ({ ...document, source: { ...document.source, simulated: false } })

/** `periods` after what the panel shows was renewed; at any time where nothing was. */
const aged =
  (periods: number) =>
  (setting: Setting, { dataset: { id, derivation } }: Panel): Setting => {
    const made = setting.answers.filter(({ resource }) => derivation || resource.id === id)
    const newest = newestOf(made.flatMap(({ document }) => document ?? []))
    if (!newest) return setting
    const period = Math.max(newest.source.cadenceSeconds, derivation ? 60 : 0)
    return { ...setting, now: Date.parse(newest.asOf) + periods * period * 1000 }
  }

/** Nobody has ever answered: `network` is what was tried. */
const unanswered = (network: () => Response, sources?: Sources) => async (city: City) => {
  const setting = await morning(city)
  const reading = await city.readingOf(network, setting, sources)
  return { ...setting, ...reading, sources: sources ?? setting.sources }
}

const known = new Map<string, readonly string[]>()
/** Found once: it takes longer than to draw the panel. */
function partsOf(id: string): readonly string[] {
  const parts = known.get(id) ?? optionalParts(id)
  known.set(id, parts)
  return parts
}

/** The panel's document without those of its optional parts that are `gone`; null where there is nothing to leave out. */
const without =
  (gone: (panel: Panel, part: string) => boolean) =>
  (setting: Setting, panel: Panel): Setting | null => {
    const parts = partsOf(panel.dataset.id).filter((part) => gone(panel, part))
    let left = 0
    const strip: Change = (document) => {
      const copy = structuredClone(document)
      for (const part of parts) left += remove(copy.operation, part)
      return copy
    }
    const answers = setting.answers.map((one) =>
      one.resource.id === panel.dataset.id ? changedIn(one, strip) : one,
    )
    return left === 0 ? null : { ...setting, answers }
  }

const absence = { kind: 'not-built', reason: '本地没有这套系统', source: '示例' } as const
const nothing = { operation: null, exceptions: [] }

/** What can be with a panel, by the word that the golden list has for it. The first is what the others are compared with. */
export const states: Readonly<Record<string, State>> = {
  live: { of: morning },
  card: { of: async (city) => ({ ...(await morning(city)), size: CARD }) },
  demo: {
    of: async (city) => {
      const setting = await morning(city)
      return { ...setting, ...(await city.reading(setting)) }
    },
    own: (setting) => ({ ...setting, now: MORNING }),
  },
  late: { of: morning, own: aged(3) },
  stale: { of: morning, own: aged(6) },
  failed: {
    of: async (city) => {
      const setting = await morning(city)
      return { ...setting, feed: (await city.readingOf(refused(500), setting)).feed }
    },
    own: aged(3),
  },
  unreachable: { of: unanswered(unreachable) },
  loading: { of: async (city) => changed(await morning(city), () => undefined) },
  'not-connected': { of: unanswered(unreachable, {}) },
  'no-permission': { of: unanswered(refused(403)) },
  'not-built': {
    of: async (city) => changed(await morning(city), (document) => ({ ...document, ...nothing, absence })),
  },
  empty: {
    of: async (city) =>
      changed(await morning(city), (document) => {
        const copy = { ...document, ...nothing }
        delete copy.absence
        return copy
      }),
  },
  least: { of: morning, own: without(({ needs }, part) => !needs.includes(part)) },
  missing: { of: morning, own: without(({ needs }, part) => needs.includes(part)) },
  town: { of: (city) => spotted(city, { now: MORNING, region: city.town }) },
  night: { of: (city) => spotted(city, { now: NIGHT, region: null }) },
  sunday: { of: (city) => spotted(city, { now: SUNDAY, region: null }) },
}
