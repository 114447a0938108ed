import { describe, expect, it } from 'vitest'
import { parseRegionMap } from '../../../src/map/geo'
import type { MapLayer } from '../../../src/map/layers/layer'
import { overlayOf } from '../../../src/map/layers/overlay'
import { placePoints } from '../../../src/map/layers/points'
import { buildPicture } from '../../../src/map/picture'
import { buildScene } from '../../../src/map/scene'
import { shipped } from './here'
import { collection, square, town } from './shapes'

const canvas = { width: 904, height: 720, reserved: [] }
const scene = buildScene(shipped('baiyun'), canvas)
const [first = '', second = ''] = scene.tiles.map(({ code }) => code)
const pictureOf = (layers: MapLayer[]) => buildPicture(scene, [], { layers, selected: null })
const dotsIn = (path: string | undefined) => [...(path ?? '').matchAll(/M/g)].length

describe('layers', () => {
  const dots = (id: string, count: number): MapLayer => ({
    kind: 'dots',
    id,
    perDot: 100,
    towns: [{ code: first, count, hollow: 2 }],
  })

  it('strew a dot for every so many things, the same way every time', () => {
    const town = pictureOf([dots('pumps', 900)]).towns.get(first)
    expect(dotsIn(town?.dots) + dotsIn(town?.hollow)).toBe(9)
    expect(dotsIn(town?.hollow)).toBe(2)
    expect(pictureOf([dots('pumps', 900)]).towns.get(first)).toEqual(town)
    expect(pictureOf([dots('lamps', 900)]).towns.get(first)?.dots).not.toBe(town?.dots)
    expect(pictureOf([dots('pumps', 900)]).towns.get(second)?.dots).toBe('')
  })

  it('of several domains stand together', () => {
    const both = pictureOf([dots('pumps', 300), dots('lamps', 300)]).towns.get(first)
    expect(dotsIn(both?.dots) + dotsIn(both?.hollow)).toBe(6)
    const squares = overlayOf([
      { kind: 'symbol', id: 'halls', towns: [first] },
      { kind: 'symbol', id: 'stations', towns: [first, second] },
    ])
    expect([first, second].map((code) => squares.paints.get(code)?.symbols)).toEqual([2, 1])
  })

  it('raise a tile by its class, and leave it flat without one', () => {
    const ramp = (level: 0 | 4): MapLayer => ({
      kind: 'ramp',
      id: 'load',
      towns: [{ code: first, level, value: null, outlier: false }],
    })
    expect(pictureOf([ramp(4)]).towns.get(first)).toMatchObject({ level: 4 })
    expect(pictureOf([ramp(4)]).towns.get(first)?.side).not.toBe('')
    expect(pictureOf([ramp(0)]).towns.get(first)?.side).toBe('')
    // A ramp that does not know a town says so; a map without a ramp says nothing of it.
    expect(pictureOf([ramp(4)]).towns.get(second)?.level).toBeNull()
    expect(pictureOf([]).towns.get(second)?.level).toBe(0)
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
