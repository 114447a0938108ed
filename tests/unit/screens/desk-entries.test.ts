import { describe, expect, it } from 'vitest'
import { acknowledge, EMPTY, observe, shelve } from '../../../src/panel/alarms/journal'
import { HOUR } from '../../../src/lib/calendar'
import { entriesOf, foundIn, linesOf } from '../../../src/screens/desk/entries'
import { itemOf } from '../panel/alarms/item'

const T0 = Date.parse('2026-11-18T10:42:00+08:00')
const water = itemOf('water', { what: '水质发黄超期', owner: '区水务局' })
const queue = itemOf('queue', {
  what: '大厅最长等候 35 分（限 30）',
  domain: 'service-hall',
  owner: '大厅值班',
  place: { code: '440111017', name: '云城' },
})
const gone = itemOf('gone')
const seen = observe(EMPTY, { now: T0, items: [water, queue, gone], unseen: new Set() })
const aside = shelve(acknowledge(seen, 'water', T0), 'queue', { at: T0, until: T0 + HOUR, reason: '检修' })
const { alarms } = observe(aside, { now: T0 + 1000, items: [water, queue], unseen: new Set() })
const open = [{ ...water, no: 1, noticed: true }]
const ids = (entries: ReturnType<typeof entriesOf>) => entries.map(({ item }) => item.id)
const nameOf = (id: string) => ({ hotline: '热线', 'service-hall': '大厅' })[id] ?? id

describe('the lists of the desk', () => {
  it('are what stands, what is aside, and what is over and nobody noticed', () => {
    expect(ids(entriesOf('open', open, alarms))).toEqual(['water'])
    expect(ids(entriesOf('aside', open, alarms))).toEqual(['queue'])
    expect(ids(entriesOf('returned', open, alarms))).toEqual(['gone'])
    expect(entriesOf('open', open, alarms)[0]?.state).toBe('acknowledged')
  })

  it.each([
    ['水务', ['water']],
    ['云城 等候', ['queue']],
    ['大厅', ['queue']],
    ['３５', ['queue']],
    ['云城 水务', []],
    ['', ['water', 'queue']],
  ])('are searched for %s', (find, expected) => {
    const both = [water, queue].map((item) => ({ item, no: 1, state: 'raised' as const, alarm: undefined }))
    expect(ids(foundIn(both, find, nameOf))).toEqual(expected)
  })

  it('stand by kind and area in a flood, each where its most urgent does, and none is left out', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      item: itemOf(`n${i}`, i % 3 ? {} : { place: { code: `44011100${i % 9}`, name: '某街' } }),
      no: i + 1,
      state: 'raised' as const,
      alarm: undefined,
    }))
    const lines = linesOf(many, true, null)
    const firsts = lines.flatMap(({ entry }) => entry?.no ?? [])
    expect(firsts).toHaveLength(4)
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
    expect(lines.reduce((sum, { entry, more }) => sum + (entry ? 1 : more), 0)).toBe(500)
    const [head] = lines
    const unfolded = linesOf(many, true, head?.group ?? '')
    expect(unfolded.filter(({ entry, group }) => entry && group === head?.group)).toHaveLength(
      1 + (lines[1]?.more ?? 0),
    )
    expect(new Set(unfolded.map(({ key }) => key)).size).toBe(unfolded.length)
    expect(linesOf(many, false, null).map(({ entry }) => entry?.no)).toEqual(many.map(({ no }) => no))
  })
})
