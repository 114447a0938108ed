import { describe, expect, it } from 'vitest'
import { parseRegionMap } from '../../../src/map/geo'
import type { MapLayer, TileTown } from '../../../src/map/layers/layer'
import { placePoints } from '../../../src/map/layers/points'
import { buildPicture } from '../../../src/map/picture'
import { buildScene } from '../../../src/map/scene'
import { shipped } from './here'
import { collection, square, town } from './shapes'

const canvas = { width: 904, height: 720, reserved: [] }
const scene = buildScene(shipped('baiyun'), canvas)
const [first = '', second = ''] = scene.tiles.map(({ code }) => code)
const pictureOf = (layers: MapLayer[]) => buildPicture(scene, [], { layers, selected: null })

describe('layers', () => {
  const tiles = (change: Partial<TileTown>): MapLayer => ({
    kind: 'tiles',
    id: 'load',
    towns: [{ code: first, level: 3, value: '19', note: null, deviant: false, course: null, ...change }],
  })

  it('colour a tile by its class, and none of which nothing is known', () => {
    expect(pictureOf([tiles({})]).towns.get(first)).toEqual({ level: 3, deviant: false })
    expect(pictureOf([tiles({ deviant: true })]).towns.get(first)?.deviant).toBe(true)
    expect(pictureOf([tiles({})]).towns.get(second)).toEqual({ level: null, deviant: false })
    expect(pictureOf([]).towns.get(second)?.level).toBeNull()
  })

  it('of which several colour count by the first', () => {
    expect(pictureOf([tiles({ level: 1 }), tiles({ level: 2 })]).towns.get(first)?.level).toBe(1)
  })
})

describe('points', () => {
  const real = buildScene(parseRegionMap(collection([town('440111', square(113, 23, 0.2))])), canvas)
  const points = (lonlat: number[], hollow: number[] = []) =>
    ({
      kind: 'points',
      id: 'cameras',
      positions: Float64Array.from(lonlat),
      hollow: Uint8Array.from(hollow),
    }) as const

  it('stand where they are on earth', () => {
    const { dots } = placePoints(real, points([113, 23.2, 113.2, 23, 113.1, 23.1]))
    const [tile] = real.tiles
    const [northWest, southEast, middle] = dots
    expect(northWest?.[0]).toBeCloseTo(tile?.box.x0 ?? 0, 6)
    expect(northWest?.[1]).toBeCloseTo(tile?.box.y0 ?? 0, 6)
    expect(southEast?.[0]).toBeCloseTo(tile?.box.x1 ?? 0, 6)
    expect(southEast?.[1]).toBeCloseTo(tile?.box.y1 ?? 0, 6)
    expect(middle && tile?.outline.inside(middle)).toBe(true)
  })

  it('that lie on one another are one, and the one that matters', () => {
    const placed = placePoints(real, points([113.1, 23.1, 113.1, 23.1, 113.1, 23.1], [0, 1, 0]))
    expect(placed.dots).toEqual([])
    expect(placed.hollow).toHaveLength(1)
  })

  it('beside the canvas or without a place are left out', () => {
    expect(placePoints(real, points([0, 0, Number.NaN, 23, 113.1])).dots).toEqual([])
  })

  it('have no place on a schematic', () => {
    expect(placePoints(scene, points([113.1, 23.1]))).toEqual({ dots: [], hollow: [] })
  })
})
