import { use } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { domains, panels } from '../../../../src/domains/registry'
import { dayStart } from '../../../../src/lib/calendar'
import { FixedSize } from '../../../../src/panel/room'
import { answer, cities, config } from '../../golden/city'
import { wholeCity } from '../../golden/whole-city'
import { limitsOf } from '../../../../src/config/written'
import { metrics } from '../documents'
import { byHand, type Row } from './by-hand'

const limits = limitsOf(metrics)

vi.mock('../../../../src/panel/use-size', () => ({ useSize: () => [() => undefined, use(FixedSize)] }))
vi.mock('../../../../src/charts/Chart', () => ({ Chart: () => null }))
vi.mock('../../../../src/map/CityMap', () => ({ CityMap: () => null }))

const MOMENTS = ['2026-11-18T10:42', '2026-11-19T03:00', '2026-11-22T10:42'] as const

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

describe.each(cities)('the figures of %s that can be counted by hand are what its rows come to', (id) => {
  it.each(MOMENTS)('at %s', async (moment) => {
    const { now, answers, said } = await wholeCity(id, moment, { width: 912, height: 900 })
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
        const { body } = await answer(`${id}/${domain}/${kind}?since=`, now, null)
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
        const { lines } = said(panel.id)
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
