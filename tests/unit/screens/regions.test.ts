import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { regionsOf } from '../../../src/screens/wall/regions'

const map = (id: string): unknown => JSON.parse(readFileSync(`public/maps/${id}.json`, 'utf8'))

describe('regions a link may name', () => {
  it('are the towns of the map', () => {
    const regions = regionsOf(map('baiyun'))
    expect(regions.size).toBeGreaterThanOrEqual(24)
    expect([...regions.keys()].every((code) => code.startsWith('440111'))).toBe(true)
    expect([...regions.values()].every((name) => name.length > 0)).toBe(true)
  })

  it('and, in a city, its districts', () => {
    const regions = regionsOf(map('heyuan'))
    const districts = [...regions].filter(([code]) => code.length === 6)
    expect(districts.length).toBeGreaterThanOrEqual(6)
    expect(regions.size).toBeGreaterThan(100)
  })

  it.each([[undefined], [null], [{}], [new Error('timeout')], ['<svg/>']])(
    'are none where the map cannot be read (%s): the wall still stands',
    (unreadable) => {
      expect(regionsOf(unreadable).size).toBe(0)
    },
  )
})
