import { describe, expect, it } from 'vitest'
import { byUrgency } from '../../../../src/contract/severity'
import { at, cn, limits } from '../cities'
import { demo, hotlineAt, seed, simulate } from './day'

const days = Array.from({ length: 7 }, (_, i) => `2026-11-${String(3 * i + 5).padStart(2, '0')} 10:42`)
const seen = days.map((moment) => ({ now: at(moment), document: hotlineAt(moment) }))

describe('overdue orders', () => {
  it('do happen, and not every hour: an alarm is news', () => {
    const counts = seen.map(({ document }) => document.operation?.overdue.value ?? 0)
    expect(Math.max(...counts)).toBeGreaterThan(0)
    expect(Math.min(...counts)).toBeLessThan(10)
  })

  it('are each in the list, with owner, deadline and next action', () => {
    for (const { document, now } of seen) {
      const items = document.exceptions.filter(({ metric }) => metric === 'hotline_overdue_open')
      // The rule raises eight at most: after a weekend there are more.
      expect(items).toHaveLength(Math.min(8, document.operation?.overdue.value ?? -1))
      for (const item of items) {
        expect(item).toMatchObject({ severity: 'critical', domain: 'hotline' })
        expect(Date.parse(item.due)).toBeLessThan(now)
        expect(Date.parse(item.due) - Date.parse(item.since)).toBe(10 * 86_400_000)
        expect(demo.towns.map(({ code }) => code)).toContain(item.place?.code)
        expect(document.operation?.orders.map(({ orderNo }) => orderNo)).toContain(item.subject)
      }
    }
  })

  it('are one item each, whatever the moment', () => {
    for (const { document } of seen) {
      const ids = document.exceptions.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('stay the same item from one minute to the next', () => {
    const [, second] = seen
    const before = hotlineAt((second?.now ?? 0) - 60_000).exceptions
    const ids = new Set(before.map(({ id }) => id))
    expect(second?.document.exceptions.filter(({ id }) => !ids.has(id)).length).toBeLessThan(3)
  })
})

describe('a place that keeps coming back', () => {
  const now = at('2026-11-18 10:42')
  const repeats = (limit: Record<string, number>) =>
    simulate(seed, { now, region: null, limits: limit, calendar: cn }).exceptions.filter(
      ({ metric }) => metric === 'hotline_repeat_rate',
    )
  const worst = hotlineAt(now).operation?.repeats.clusters[0]

  it('is raised at the configured limit, and not one below it', () => {
    const count = worst?.count ?? 0
    expect(repeats({ hotline_repeat_cluster: count })).toHaveLength(1)
    expect(repeats({ hotline_repeat_cluster: count + 1 })).toHaveLength(0)
    expect(repeats({})).toHaveLength(0)
  })

  it('names the place and is due within its working day', () => {
    const [item] = repeats({ hotline_repeat_cluster: 1 })
    expect(item).toMatchObject({
      severity: 'major',
      subject: worst?.key,
      place: { code: worst?.code },
      due: '2026-11-18T17:30:00+08:00',
    })
    expect(item?.what).toContain(`${worst?.count} 件`)
  })
})

describe('the order list', () => {
  it('is what somebody has to look at next: overdue first, then by time left', () => {
    for (const { document } of seen) {
      const due = (document.operation?.orders ?? []).map(({ dueAt }) => Date.parse(dueAt))
      expect(due.toSorted((a, b) => a - b)).toEqual(due)
    }
  })

  it('shows no person', () => {
    expect(JSON.stringify(seen.map(({ document }) => document.operation?.orders))).not.toMatch(
      /1[3-9]\d{9}(?!\d)/,
    )
  })
})

it('every metric an alarm names has its threshold in the dictionary', () => {
  const metrics = new Set(seen.flatMap(({ document }) => document.exceptions.map(({ metric }) => metric)))
  expect([...metrics].filter((metric) => !(metric in limits))).toEqual([])
  expect(seen.flatMap(({ document }) => document.exceptions).toSorted(byUrgency).length).toBeGreaterThan(0)
})
