import { use } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ChartProps } from '../../../src/charts/Chart'
import type { FormData } from '../../../src/charts/form-table'
import { domains, loadAllPanels, panels } from '../../../src/domains/registry'
import type { CityMapProps } from '../../../src/map/CityMap'
import { FixedSize } from '../../../src/panel/room'
import { look } from '../charts/table'
import { chartLines } from './chart-lines'
import { cities, openCity, type City } from './city'
import { drawn } from './drawn'
import { accept, ACCEPT, keptFiles, keptText, removeFile, writeFile } from './list-files'
import { differences, textOf, type Sights } from './list-text'
import { settingOf, states, type Setting } from './states'

/** Nothing is laid out here: whatever asks for its room has its panel's. */
vi.mock('../../../src/panel/use-size', () => ({
  useSize: () => [() => undefined, use(FixedSize)],
}))
/** A chart has room for all its rows, and says its numbers instead of drawing them. */
vi.mock('../../../src/charts/Chart', async () => {
  const { allForms } = await import('../../../src/charts/form-table')
  const FORMS = await allForms()
  return {
    Chart<Name extends keyof FormData>({ label, data, form }: ChartProps<Name>) {
      const width = use(FixedSize)?.width ?? 0
      return [`图 ${label}`, ...chartLines(FORMS[form](data, look(width, 1200)))].map((line, i) => (
        <p key={i}>{line}</p>
      ))
    },
  }
})
/** A map says what each of its towns is called. */
vi.mock('../../../src/map/CityMap', () => ({
  CityMap: ({ title, map, label }: CityMapProps) =>
    [`图 ${title}`, ...map.towns.map(({ code }) => label(code))].map((line, i) => <p key={i}>{line}</p>),
}))
await loadAllPanels()

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

async function sightsOf(id: string, panelIds: readonly string[]): Promise<Sights> {
  const opening = opened.get(id) ?? settingsOf(id)
  opened.set(id, opening)
  const { city, of } = await opening
  const sights = new Map<string, Map<string, ReturnType<typeof drawn>>>()
  for (const panelId of panelIds) {
    const panel = panels.get(panelId)
    if (!panel) throw new Error(`no panel ${panelId}`)
    const own = new Map<string, ReturnType<typeof drawn>>()
    for (const [name, state] of Object.entries(states)) {
      const whole = await of(name, state.of)
      const setting = settingOf(state, whole, panel)
      if (setting) own.set(name, drawn(city, panel, setting))
    }
    sights.set(panelId, own)
  }
  return sights
}

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
