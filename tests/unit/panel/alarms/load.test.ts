import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../src/lib/calendar'
import { EMPTY, observe, shelve, type Journal } from '../../../../src/panel/alarms/journal'
import { callOf, floodsOf, loadOf } from '../../../../src/panel/alarms/load'
import { itemOf } from './item'

const T0 = Date.parse('2026-11-18T08:00:00+08:00')
const at = (minutes: number) => T0 + minutes * MINUTE

/**
 * A morning by hand. 08:00 one stands for 30 hours. 08:10 two come up. 08:20 to 08:23 twelve come up, four a minute from 08:20 on,
 * so that the eleventh in ten minutes comes at 08:22 (with the two of 08:10 gone out of the window); all of them leave the window from
 * 08:30 to 08:32: at 08:31 there are four left, fewer than five. 08:40 the two of 08:10 are gone. 08:50 nothing has happened.
 */
function morning(): Journal {
  const old = itemOf('old', { since: new Date(T0 - 30 * HOUR).toISOString() })
  const pair = [itemOf('p1', { metric: 'video_offline', domain: 'video' }), itemOf('p2')]
  const dozen = Array.from({ length: 12 }, (_, i) => itemOf(`d${i}`, { metric: 'hotline_due' }))
  let journal = observe(EMPTY, { now: at(0), items: [old], unseen: new Set() })
  const see = (minute: number, items: readonly ReturnType<typeof itemOf>[]) => {
    journal = observe(journal, { now: at(minute), items: [old, ...items], unseen: new Set() })
  }
  see(5, [])
  see(10, pair)
  see(15, pair)
  for (const minute of [20, 21, 22]) see(minute, [...pair, ...dozen.slice(0, (minute - 19) * 4)])
  see(30, [...pair, ...dozen])
  see(40, dozen)
  see(50, dozen)
  return journal
}

describe('the load of a room', () => {
  it('is that of a morning counted by hand', () => {
    expect(loadOf(morning(), at(50))).toEqual({
      from: at(0),
      recent: 0,
      peak: 12,
      // 14 came up in 50 minutes.
      perWindow: 14 / 5,
      floodSince: null,
      // 08:22 to 08:31, of 50 minutes.
      floodShare: 9 / 50,
      standing: 13,
      old: 1,
      chattering: [],
      top: [
        { domain: 'hotline', metric: 'hotline_due', count: 12 },
        { domain: 'video', metric: 'video_offline', count: 1 },
        { domain: 'hotline', metric: 'hotline_overdue', count: 1 },
      ],
    })
    expect(loadOf(morning(), at(25))).toMatchObject({ recent: 12, floodSince: at(22), floodShare: 3 / 25 })
  })

  it('does not count among what stands what somebody has put aside', () => {
    const aside = shelve(morning(), 'd0', { at: at(50), until: at(90), reason: '已知施工' })
    expect(loadOf(aside, at(51)).standing).toBe(12)
  })

  it('does not call ten in ten minutes a flood, and eleven one', () => {
    const each = (n: number) => Array.from({ length: n }, (_, i) => at(i * 0.5))
    expect(floodsOf(each(10), at(60))).toEqual([])
    expect(floodsOf(each(11), at(60))).toEqual([[at(5), at(13)]])
  })
})

describe('what is called out', () => {
  const worst = itemOf('worst', { severity: 'critical' })
  const many = Array.from({ length: 499 }, (_, i) =>
    itemOf(`n${i}`, i % 2 ? { domain: 'video', place: { code: '440111005', name: '松洲街' } } : {}),
  )

  it('is ten by name of 500, the worst first, and every other one in a group', () => {
    const { named, grouped } = callOf([...many, worst], [], T0)
    expect(named).toHaveLength(10)
    expect(named[0]?.id).toBe('worst')
    expect(grouped.reduce((sum, { count }) => sum + count, 0)).toBe(490)
    expect(grouped).toHaveLength(2)
  })

  it('counts the calls of the last ten minutes, and no older ones', () => {
    const called = [T0 - 11 * MINUTE, ...Array.from({ length: 8 }, () => T0 - MINUTE)]
    expect(callOf(many.slice(0, 5), called, T0).named).toHaveLength(2)
  })
})
