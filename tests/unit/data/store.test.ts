import { describe, expect, it } from 'vitest'
import { createStore } from '../../../src/data/store/store'
import { workOrder } from '../../../src/domains/hotline/records'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const order = (orderNo: string | null, change: object = {}) => ({
  orderNo,
  acceptedAt: '2026-11-18T08:00:00+08:00',
  town: { code: '440111001', name: '三元里街' },
  updatedAt: '2026-11-18T09:00:00+08:00',
  ...change,
})
const LATER = { updatedAt: '2026-11-18T10:00:00+08:00' }
const BAD = { acceptedAt: '昨天' }

/** A store that was sent the first rows whole, and every further list as what changed. */
function sent(whole: readonly object[], ...changes: readonly (readonly object[])[]) {
  const store = createStore(workOrder)
  for (const [i, rows] of [whole, ...changes].entries()) {
    const run = store.begin(i === 0)
    run.put(rows)
    run.commit(NOW)
  }
  const { read, used, faults } = store.quality(0)
  const towns = store.table
    .place('town')
    .values.slice(1)
    .map((town) => town?.name)
  return { read, used, left: faults.map(({ field, rows }) => [field, rows]), towns }
}

describe('a row that cannot be read any more', () => {
  const left = { read: 1, used: 0, left: [['acceptedAt', 1]], towns: [] }

  it('is left out, and not counted by what it was before', () => {
    expect(sent([order('1')], [order('1', { ...LATER, ...BAD })])).toEqual(left)
    expect(sent([order('1'), order('1', { ...LATER, ...BAD })])).toEqual(left)
  })

  it('is back as soon as it can be read, and not by an older state that comes late', () => {
    const gone = [order('1', { ...LATER, ...BAD })]
    expect(sent([order('1')], gone, [order('1', LATER)])).toMatchObject({ read: 1, used: 1, left: [] })
    expect(sent([order('1')], gone, [order('1')])).toEqual(left)
  })

  it('costs nothing where a newer state of it is known', () => {
    expect(sent([order('1', LATER)], [order('1', BAD)])).toMatchObject({ read: 1, used: 1, left: [] })
    expect(sent([order('1', LATER), order('1', BAD)])).toMatchObject({ read: 1, used: 1, left: [] })
  })

  it('is one of many where nothing names it', () => {
    const nameless = [null, '', '--'].map((no, i) => order(no, { title: `第${i}件` }))
    expect(sent(nameless).left).toEqual([['orderNo', 3]])
  })
})

describe('a town', () => {
  const moved = { ...LATER, town: { code: '440111002', name: '景泰街' } }

  it('in which no order is left is not named any more', () => {
    expect(sent([order('1')], [order('1', moved)]).towns).toEqual(['景泰街'])
    expect(sent([order('1'), order('1', moved)]).towns).toEqual(['景泰街'])
    expect(sent([order('1'), order('2', moved)], [order('1', moved)]).towns).toEqual(['景泰街'])
  })

  it('keeps its name where another row gives only its code', () => {
    const bare = order('2', { town: { code: '440111001', name: '' } })
    expect(sent([order('1'), bare]).towns).toEqual(['三元里街'])
    expect(sent([bare, order('1')]).towns).toEqual(['三元里街'])
  })
})

describe('what is kept', () => {
  it('lets go of what was closed before a moment, and of nothing that is open', () => {
    const store = createStore(workOrder)
    const run = store.begin(true)
    const closed = (day: string) => ({ closedAt: `2026-11-${day}T10:00:00+08:00` })
    const accepted = { acceptedAt: '2026-11-01T08:00:00+08:00' }
    run.put([
      order('old', { ...accepted, ...closed('02') }),
      order('new', { ...accepted, ...closed('17') }),
      order('open', { ...accepted, closedAt: null }),
    ])
    run.commit(NOW)
    store.dropBefore(Date.parse('2026-11-10T00:00:00+08:00'))
    expect(['old', 'new', 'open'].map((key) => store.table.rowOf(key) !== undefined)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('names the field that costs the most rows first', () => {
    const odd = { town: '三元里' }
    const rows = [order('1', odd), order('2', BAD), order('3', BAD), order('4')]
    expect(sent(rows).left).toEqual([
      ['acceptedAt', 2],
      ['town', 1],
    ])
  })
})

describe('rows that go', () => {
  it('leave every other row whole, wherever they stood', () => {
    const rows = Array.from({ length: 9 }, (_, i) =>
      order(String(i), {
        title: `第${i}件`,
        town: { code: `44011100${i % 3}`, name: `镇${i % 3}` },
        closedAt: i % 2 ? '2026-11-02T10:00:00+08:00' : null,
        acceptedAt: '2026-11-01T08:00:00+08:00',
      }),
    )
    const store = createStore(workOrder)
    const run = store.begin(true)
    run.put(rows)
    run.commit(NOW)
    store.dropBefore(NOW)
    const { table } = store
    const left = ['0', '2', '4', '6', '8']
    expect(new Set(table.text('orderNo'))).toEqual(new Set(left))
    for (const key of left) {
      const row = table.rowOf(key) ?? -1
      const town = table.place('town')
      expect([table.text('title')[row], town.values[town.at[row] ?? 0]?.name]).toEqual([
        `第${key}件`,
        `镇${Number(key) % 3}`,
      ])
    }
  })
})

describe('a thing that is sent again', () => {
  it('is as it was sent last where its source says that it changed at the same moment', () => {
    const store = createStore(workOrder)
    for (const title of ['先', '后']) {
      const run = store.begin(title === '先')
      run.put([order('1', { title })])
      run.commit(NOW)
    }
    expect(store.table.text('title')).toEqual(['后'])
  })
})
