import { describe, expect, it } from 'vitest'
import {
  loadNotes,
  loadRatio,
  paintLoad,
  paintOffline,
} from '../../../../src/domains/city-overview/views/paint'
import type { Town } from '../../../../src/domains/city-overview/contract'

const town = (change: Partial<Town> = {}): Town => ({
  code: '440111001',
  name: '景泰',
  received: 20,
  low: 15,
  high: 25,
  cameras: 1000,
  offline: 5,
  halls: 1,
  ...change,
})

describe('the load map', () => {
  it.each([
    [0, 0],
    [15, 0],
    [16, 1],
    [19, 1],
    [20, 2],
    [23, 2],
    [24, 3],
    [29, 3],
    [30, 4],
    [200, 4],
  ])('%i orders where 20 are usual is class %i', (received, level) => {
    expect(paintLoad(town({ received })).level).toBe(level)
  })

  it('rings a town above its own range, not one at its edge', () => {
    expect(paintLoad(town({ received: 25 })).outlier).toBe(false)
    expect(paintLoad(town({ received: 26 })).outlier).toBe(true)
    expect(paintLoad(town({ received: 2 })).outlier).toBe(false)
  })

  it('leaves a town without data without colour and without number', () => {
    const none = paintLoad(town({ received: null, low: null, high: null }))
    expect(none).toMatchObject({ level: null, value: null, outlier: false })
    expect(paintLoad(town({ received: 0 })).value).toBe('0 件')
  })

  it('divides by the middle of the range, and by nothing when that is 0', () => {
    expect(loadRatio(town({ received: 24 }))).toBe(1.2)
    expect(loadRatio(town({ low: 0, high: 0, received: 1 }))).toBeNull()
  })
})

describe('a town of which a source knows less', () => {
  const { low: _, high: __, ...plain } = town({ received: 20 })

  it('prints its number and takes no colour where no usual range is known', () => {
    expect(paintLoad(plain)).toMatchObject({ level: null, value: '20 件', outlier: false })
    expect(loadNotes([plain])).toEqual([])
  })

  it('prints nothing where nothing is known', () => {
    const bare = { code: '440111001', name: '景泰' }
    expect(paintLoad(bare)).toMatchObject({ level: null, value: null, outlier: false })
    expect(paintOffline(bare)).toMatchObject({ level: null, value: null })
  })
})

describe('the camera map', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [10, 2],
    [20, 3],
    [40, 4],
    [1000, 4],
  ])('%i of 1000 offline is class %i', (offline, level) => {
    expect(paintOffline(town({ offline }))).toMatchObject({
      level,
      value: `离线 ${offline} 路`,
      outlier: false,
    })
  })

  it('has no share where there is no camera or no data', () => {
    expect(paintOffline(town({ cameras: 0, offline: 0 })).level).toBeNull()
    expect(paintOffline(town({ cameras: null, offline: null }))).toMatchObject({ level: null, value: null })
  })
})

describe('leader notes', () => {
  const towns = [
    town({ code: '1', name: '甲', received: 26 }),
    town({ code: '2', name: '乙', received: 60 }),
    town({ code: '3', name: '丙', received: 8, low: 1, high: 4 }),
    town({ code: '4', name: '丁', received: 25 }),
    town({ code: '5', name: '戊', received: null, low: null, high: null }),
  ]

  it('name the two towns furthest above their own usual, with that usual', () => {
    expect(loadNotes(towns)).toEqual([
      { code: '3', title: '丙 8 件', lines: ['常态 1–4'] },
      { code: '2', title: '乙 60 件', lines: ['常态 15–25'] },
    ])
  })

  it('say nothing when nothing is unusual', () => {
    expect(loadNotes(towns.slice(3))).toEqual([])
  })
})
