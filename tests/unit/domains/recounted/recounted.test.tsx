import { existsSync, readFileSync } from 'node:fs'
import { use } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { readCalendar } from '../../../../mock-data/generator/calendar'
import { createCity } from '../../../../src/demo/city'
import type { Demo } from '../../../../src/demo/kit/domain'
import { domains, loadAllPanels, panels } from '../../../../src/domains/registry'
import { dayStart, parseTime } from '../../../../src/lib/calendar'
import { FixedSize } from '../../../../src/panel/room'
import { cities, config, openCity } from '../../golden/city'
import { drawn } from '../../golden/drawn'
import { limitsOf } from '../../../../src/config/written'
import { metrics } from '../documents'
import { byHand, type Row } from './by-hand'

const limits = limitsOf(metrics)

vi.mock('../../../../src/panel/use-size', () => ({ useSize: () => [() => undefined, use(FixedSize)] }))
vi.mock('../../../../src/charts/Chart', () => ({ Chart: () => null }))
vi.mock('../../../../src/map/CityMap', () => ({ CityMap: () => null }))
await loadAllPanels()

const MOMENTS = ['2026-11-18T10:42', '2026-11-19T03:00', '2026-11-22T10:42'] as const

const demos = import.meta.glob<{ readonly demo: Demo }>('../../../../src/demo/*/demo.ts', { eager: true })
const ask = createCity({
  seed: (city, domain) => {
    const path = `mock-data/${city}/seed/${domain}.json`
    return Promise.resolve<unknown>(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)
  },
  demos: new Map(Object.entries(demos).map(([path, { demo }]) => [path.split('/').at(-2) ?? '', demo])),
  calendar: readCalendar('baiyun'),
})

const rowsIn = (body: object): readonly Row[] => ('rows' in body ? (body.rows as readonly Row[]) : [])

/**
 * The figure of a panel: the exact value where what is printed is rounded. Null where the panel has none, or one in each row of a list,
 * which is that of a part.
 */
function shownIn(lines: readonly string[], metric: string): number | null {
  const all = [...lines.join('\n').matchAll(new RegExp(`\\[${metric}(?: (-?[0-9.]+))?\\] ?([0-9,.]+)`, 'g'))]
  const [found] = all
  return found && all.length === 1 ? Number(found[1] ?? found[2]?.replaceAll(',', '')) : null
}

describe.each(cities)('every figure on the walls of %s is what its rows come to, counted by hand', (id) => {
  it.each(MOMENTS)('at %s', async (moment) => {
    const now = parseTime(`${moment}:00+08:00`)
    const city = await openCity(id)
    const { answers, feed } = await city.reading({ now, region: null })
    const setting = {
      now,
      region: null,
      answers,
      feed,
      sources: config.sources,
      size: { width: 912, height: 900 },
    }
    const wrong: string[] = []
    let compared = 0
    for (const {
      document: { id: domain },
    } of domains) {
      const document = answers.find(({ resource }) => resource.id === domain)?.document
      if (!document || !byHand[domain]) continue
      const kinds = new Map<string, readonly Row[]>()
      let asOf = Date.parse(document.asOf)
      for (const source of Object.keys(config.sources).filter((one) => one.startsWith(`${domain}.`))) {
        const kind = source.slice(domain.length + 1)
        const { body } = await ask(`${id}/${domain}/${kind}?since=`, now, null)
        kinds.set(kind, rowsIn(body))
        if ('asOf' in body) asOf = Date.parse(String(body.asOf))
      }
      const rows = {
        now: asOf,
        today: dayStart(asOf),
        limitDays: limits['hotline_p90_days'] ?? 0,
        of: (kind: string) => kinds.get(kind) ?? [],
      }
      const counted = Object.entries(byHand[domain]).map(([metric, count]) => [metric, count(rows)] as const)
      for (const panel of panels.values()) {
        if (panel.dataset.id !== domain) continue
        const { lines } = drawn(city, panel, setting)
        for (const [metric, value] of counted) {
          const shown = shownIn(lines, metric)
          if (shown === null) continue
          compared += 1
          if (shown !== value) wrong.push(`${panel.id} ${metric}: ${shown} on the wall, ${value} by hand`)
        }
      }
    }
    expect(wrong).toEqual([])
    // A city that has only a hall, and that is closed, has the fewest.
    expect(compared).toBeGreaterThan(2)
  })
})
