import { describe, expect, it } from 'vitest'
import { regionIn, regionsOf } from '../../../src/screens/regions'
import { shipped } from '../map/here'

describe('regions a link may name', () => {
  it('are the towns of the map', () => {
    const regions = regionsOf(shipped('baiyun'))
    expect(regions.size).toBeGreaterThanOrEqual(24)
    expect([...regions.keys()].every((code) => code.startsWith('440111'))).toBe(true)
    expect([...regions.values()].every((name) => name.length > 0)).toBe(true)
  })

  it('and, in a city, its districts', () => {
    const regions = regionsOf(shipped('heyuan'))
    const districts = [...regions].filter(([code]) => code.length === 6)
    expect(districts.length).toBeGreaterThanOrEqual(6)
    expect(regions.size).toBeGreaterThan(100)
  })
})

describe('the place that a link names', () => {
  const regions = new Map([['440111103', '人和镇']])

  it('is the whole city where it names none', () => {
    for (const known of [regions, undefined])
      expect(regionIn(null, known, '白云区')).toEqual({ region: null, regionName: '白云区', unknown: null })
  })

  it('has the name the map gives it', () => {
    expect(regionIn('440111103', regions, '白云区')).toEqual({
      region: '440111103',
      regionName: '人和镇',
      unknown: null,
    })
  })

  it('is denied only by a map that is here', () => {
    expect(regionIn('440111999', regions, '白云区')).toEqual({
      region: null,
      regionName: '白云区',
      unknown: '440111999',
    })
  })

  it('stays, under its code, while the map is away', () => {
    expect(regionIn('440111103', undefined, '白云区')).toEqual({
      region: '440111103',
      regionName: '440111103',
      unknown: null,
    })
  })
})
