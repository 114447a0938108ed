import { describe, expect, it } from 'vitest'
import { parseRegionMap } from '../../../src/map/geo'
import type { MapLayer, TileTown } from '../../../src/map/layers/layer'
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

describe('a place on earth', () => {
  it('lies on the canvas where the map has it', () => {
    const { ground, tiles } = buildScene(
      parseRegionMap(collection([town('440111', square(113, 23, 0.2))])),
      canvas,
    )
    const { kx = 0, ky = 0, x0 = 0, y0 = 0 } = ground.place ?? {}
    const { box } = tiles[0] ?? {}
    expect(113 * kx + x0).toBeCloseTo(box?.x0 ?? 0, 4)
    expect(23.2 * ky + y0).toBeCloseTo(box?.y0 ?? 0, 4)
    expect(113.2 * kx + x0).toBeCloseTo(box?.x1 ?? 0, 4)
    expect(23 * ky + y0).toBeCloseTo(box?.y1 ?? 0, 4)
  })

  it('has none on a schematic', () => {
    expect(scene.ground.place).toBeNull()
  })
})
