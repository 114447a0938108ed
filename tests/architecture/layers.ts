import { domainOf, groupOf, partOf, perModule, type Module } from './module'

const DRAWN = ['lib', 'ui', 'charts', 'video', 'map', 'contract']

/**
 * Group → groups it may import besides itself. A folder that is not here is reported until it is given a rank.
 * `ui`, `charts` and `map` draw what the contract names, a severity or a series, so they may name its types; the contract knows nothing of drawing.
 */
const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  styles: [],
  ui: ['lib', 'contract'],
  charts: ['lib', 'ui', 'contract'],
  video: ['lib', 'ui'],
  map: ['lib', 'ui', 'contract'],
  contract: ['lib'],
  config: ['lib', 'contract'],
  data: ['lib', 'contract', 'config'],
  panel: [...DRAWN, 'config', 'data'],
  blocks: [...DRAWN, 'panel'],
  // Not config or data: a panel is given valid data and looks nowhere else.
  domains: [...DRAWN, 'panel', 'blocks'],
  // A city behind an address: it knows what is asked for, and nobody knows it but the app that starts it.
  demo: ['lib', 'contract', 'domains'],
  screens: [...DRAWN, 'config', 'data', 'panel', 'blocks', 'domains'],
  app: [...DRAWN, 'config', 'data', 'panel', 'blocks', 'domains', 'demo', 'screens'],
  'main.tsx': ['app', 'styles', 'lib'],
}

/** What finds the domains: what a wall starts with, and how their records are read once somebody opens one. */
const REGISTRY = /^src\/domains\/registry(-[a-z]+)?(\.ts)?$/

export const layers = perModule('layers: a group imports only the groups below it', (module) => {
  const from = groupOf(module.path) ?? ''
  const allowed = MAY_IMPORT[from]
  if (!allowed) return [{ line: 1, text: `src/${from} has no rank in tests/architecture/layers.ts` }]
  return module.imports.flatMap(({ specifier, target, line }) => {
    const to = groupOf(target)
    if (!to || to === from || allowed.includes(to)) return []
    return [{ line, text: `${from} may not import ${to} (${specifier})` }]
  })
})

const isRegistry = (target: string) => REGISTRY.test(target)

/** What a domain says about itself without React or CSS, so that Node tools and workers can read it. */
const PLAIN =
  /^(codes|contract(-[a-z]+)?|records|resources|summary(-[a-z]+)?|opened|what-if(-[a-z]+)?|study-(?!words)[a-z]+|((overview|summary)-)?words(\.([a-z]{2}|\*))?)(\.ts)?$/

/** The data worker reads every contract and counts by every summary; it knows nothing else of a domain. */
const DATA_WORKER = 'src/app/data.worker.ts'

function reaches({ path }: Module, target: string): boolean {
  const own = domainOf(path)
  if (own !== undefined) return target.startsWith(`${own}/`)
  const part = partOf(target) ?? ''
  if (path === DATA_WORKER) return /^(contract(-[a-z]+|-\*)?|summary)(\.ts)?$/.test(part)
  return isRegistry(target) || (groupOf(path) === 'demo' && PLAIN.test(part))
}

export const islands = perModule(
  'domains-are-islands: nobody but the registry reaches into a domain',
  (module) => {
    if (isRegistry(module.path)) return []
    const own = domainOf(module.path)
    if (!own && module.path.startsWith('src/domains/'))
      return [{ line: 1, text: 'src/domains holds one folder a domain and registry.ts, nothing else' }]
    return module.imports
      .filter(({ target }) => groupOf(target) === 'domains')
      .filter(({ target }) => !reaches(module, target))
      .map(({ specifier, line }) => ({
        line,
        text: own ? `a domain may not import ${specifier}` : `see domains/registry only, not ${specifier}`,
      }))
  },
)

export const plainContracts = perModule(
  'contracts, records, resources and words are read without React or CSS',
  (module) =>
    domainOf(module.path) !== undefined && PLAIN.test(partOf(module.path) ?? '')
      ? module.imports
          .filter(({ target }) => {
            const group = groupOf(target)
            if (group === undefined) return !/^zod\/mini$/.test(target)
            return group === 'domains'
              ? !PLAIN.test(partOf(target) ?? '')
              : !['contract', 'lib'].includes(group)
          })
          .map(({ specifier, line }) => ({ line, text: `needs more than contract and lib: ${specifier}` }))
      : [],
)

export const registryGlobs = perModule(
  'the registry finds domains by glob, so adding one edits no file',
  (module) =>
    isRegistry(module.path)
      ? module.imports
          .filter(({ target, kind }) => groupOf(target) === 'domains' && kind !== 'glob')
          .map(({ specifier, line }) => ({ line, text: `registry names a domain: ${specifier}` }))
      : [],
)

/** Library → the only groups that may import it; `[]` means nobody under src. */
const DOORS: [RegExp, string[]][] = [
  [/^(echarts|zrender|echarts-for-react)(\/|$)/, ['charts', 'map']],
  [/^@tanstack\//, ['panel', 'app']],
  [/^zustand(\/|$)/, ['panel', 'screens', 'app']],
  [/^(jsonata|mqtt)(\/|$)/, ['data']],
  [/^(hls\.js|mpegts\.js)(\/|$)/, ['video']],
  [/^supercluster(\/|$)/, ['map']],
  [/^node:/, []],
]

export const doors = perModule('one door per library', (module) =>
  module.imports.flatMap(({ specifier, target, line }) => {
    const door = DOORS.find(([library]) => library.test(target))
    if (!door || door[1].includes(groupOf(module.path) ?? '')) return []
    return [{ line, text: `${specifier} comes in through ${door[1].join(', ') || 'nothing under src'} only` }]
  }),
)

/** What draws moving pictures: states of a picture are worked out in one place, from frames. */
const MEDIA =
  /(^|\.)(RTCPeerConnection|MediaSource|requestVideoFrameCallback|getVideoPlaybackQuality)$|^HTMLVideoElement\./

export const mediaDoor = perModule('pictures are played by src/video only', ({ path, uses }) =>
  groupOf(path) === 'video'
    ? []
    : uses
        .filter(({ name }) => MEDIA.test(name))
        .map(({ name, line }) => ({ line, text: `${name} is for src/video` })),
)

const leavesSrc = ({ path, imports }: Module) =>
  imports
    .filter(({ specifier, target }) => /^!?[./]/.test(specifier) && !target.startsWith('src/'))
    .map(({ specifier, line }) => ({ line, text: `${path} reaches outside src: ${specifier}` }))

export const demoMakesRecords = perModule(
  'the demo makes records; figures are counted by summaries',
  (module) =>
    groupOf(module.path) === 'demo'
      ? module.imports
          .filter(({ target }) => /^(summary|(overview-)?words\.[a-z]{2})(\.ts)?$/.test(partOf(target) ?? ''))
          .map(({ specifier, line }) => ({ line, text: `reads what is made of records: ${specifier}` }))
      : [],
)

export const inside = perModule('src imports nothing outside src (no tests, no mock-data)', leavesSrc)
