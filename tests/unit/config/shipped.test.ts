import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { appConfig } from '../../../src/config/app-config'
import { idsOf } from '../../../src/config/written'
import { cityConfig } from '../../../src/config/city'
import { readRules } from '../../../src/config/rules'
import { metricDictionary } from '../../../src/config/metrics'
import { sceneConfig, type Arrangement } from '../../../src/config/scene'
import { cellOf } from '../../../src/config/written'
import type { Counting } from '../../../src/contract/records/counting'
import type { Resource } from '../../../src/contract/resource'
import { domainOf } from '../../../src/data/record-sources'
import { domains, loadAllPanels, panels } from '../../../src/domains/registry'
import { actionsOf } from '../../../src/domains/registry-actions'
import { parseRegionMap } from '../../../src/map/geo'

const filesOf = (folder: string) =>
  readdirSync(`public/${folder}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
const read = (path: string): unknown => JSON.parse(readFileSync(`public/${path}`, 'utf8'))

const asked = import.meta.glob<Readonly<Record<string, Resource>>>('../../../src/domains/*/resources.ts', {
  eager: true,
})
const countings = import.meta.glob<Counting>('../../../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})
const cities = filesOf('config/cities')
const scenes = filesOf('config/scenes')
const profiles = readdirSync('public').filter((name) => /^config(\.[a-z0-9-]+)?\.json$/.test(name))
await loadAllPanels()

describe('every shipped file passes its own check', () => {
  it.each(profiles)('%s: and what it names exists', (name) => {
    const config = appConfig.parse(read(name))
    expect(idsOf(config.cities).filter((id) => !cities.includes(id))).toEqual([])
    expect(idsOf(config.scenes).filter((id) => !scenes.includes(id))).toEqual([])
    expect(idsOf(config.cities)).toContain(config.defaults.city)
    expect(idsOf(config.scenes)).toContain(config.defaults.scene)
    // Written twice so that nothing has to be read for it; so it must be the same.
    const named = config.cities.map((entry) => ({ entry, id: idsOf([entry])[0] ?? '' }))
    for (const { entry, id } of named)
      expect(entry).toEqual({ id, name: cityConfig.parse(read(`config/cities/${id}.json`)).name })
    for (const entry of config.scenes) {
      const [id = ''] = idsOf([entry])
      const { title, dataset } = sceneConfig.parse(read(`config/scenes/${id}.json`))
      expect(entry).toEqual({ id, title, ...(dataset !== null && { dataset }) })
    }
    const dictionaries = filesOf('config/metrics')
    expect(Object.keys(config.sources).filter((id) => !dictionaries.includes(domainOf(id)))).toEqual([])
  })

  it.each(profiles)(
    '%s: each source is of a resource there is, and derived only where that can be',
    (name) => {
      const { sources } = appConfig.parse(read(name))
      const all = Object.values(asked).flatMap((one) => Object.values(one))
      const answered = all.filter(({ kind }) => kind !== 'action').map(({ id }) => id)
      const done = [
        ...domains.flatMap(({ id }) => actionsOf(id).map((action) => action.id)),
        ...all.filter(({ kind }) => kind === 'action').map(({ id }) => id),
      ]
      const kinds = new Set(
        Object.values(countings).flatMap((counting) => counting.kinds.map(({ id }) => id)),
      )
      for (const [id, { derive, records, act, link }] of Object.entries(sources)) {
        const known = act || link ? done : records ? [...kinds] : answered
        expect(known).toContain(id)
        const { derivation = null } = domains.find(({ document }) => document.id === id)?.document ?? {}
        if (derive) expect(derivation, id).not.toBeNull()
      }
    },
  )

  it.each(profiles)('%s: only a demo asks the demo, and about the shown city and place', (name) => {
    const { mode, sources } = appConfig.parse(read(name))
    const addresses = Object.values(sources).flatMap(({ poll, records }) =>
      poll ? [{ url: poll.url, records }] : [],
    )
    expect(addresses.length).toBeGreaterThan(3)
    for (const { url, records } of addresses)
      // Records are of the whole city: the town is found in them.
      if (mode === 'demo')
        expect(url).toMatch(records ? /^demo\/\{city\}\// : /^demo\/\{city\}\/.*\{region\}/)
      else expect(url).not.toMatch(/^demo\//)
  })

  it('every domain has its rules, were it none: a live wall asks for them, and a file that is away is a failed request', () => {
    expect(filesOf('config/rules').toSorted()).toEqual(filesOf('config/metrics').toSorted())
    for (const id of filesOf('config/rules'))
      expect(readRules(read(`config/rules/${id}.json`)), id).toMatchObject({ problems: [] })
  })

  it.each(cities)('city %s: its map is here, readable, and about its towns', (id) => {
    const city = cityConfig.parse(read(`config/cities/${id}.json`))
    expect(city.id).toBe(id)
    expect(existsSync(`public/${city.map}`)).toBe(true)
    const { towns } = parseRegionMap(read(city.map))
    expect(towns.length).toBeGreaterThan(0)
    // 441600 (a city) covers 441602001; 440111 (a district) covers 440111001.
    const own = city.code.replace(/00$/, '')
    expect(towns.filter(({ code }) => !code.startsWith(own)).map(({ code }) => code)).toEqual([])
  })

  it.each(scenes)('scene %s: every panel exists and every area has one', (id) => {
    const scene = sceneConfig.parse(read(`config/scenes/${id}.json`))
    expect(scene.id).toBe(id)
    for (const arrangement of [scene.present, ...(scene.absent ? [scene.absent] : [])]) {
      expect(
        Object.values(arrangement.panels)
          .map((cell) => cellOf(cell).panel)
          .filter((panel) => !panels.has(panel)),
      ).toEqual([])
      const named = Object.keys(arrangement.panels)
      const used = layoutsOf(arrangement).flatMap(([, { areas }]) =>
        areas.flatMap((row) => row.trim().split(/\s+/)),
      )
      expect(used.filter((area) => area !== '.' && !named.includes(area))).toEqual([])
    }
  })

  it.each(scenes)('scene %s: every area is one rectangle, or CSS drops the whole grid', (id) => {
    const { present, absent } = sceneConfig.parse(read(`config/scenes/${id}.json`))
    for (const arrangement of [present, ...(absent ? [absent] : [])])
      for (const [aspect, { areas }] of layoutsOf(arrangement))
        expect(ragged(areas), `${id} ${aspect}`).toEqual([])
  })

  it.each(scenes)('scene %s: no panel stands across the seam between two cabinets of a long wall', (id) => {
    const { present, absent } = sceneConfig.parse(read(`config/scenes/${id}.json`))
    for (const arrangement of [present, ...(absent ? [absent] : [])])
      for (const [aspect, layout] of layoutsOf(arrangement))
        if (aspect === '32:9' || aspect === '48:9')
          expect(across(layout, aspect === '32:9' ? 4 : 6), `${id} ${aspect}`).toEqual([])
  })
})

/** Of a whole city and of one without some domains. */
const layoutsOf = ({ layouts, partly = {} }: Arrangement) => [
  ...Object.entries(layouts),
  ...Object.entries(partly),
]

/** Areas that begin in one of so many modules of equal width and end in another. */
function across(
  { columns, areas }: { columns: readonly number[]; areas: readonly string[] },
  modules: number,
) {
  const total = columns.reduce((all, one) => all + one, 0)
  const edge = (at: number) => (columns.slice(0, at).reduce((all, one) => all + one, 0) / total) * modules
  const rows = areas.map((row) => row.trim().split(/\s+/))
  return [...new Set(rows.flat())].filter((name) =>
    rows.some((row) => {
      if (!row.includes(name)) return false
      const [begin, end] = [edge(row.indexOf(name)), edge(row.lastIndexOf(name) + 1)]
      return Math.ceil(end - 0.05) - Math.floor(begin + 0.05) > 1
    }),
  )
}

/** Areas whose cells do not fill their own bounding box. */
function ragged(rows: readonly string[]): string[] {
  const cells = rows.flatMap((row, y) =>
    row
      .trim()
      .split(/\s+/)
      .map((name, x) => ({ name, x, y })),
  )
  const names = [...new Set(cells.map(({ name }) => name))].filter((name) => name !== '.')
  return names.filter((name) => {
    const own = cells.filter((cell) => cell.name === name)
    const span = (key: 'x' | 'y') =>
      Math.max(...own.map((c) => c[key])) - Math.min(...own.map((c) => c[key])) + 1
    return own.length !== span('x') * span('y')
  })
}

const disputes = z.object({ contradictions: z.array(z.object({ metrics: z.array(z.string()) })) })
const disputedIn = (path: string) =>
  disputes.parse(JSON.parse(readFileSync(path, 'utf8'))).contradictions.flatMap(({ metrics }) => metrics)

describe('the KPI dictionaries', () => {
  const dictionaries = filesOf('config/metrics').map((id) => ({
    id,
    metrics: metricDictionary.parse(read(`config/metrics/${id}.json`)).metrics,
  }))
  const defined = new Map(dictionaries.flatMap(({ id, metrics }) => Object.keys(metrics).map((m) => [m, id])))

  it('define each metric once', () => {
    const all = dictionaries.flatMap(({ metrics }) => Object.keys(metrics))
    expect(all.filter((metric, i) => all.indexOf(metric) !== i)).toEqual([])
  })

  it.each([...panels.keys()])('panel %s: its metrics are in its dataset’s dictionary', (id) => {
    const panel = panels.get(id)
    const dataset = panel?.dataset.id ?? ''
    // A panel of published figures names those that contradict each other, to carry the mark 口径待核.
    const disputed = cities.flatMap((city) => disputedIn(`mock-data/${city}/${dataset}.json`))
    const unknown = panel?.metrics.filter((m) => defined.get(m) !== dataset && !disputed.includes(m))
    expect(unknown).toEqual([])
  })
})
