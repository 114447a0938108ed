import { readFileSync } from 'node:fs'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { readMetrics } from '../../../mock-data/generator/metrics'
import { createQueryClient } from '../../../src/app/query-client'
import { appConfig } from '../../../src/config/app-config'
import { cityConfig } from '../../../src/config/city'
import type { CityDocument } from '../../../src/contract/document'
import { createFailures } from '../../../src/data/failures'
import { createHints } from '../../../src/data/push/hints'
import { createStreams } from '../../../src/data/push/stream'
import { domains } from '../../../src/domains/registry'
import { createClock } from '../../../src/lib/clock'
import type { Medium, Panel, Size } from '../../../src/panel/define-panel'
import { domainsIn } from '../../../src/panel/domain'
import { PanelScope } from '../../../src/panel/panel-scope'
import { FixedSize } from '../../../src/panel/room'
import { ScreenContext, type Screen } from '../../../src/panel/screen-context'
import { at, isObject, type JsonObject } from '../json'
import { shapesOf } from '../json-schema'
import type { PublishedResource } from '../resources'
import { sampleDocument } from './samples'

// Here and not when they are asked for: the modules are gone by the time a generator runs.
const panels = new Map(
  await Promise.all(
    domains.map(async ({ id, chunks }) => {
      const loaded = await Promise.all(chunks.map(({ load }) => load()))
      return [id, loaded.flatMap((chunk) => chunk.panels)] as const
    }),
  ),
)

/** A panel that reads a part of the document. */
export interface Fed {
  readonly title: string
  /** It shows nothing without the part. */
  readonly needed: boolean
}

/** A card, a module of a wide wall, and paper, which has room for all there is. */
const ROOMS: readonly (readonly [Size, Medium])[] = [
  [{ width: 408, height: 300 }, 'wall'],
  [{ width: 912, height: 420 }, 'wall'],
  [{ width: 1900, height: 1000 }, 'print'],
]

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const never = () => new Promise<never>(() => undefined)
const nothing = () => {
  throw new Error('nothing is done on a page of the contract')
}

/** A wall that stands still at the data time of `document`, and asks nobody. */
function screenOf({ city, asOf }: CityDocument): Screen {
  const config = appConfig.parse(read('public/config.json'))
  const at = cityConfig.parse(read(`public/config/cities/${city}.json`))
  const real = () => Date.parse(asOf)
  const hints = createHints({ real })
  const streams = createStreams({ sources: {}, city, hints, seed: '', onServerTime: () => undefined })
  return {
    config,
    city: at,
    region: null,
    regionName: at.name,
    clock: createClock({ real, frozen: true }),
    feed: { get: never, acting: nothing, wrong: {}, failures: createFailures({ real }), hints, streams },
    domains: domainsIn(domains, Object.keys(config.sources)),
    metrics: readMetrics(),
    faults: [],
    map: { map: undefined, fault: undefined, failures: 0, retry: () => undefined },
    light: false,
    seed: '',
    selectRegion: () => undefined,
    open: () => undefined,
    rules: {},
    goToScene: () => undefined,
    look: () => undefined,
  }
}

/** The parts of `operation` that the panel asks for while it is drawn. */
function readBy(panel: Panel, document: CityDocument): ReadonlySet<string> {
  const seen = new Set(panel.needs)
  const { operation } = document
  if (typeof operation !== 'object' || operation === null) return seen
  const watched = new Proxy(operation, {
    get(parts, name) {
      if (typeof name === 'string') seen.add(name)
      const part: unknown = Reflect.get(parts, name)
      return part
    },
  })
  const screen = screenOf(document)
  const scope = {
    title: panel.title,
    marks: [],
    chip: null,
    state: 'live',
    openInfo: () => undefined,
  } as const
  for (const [size, medium] of ROOMS)
    renderToStaticMarkup(
      <QueryClientProvider client={createQueryClient()}>
        <ScreenContext value={screen}>
          <FixedSize value={size}>
            <PanelScope value={scope}>
              {panel.render({ ...document, operation: watched }, { size, medium, spec: null })}
            </PanelScope>
          </FixedSize>
        </ScreenContext>
      </QueryClientProvider>,
    )
  return seen
}

const known = new Map<string, ReadonlyMap<string, readonly Fed[]>>()

/**
 * Part of `operation` → the panels that read it, those that cannot do without it first. What a panel reads is seen by drawing it with the
 * sample of document `id`, once; where there is none yet, what it needs is all that is known.
 */
export function panelsBy(id: string): ReadonlyMap<string, readonly Fed[]> {
  const drawn = known.get(id) ?? drawnOnce(id)
  known.set(id, drawn)
  return drawn
}

function drawnOnce(id: string): ReadonlyMap<string, readonly Fed[]> {
  const document = sampleDocument(id)
  const fed = new Map<string, Fed[]>()
  for (const panel of panels.get(id) ?? [])
    for (const part of document ? readBy(panel, document) : panel.needs) {
      const one = { title: panel.title, needed: panel.needs.includes(part) }
      const before = fed.get(part) ?? []
      fed.set(part, one.needed ? [one, ...before] : [...before, one])
    }
  return fed
}

const titlesOf = (fed: readonly Fed[]) => fed.map(({ title }) => title).join('、')

/** The schema of a document with the panels that each part of it feeds. */
export function withPanels({ id, kind, current }: PublishedResource): JsonObject {
  if (kind !== 'document') return current
  const schema = structuredClone(current)
  const operation = at(schema, 'properties', 'operation')
  const parts = isObject(operation) ? shapesOf(operation).map(({ properties }) => properties) : []
  for (const [part, fed] of panelsBy(id))
    for (const field of parts.map((each) => (isObject(each) ? each[part] : undefined)).filter(isObject))
      if (typeof field.description === 'string') field.description += `。面板：${titlesOf(fed)}`
  return schema
}
