import { describe, expect, it } from 'vitest'
import { parseView } from '../../../../src/config/view'
import type { Points } from '../../../../src/contract/resource'
import { searchFor } from '../../../../src/contract/records/search'
import {
  ALL,
  chosenOf,
  countStates,
  readAsked,
  townsOf,
  writeAsked,
} from '../../../../src/domains/video/views/map/asked'

const points: Points = {
  contract: 'video.points/1',
  asOf: '2026-11-18T10:40:00+08:00',
  ids: ['a1', 'b2', 'c3', 'd4', 'e5'],
  names: ['人和镇河道 1 号', '人和镇河道 2 号', '江高镇校门口 1 号', null, '新市街道路口 9 号'],
  lng: Float64Array.of(113, 113, 113, 113, 113),
  lat: Float64Array.of(23, 23, 23, 23, 23),
  state: Uint8Array.of(0, 2, 2, 1, 0),
  states: ['online', 'impaired', 'offline'],
  since: new Float64Array(5),
  town: {
    values: [
      null,
      { code: '440111103', name: '人和镇' },
      { code: '440111104', name: '江高镇' },
      { code: '440111006', name: '新市街道' },
    ],
    at: Uint16Array.of(1, 1, 2, 0, 3),
  },
  groups: {
    source: { values: [null, '水务', '教育', '公安'], at: Uint16Array.of(1, 1, 2, 0, 3) },
    type: { values: [null, 'ptz', 'fixed'], at: Uint16Array.of(1, 2, 1, 0, 2) },
  },
  refused: 0,
  leftOut: [],
}
const idsOf = (narrowing: Partial<Parameters<typeof chosenOf>[1]>) =>
  [
    ...chosenOf(points, { state: null, source: null, type: null, holds: null, region: null, ...narrowing }),
  ].map((i) => points.ids[i])

describe('what the map of cameras is narrowed to', () => {
  it('is in its link, and comes back out of it', () => {
    const asked = {
      over: true,
      state: 'offline',
      source: '水务 & 河道=1',
      type: 'ptz',
      q: '校門 100%',
    } as const
    expect(readAsked(writeAsked(asked) ?? '')).toEqual(asked)
    expect(writeAsked(ALL)).toBeNull()
    expect(writeAsked({ ...ALL, over: true })).toBe('map')
    expect(readAsked(undefined)).toEqual(ALL)
  })

  it('that its link says is known to the link, and anything else is named', () => {
    const view = (cameras: string) => parseView(`?cameras=${encodeURIComponent(cameras)}`)
    const asked = writeAsked({ over: true, state: 'offline', source: '水务', type: null, q: '河道' }) ?? ''
    expect(view(asked)).toMatchObject({ view: { cameras: asked }, problems: [] })
    expect(view('map').problems).toEqual([])
    expect(view('map&colour=red').problems).toHaveLength(1)
    expect(view('maps').problems).toHaveLength(1)
  })

  it('is state, department, type, town and words together', () => {
    expect(idsOf({})).toEqual(points.ids)
    expect(idsOf({ state: 'offline' })).toEqual(['b2', 'c3'])
    expect(idsOf({ source: '水务' })).toEqual(['a1', 'b2'])
    expect(idsOf({ type: 'ptz', state: 'offline' })).toEqual(['c3'])
    expect(idsOf({ region: '440111103' })).toEqual(['a1', 'b2'])
    expect(idsOf({ holds: searchFor('校門口') })).toEqual(['c3'])
    expect(idsOf({ holds: searchFor('D4') })).toEqual(['d4'])
  })

  it('that no camera has shows none, and never those of which nothing is known', () => {
    expect(idsOf({ source: '气象' })).toEqual([])
    expect(idsOf({ type: 'drone' })).toEqual([])
    expect(idsOf({ region: '990000' })).toEqual([])
  })

  it('is counted by state and by town, those furthest from well first', () => {
    const all = chosenOf(points, { state: null, source: null, type: null, holds: null, region: null })
    expect(countStates(points, all)).toEqual([2, 1, 2])
    expect(townsOf(points, all).map(({ name, count, states }) => [name, count, ...states])).toEqual([
      ['人和镇', 2, 1, 0, 1],
      ['江高镇', 1, 0, 0, 1],
      ['新市街道', 1, 1, 0, 0],
    ])
  })
})
