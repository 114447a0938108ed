// What the first view weighs, in two stages, from the build's own import graph. `node tests/bench/weigh.mjs` prints it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildGraph, closure, reachable } from './graph.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const WALL = 'src/screens/wall/Wall.tsx'
const CHARTS = 'src/charts/EngineChart.tsx'
/** Threads that a page starts with, by the name of their file. */
const THREADS = {
  live: ['data.worker', 'map.worker'],
  demo: ['data.worker', 'map.worker', 'city.worker'],
}

const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** The script that a source file was built into. */
const builtInto = (modules, source) => {
  const found = [...modules].find(([, { sources }]) => sources.includes(source))
  if (!found) throw new Error(`${source} was not built`)
  return found[0]
}

/** Ids of the panels of the first scene as the first city shows it on a 16:9 wall. */
function firstPanels(config, city) {
  const { panels, layouts } = json(`public/config/scenes/${config.defaults.scene}.json`).present
  const areas = new Set(layouts['16:9'].areas.flatMap((row) => row.trim().split(/\s+/)))
  return Object.entries(panels)
    .filter(([area]) => areas.has(area))
    .map(([, cell]) => {
      const id = typeof cell === 'string' ? cell : cell.panel
      return city.replace?.[id] ?? id
    })
}

/** Source file in which each panel is defined, by the panel's id. */
function definitions() {
  const folder = 'src/domains'
  const sources = readdirSync(join(root, folder), { recursive: true }).filter((path) => /\.tsx?$/.test(path))
  return new Map(
    sources.flatMap((path) => {
      const source = `${folder}/${path.replaceAll('\\', '/')}`
      const found = readFileSync(join(root, source), 'utf8').matchAll(/definePanel[^{]*\{\s*id: '([^']+)'/g)
      return [...found].map(([, id]) => [id, source])
    }),
  )
}

/** The scripts that draw every figure of the first view. */
function figureScripts({ modules }, entries, panels) {
  const scripts = closure(modules, [...entries, builtInto(modules, WALL)])
  const defined = definitions()
  for (const id of panels) {
    const source = defined.get(id)
    if (!source) throw new Error(`no domain defines the panel ${id}`)
    for (const name of closure(modules, [builtInto(modules, source)])) scripts.add(name)
  }
  return scripts
}

const threads = ({ modules }, names) => {
  const wanted = [...modules.keys()].filter((file) => names.some((name) => file.includes(`/${name}-`)))
  return closure(modules, wanted)
}

/**
 * What keeps and counts records, with what it brings along and the threads do not have yet; parts of threads are known by the names of
 * their files.
 */
const COUNTING = /\/(records|shelf|put-page|answer|raise|summary)-[^/]+\.js$/
function countingScripts({ files, modules }, before) {
  const scripts = closure(
    modules,
    [...files.keys()].filter((name) => COUNTING.test(name)),
  )
  return [...scripts].filter((name) => !before.has(name))
}

/** Files of the configuration, the city and its map. An entry without a name has to be read for its name. */
function configFiles(config, city) {
  const read = (entries, shown) =>
    entries
      .filter((entry) => typeof entry === 'string' || entry.id === shown)
      .map((entry) => entry.id ?? entry)
  return [
    'public/config.json',
    `public/${city.map}`,
    ...read(config.cities, city.id).map((id) => `public/config/cities/${id}.json`),
    ...read(config.scenes, config.defaults.scene).map((id) => `public/config/scenes/${id}.json`),
    ...[...new Set(Object.keys(config.sources).map((id) => id.split('.')[0]))].map(
      (id) => `public/config/metrics/${id}.json`,
    ),
  ]
}

const packed = new Map()

/** Bytes on the wire, as a server that packs text sends them. */
function sizeOf(parts) {
  const sum = { gz: 0, br: 0 }
  for (const [name, bytes] of parts) {
    if (!packed.has(name))
      packed.set(name, { gz: gzipSync(bytes, { level: 9 }).length, br: brotliCompressSync(bytes).length })
    sum.gz += packed.get(name).gz
    sum.br += packed.get(name).br
  }
  return sum
}

/** The scripts that the page itself names. An entry that only imports is no file of its own. */
function startScripts(page) {
  const names = [...page.matchAll(/<script type="module"[^>]* src="\.\/([^"]+)"/g)].map(([, name]) => name)
  if (names.length === 0) throw new Error('index.html names no script')
  return names
}

/**
 * Builds and weighs: `{ live, demo }` each with `figures` and `charts` (all that has arrived by then) in bytes, `parts` of the
 * figures by kind; `shell` of the entry alone; and two lists that must be empty: `chartsInEntry`, `demoInLive`.
 */
export async function weigh() {
  const graph = await buildGraph(root)
  const { files, modules } = graph
  const config = json('public/config.json')
  const city = json(`public/config/cities/${config.defaults.city}.json`)
  const entries = startScripts(files.get('index.html').toString())
  const figures = figureScripts(graph, entries, firstPanels(config, city))
  const charts = closure(modules, [builtInto(modules, CHARTS)])
  const built = (names) => [...names].map((name) => [name, files.get(name)])
  const own = (paths) => paths.map((path) => [path, readFileSync(join(root, path))])
  const styles = (names) => new Set([...names].flatMap((name) => modules.get(name).css))
  const weighed = (mode) => {
    const parts = {
      scripts: built(figures),
      styles: built(styles(figures)),
      threads: built(threads(graph, THREADS[mode])),
      page: [['index.html', files.get('index.html')]],
      config: own(configFiles(config, city)),
      city: mode === 'demo' ? built([`mock-data/${city.id}/seed.json`]) : [],
      // What the data worker loads late, to keep and count records: in the demo every figure waits for it.
      counting:
        mode === 'demo'
          ? built(countingScripts(graph, new Set([...figures, ...threads(graph, THREADS[mode])])))
          : [],
    }
    const first = Object.values(parts).flat()
    const all = [...first, ...built(charts)]
    return {
      figures: sizeOf(new Map(first)),
      charts: sizeOf(new Map(all)),
      parts: Object.fromEntries(Object.entries(parts).map(([kind, list]) => [kind, sizeOf(list).gz])),
    }
  }
  const isDemo = (path) => path.startsWith('src/demo/')
  const live = reachable(modules, entries, ({ facade }) => !isDemo(facade ?? ''))
  return {
    live: weighed('live'),
    demo: weighed('demo'),
    shell: sizeOf(built(closure(modules, entries))),
    scripts: Object.fromEntries(
      built(new Set([...figures, ...charts])).map(([name, bytes]) => [name, gzipSync(bytes).length]),
    ),
    chartsInEntry: [...figures].filter((name) =>
      modules.get(name).sources.some((source) => /node_modules\/(echarts|zrender)/.test(source)),
    ),
    demoInLive: [...live].flatMap((name) => modules.get(name).sources.filter(isDemo)),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await weigh(), null, 1))
