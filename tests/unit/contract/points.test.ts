import { describe, expect, it } from 'vitest'
import { readers } from '../../../src/domains/video/contract-points'
import { transfersOf } from '../../../src/data/read-job'
import { speakChinese } from '../../../src/contract/locale'

const [cameras] = readers
const asOf = '2026-11-18T10:42:00+08:00'
const town = { code: '440111004', name: '人和镇' }
const point = { id: '44011100001310000001', name: '河道 1 号', lng: 113.2, lat: 23.1, state: 'offline', town }

function read(points: unknown) {
  speakChinese()
  const parsed = cameras?.parse({ contract: 'video.points/1', asOf, points })
  if (!parsed?.success) throw new Error(JSON.stringify(parsed?.error.issues))
  return parsed.data
}

describe('places on a map', () => {
  it('are read into columns, whatever is not said of them unknown', () => {
    const sent = [
      { ...point, since: '2026-11-18T08:23:00+08:00', source: '水务', type: 'ptz' },
      { ...point, id: 'c2', name: null, lng: -0.5, lat: 51.5, state: 'online', since: null, town: null, source: '公安', type: null }, // prettier-ignore
    ]
    const { ids, names, lng, lat, state, states, since, town: towns, groups, refused } = read(sent)
    expect([ids, names]).toEqual([
      [point.id, 'c2'],
      ['河道 1 号', null],
    ])
    expect([[...lng], [...lat]]).toEqual([[113.2, -0.5], [23.1, 51.5]]) // prettier-ignore
    expect([...state].map((at) => states[at])).toEqual(['offline', 'online'])
    expect([...since]).toEqual([Date.parse('2026-11-18T08:23:00+08:00'), Number.NaN])
    expect([...towns.at].map((at) => towns.values[at]?.name)).toEqual(['人和镇', undefined])
    expect([...(groups['source']?.at ?? [])].map((at) => groups['source']?.values[at])).toEqual([
      '水务',
      '公安',
    ])
    expect(refused).toBe(0)
  })

  it('one bad place costs itself, is counted and named; every column goes without it', () => {
    const sent = [
      { ...point, id: 'a', lng: 200 },
      { ...point, id: 'b', state: 'asleep' },
      { ...point, id: 'c', lat: 'x' },
      point,
      { ...point, id: '' },
      { ...point, id: 'd', town: '人和' },
    ]
    const { ids, lng, refused, leftOut } = read(sent)
    expect([ids, [...lng], refused]).toEqual([[point.id], [113.2], 5])
    expect(leftOut.map(({ at, field }) => `${at} ${field}`)).toEqual([
      '0 lng',
      '1 state',
      '2 lat',
      '4 id',
      '5 town',
    ])
  })

  it('with half a place, or where sources put what they do not know, has none and still counts', () => {
    const { ids, lng, lat } = read([
      { ...point, id: 'a', lat: null },
      { ...point, id: 'b', lng: 0, lat: 0 },
      { ...point, id: 'c' },
    ])
    expect(ids).toHaveLength(3)
    expect([[...lng], [...lat]]).toEqual([
      [Number.NaN, Number.NaN, 113.2],
      [Number.NaN, Number.NaN, 23.1],
    ])
  })

  it('refused by the thousand are counted, and the first of them named', () => {
    const sent = Array.from({ length: 1000 }, (_, i) => ({ ...point, id: String(i), state: 'asleep' }))
    const { refused, leftOut } = read(sent)
    expect([refused, leftOut.length]).toEqual([1000, 200])
  })

  it('of which there are more than a map may bring are refused together', () => {
    const many = Array.from({ length: 100_001 }, () => point)
    expect(cameras?.parse({ contract: 'video.points/1', asOf, points: many }).success).toBe(false)
  })

  it('cross threads by handing their columns over, not by copying them', () => {
    const answer = read([point])
    const transfer = transfersOf({ judged: { answer, sample: undefined } })
    expect(transfer).toEqual([answer.lng.buffer, answer.lat.buffer, answer.state.buffer, answer.since.buffer])
    const there = structuredClone(answer, { transfer })
    expect([there.lng[0], there.lat[0], there.state[0]]).toEqual([113.2, 23.1, 2])
    expect([answer.lng.length, answer.since.length]).toEqual([0, 0])
  })
})
