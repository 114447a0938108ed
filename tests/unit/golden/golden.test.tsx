import { use } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ChartProps } from '../../../src/charts/Chart'
import type { FormData } from '../../../src/charts/form-table'
import { domains, loadAllPanels, panels } from '../../../src/domains/registry'
import type { CityMapProps } from '../../../src/map/CityMap'
import { FixedSize } from '../../../src/panel/room'
import { look } from '../charts/table'
import { metrics } from '../domains/documents'
import { chartLines } from './chart-lines'
import { cities, openCity, type City } from './city'
import { contradictions, unevenRates, type Shown } from './contradictions'
import { drawn, type Drawn } from './drawn'
import { unexplained } from './glyphs'
import { grouped } from './grouped'
import { LED_TO } from './led-to'
import { ledTo, listed, recounted } from './recounted'
import { accept, ACCEPT, keptFiles, keptText, removeFile, writeFile } from './list-files'
import { differences, textOf } from './list-text'
import { roomsOf } from './rooms'
import { settingOf, states, type Setting } from './states'
import { wordFaults } from './word-rules'

/** Nothing is laid out here: whatever asks for its room has its panel's. */
vi.mock('../../../src/panel/use-size', () => ({
  useSize: () => [() => undefined, use(FixedSize)],
}))
/** A chart has room for all its rows, and says its numbers instead of drawing them. */
vi.mock('../../../src/charts/Chart', async () => {
  const { allForms } = await import('../../../src/charts/form-table')
  const { drawnIn } = await import('./glyphs')
  const FORMS = await allForms()
  return {
    Chart<Name extends keyof FormData>({ label, data, form }: ChartProps<Name>) {
      const width = use(FixedSize)?.width ?? 0
      const lines = [`图 ${label}`, ...chartLines(FORMS[form](data, look(width, 1200)))]
      return (
        <div>
          {lines.map((line, i) => (
            <p key={i}>{line}</p>
          ))}
          {drawnIn(data).map((drawing, i) => (
            <i key={i} {...drawing} />
          ))}
          {'leads' in data &&
            data.leads?.map(
              (lead, i) =>
                lead !== null && (
                  <i key={i} data-lead={lead}>
                    <i data-value={data.values[i]} />
                  </i>
                ),
            )}
          {'rows' in data &&
            data.rows.map(
              (row) =>
                'lead' in row &&
                row.lead && (
                  <i key={row.key} data-lead={row.lead}>
                    <i data-value={row.value} />
                  </i>
                ),
            )}
        </div>
      )
    },
  }
})
/** A map says what each of its towns is called. */
vi.mock('../../../src/map/CityMap', () => ({
  CityMap: ({ title, map, label }: CityMapProps) =>
    [`图 ${title}`, ...map.towns.map(({ code }) => label(code))].map((line, i) => <p key={i}>{line}</p>),
}))
await loadAllPanels()

/** Led to by the line under a list that says how many more there are: no panel prints their figure. */
const UNPRINTED = new Set(['terminal_faults_town'])

/** A city as every state has it; each is worked out when the first panel asks. */
async function settingsOf(id: string) {
  const city = await openCity(id)
  const begun = new Map<string, Promise<Setting>>()
  const of = (name: string, make: (city: City) => Promise<Setting>) => {
    const setting = begun.get(name) ?? make(city)
    begun.set(name, setting)
    return setting
  }
  return { city, of }
}
const opened = new Map<string, ReturnType<typeof settingsOf>>()

type Drawings = ReadonlyMap<string, ReadonlyMap<string, Drawn>>
const drawings = new Map<string, Promise<Drawings>>()

/** Drawn once for all that is asked of it. */
function sightsOf(id: string, panelIds: readonly string[]): Promise<Drawings> {
  const key = `${id} ${panelIds.join()}`
  const begun = drawings.get(key) ?? draw(id, panelIds)
  drawings.set(key, begun)
  return begun
}

async function draw(id: string, panelIds: readonly string[]): Promise<Drawings> {
  const opening = opened.get(id) ?? settingsOf(id)
  opened.set(id, opening)
  const { city, of } = await opening
  const sights = new Map<string, Map<string, Drawn>>()
  for (const panelId of panelIds) {
    const panel = panels.get(panelId)
    if (!panel) throw new Error(`no panel ${panelId}`)
    const own = new Map<string, Drawn>()
    for (const [name, state] of Object.entries(states)) {
      const whole = await of(name, state.of)
      const setting = settingOf(state, whole, panel)
      if (setting) own.set(name, drawn(city, panel, setting))
    }
    sights.set(panelId, own)
  }
  return sights
}

/** The moments at which a whole city answers for itself. */
const SPOTS = new Set(['live', 'night', 'sunday'])
const LISTED = new Set([...SPOTS, 'town'])

/** Numbers of the marks that stand once in the title, and once more where their row or figure is. */
const placed = (one: Drawn | undefined): string[] =>
  [...grouped(one?.marks ?? [], (no) => no)].flatMap(([no, all]) => (all.length > 1 ? no : []))

const rates = new Set(Object.entries(metrics).flatMap(([id, { unit }]) => (unit === '%' ? id : [])))

const files = cities.flatMap((city) =>
  domains.map(({ id, chunks }) => ({
    file: `${city}/${id}.txt`,
    city,
    panelIds: chunks.flatMap((chunk) => chunk.panels),
  })),
)

describe('the golden list', () => {
  it.each(files)('$file', async ({ file, city, panelIds }) => {
    const text = textOf(await sightsOf(city, panelIds))
    if (accept) return writeFile(file, text)
    const kept = keptText(file)
    if (kept === null) return expect.fail(`${file} is not in the golden list. If it belongs there: ${ACCEPT}`)
    const found = differences(kept, text)
    if (found.length > 0)
      expect.fail([`${file} is not what is drawn now. If this is intended: ${ACCEPT}`, ...found].join('\n'))
    return undefined
  })

  it('has no file of a city or a domain that is gone', () => {
    const superfluous = keptFiles().filter((kept) => !files.some(({ file }) => file === kept))
    if (accept) superfluous.forEach(removeFile)
    else expect(superfluous, ACCEPT).toEqual([])
  })
})

// Run alone, the first of them draws everything.
describe('on every wall', { timeout: 600_000 }, () => {
  const sightsIn = (id: string) =>
    Promise.all(files.filter(({ city }) => city === id).map(({ panelIds }) => sightsOf(id, panelIds)))

  it.each(cities)('of %s the words are those of the glossary', async (id) => {
    const { city } = await (opened.get(id) ?? settingsOf(id))
    const ground = { tier: city.city.tier, towns: (city.map.map?.towns ?? []).map(({ name }) => name) }
    const faults = (await sightsIn(id)).flatMap((sights) =>
      [...sights].flatMap(([panel, own]) =>
        [...own].flatMap(([state, { lines }]) =>
          wordFaults(lines, ground).map((fault) => `${panel} · ${state}: ${fault}`),
        ),
      ),
    )
    expect(faults).toEqual([])
  })

  it.each(cities)('of %s one figure is one thing, whatever panel and moment', async (id) => {
    const sights = await sightsIn(id)
    const shownIn = (state: string): Shown[] =>
      sights.flatMap((own) =>
        [...own].flatMap(([panel, all]) => {
          const one = all.get(state)
          return one ? [{ panel, figures: one.figures }] : []
        }),
      )
    // A card is the same moment as a module: whatever the room, the figures are the same.
    const walls = [['live', 'card'], ['night'], ['sunday'], ['town'], ['demo']]
    const faults = walls.flatMap((wall) =>
      contradictions(wall.flatMap(shownIn)).map((fault) => `${wall[0]}: ${fault}`),
    )
    expect(faults).toEqual([])
    expect(unevenRates(rates, walls.flat().flatMap(shownIn))).toEqual([])
  })

  it.each(cities)(
    'of %s a row that stands in the list of exceptions is never what does not fit',
    async (id) => {
      const faults = (await sightsIn(id)).flatMap((sights) =>
        [...sights].flatMap(([panel, own]) => {
          // The list itself says how many more there are.
          if (panel === 'exceptions') return []
          const onCard = placed(own.get('card'))
          const gone = placed(own.get('live')).filter((no) => !onCard.includes(no))
          return gone.length === 0 ? [] : `${panel}: ${gone.join()} has no row on a card`
        }),
      )
      expect(faults).toEqual([])
    },
  )

  it.each(cities)(
    'of %s the row of every mark is in sight in whatever room the panel has on any wall',
    async (id) => {
      const { city, of } = await (opened.get(id) ?? settingsOf(id))
      const { live } = states
      if (!live) throw new Error('no state is called live')
      const whole = await of('live', live.of)
      const faults = (await sightsIn(id)).flatMap((sights) =>
        [...sights].flatMap(([panelId, own]) => {
          const panel = panels.get(panelId)
          const marks = placed(own.get('live'))
          if (!panel || panelId === 'exceptions' || marks.length === 0) return []
          const fresh = settingOf(live, whole, panel) ?? whole
          return roomsOf(panelId).flatMap((size) => {
            const seen = placed(drawn(city, panel, { ...fresh, size }))
            const gone = marks.filter((no) => !seen.includes(no))
            return gone.length === 0 ? [] : `${panelId} ${size.width}×${size.height}: ${gone.join()}`
          })
        }),
      )
      expect(faults).toEqual([])
    },
  )

  it.each(cities)('of %s what looks as if it led on does', async (id) => {
    const faults = (await sightsIn(id)).flatMap((sights) =>
      [...sights].flatMap(([panel, own]) =>
        [...own].flatMap(([state, { deadEnds }]) => deadEnds.map((end) => `${panel} · ${state}: ${end}`)),
      ),
    )
    expect(faults).toEqual([])
  })

  it.each(cities)('of %s every mark of a chart is told in words beside it', async (id) => {
    const faults = (await sightsIn(id)).flatMap((sights) =>
      [...sights].flatMap(([panel, own]) =>
        [...own].flatMap(([state, { glyphs, lines }]) =>
          // The line above the intake has no room for it on a 16:9 wall; a wide module and the ⓘ say it.
          unexplained(panel === 'hotline' ? glyphs.filter((one) => one !== 'band') : glyphs, lines).map(
            (glyph) => `${panel} · ${state}: ${glyph}`,
          ),
        ),
      ),
    )
    expect(faults).toEqual([])
  })

  it.each(cities)('of %s the figures that can be counted by hand are what its rows come to', async (id) => {
    const { of } = await (opened.get(id) ?? settingsOf(id))
    const sights = await sightsIn(id)
    for (const [name, state] of Object.entries(states)) {
      if (!SPOTS.has(name)) continue
      const { now, answers } = await of(name, state.of)
      const said = sights.flatMap((own) =>
        [...own].flatMap(([panel, all]) => ({ panel, lines: all.get(name)?.lines ?? [] })),
      )
      const { compared, wrong } = await recounted(id, now, answers, said)
      expect(wrong, name).toEqual([])
      // A city that has only a hall, and that is closed, has the fewest.
      expect(compared, name).toBeGreaterThan(2)
    }
  })

  it('the list behind a figure is as long as the figure says, in every city and of every figure that has one', async () => {
    const seen = new Set<string>()
    for (const id of cities) {
      const { of } = await (opened.get(id) ?? settingsOf(id))
      const sights = await sightsIn(id)
      for (const [name, state] of Object.entries(states)) {
        if (!LISTED.has(name)) continue
        const setting = await of(name, state.of)
        const said = sights.flatMap((own) =>
          [...own].flatMap(([panel, all]) => ({ panel, lines: all.get(name)?.lines ?? [] })),
        )
        const { compared, wrong } = await listed(setting, said)
        expect(wrong, `${id} ${name}`).toEqual([])
        for (const metric of compared) seen.add(metric)
      }
    }
    const all = Object.entries(metrics).flatMap(([metric, { rows }]) => (rows ? metric : []))
    expect(all.filter((metric) => !seen.has(metric) && !UNPRINTED.has(metric))).toEqual([])
  })

  it('a press on a row opens as many records as its figure says, or the one it speaks of, in every city', async () => {
    const seen = new Set<string>()
    for (const id of cities) {
      const { of } = await (opened.get(id) ?? settingsOf(id))
      const sights = await sightsIn(id)
      for (const [name, state] of Object.entries(states)) {
        if (!LISTED.has(name)) continue
        const leads = sights.flatMap((own) => [...own].flatMap(([, all]) => all.get(name)?.leads ?? []))
        const { compared, wrong } = await ledTo(await of(name, state.of), leads)
        expect(wrong, `${id} ${name}`).toEqual([])
        for (const kind of compared) seen.add(kind)
      }
    }
    expect(seen).toEqual(LED_TO)
  })
})
