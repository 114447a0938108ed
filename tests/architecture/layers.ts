import { groupOf, panelOf, perModule, type Module } from './module'

const BASE = ['lib', 'ui', 'charts', 'video', 'map', 'contract']

/**
 * Group → groups it may import besides itself. A folder that is not here is reported until it is given a rank.
 * `charts` and `map` draw contract series, so they may name their types; the contract knows nothing of drawing.
 */
const MAY_IMPORT: Record<string, string[]> = {
  lib: [],
  styles: [],
  ui: ['lib'],
  charts: ['lib', 'ui', 'contract'],
  video: ['lib', 'ui'],
  map: ['lib', 'ui', 'contract'],
  contract: ['lib'],
  config: ['lib', 'contract'],
  data: ['lib', 'contract', 'config'],
  'panel-kit': [...BASE, 'config', 'data'],
  // Not config or data: a panel is given valid data and looks nowhere else.
  panels: [...BASE, 'panel-kit'],
  screens: [...BASE, 'config', 'data', 'panel-kit', 'panels'],
  app: [...BASE, 'config', 'data', 'panel-kit', 'panels', 'screens'],
  'main.tsx': ['app', 'styles'],
}

const REGISTRY = 'src/panels/registry.ts'

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

const isRegistry = (target: string) => target.replace(/\.ts$/, '') === REGISTRY.replace(/\.ts$/, '')

export const islands = perModule(
  'panels-are-islands: nobody but the registry reaches into a panel',
  (module) => {
    if (module.path === REGISTRY) return []
    const own = panelOf(module.path)
    if (!own && module.path.startsWith('src/panels/'))
      return [{ line: 1, text: 'src/panels holds one folder a panel and registry.ts, nothing else' }]
    return module.imports
      .filter(({ target }) => groupOf(target) === 'panels')
      .filter(({ target }) => (own ? !target.startsWith(`${own}/`) : !isRegistry(target)))
      .map(({ specifier, line }) => ({
        line,
        text: own ? `a panel may not import ${specifier}` : `see panels/registry only, not ${specifier}`,
      }))
  },
)

export const registryGlobs = perModule(
  'the registry finds panels by glob, so adding one edits no file',
  (module) =>
    module.path === REGISTRY
      ? module.imports
          .filter(({ target, kind }) => groupOf(target) === 'panels' && kind !== 'glob')
          .map(({ specifier, line }) => ({ line, text: `registry names a panel: ${specifier}` }))
      : [],
)

/** Library → the only groups that may import it; `[]` means nobody under src. */
const DOORS: [RegExp, string[]][] = [
  [/^(echarts|zrender|echarts-for-react)(\/|$)/, ['charts', 'map']],
  [/^@tanstack\//, ['panel-kit', 'app']],
  [/^zustand(\/|$)/, ['screens', 'app']],
  [/^(jsonata|mqtt)(\/|$)/, ['data']],
  [/^wouter(\/|$)/, ['app']],
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

const leavesSrc = ({ path, imports }: Module) =>
  imports
    .filter(({ specifier, target }) => /^!?[./]/.test(specifier) && !target.startsWith('src/'))
    .map(({ specifier, line }) => ({ line, text: `${path} reaches outside src: ${specifier}` }))

export const inside = perModule('src imports nothing outside src (no tests, no mock-data)', leavesSrc)
