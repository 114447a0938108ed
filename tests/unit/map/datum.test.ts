import { expect, it } from 'vitest'
import { outlinesIn } from '../../../src/demo/kit/outlines'
import { crsOf, placedInWgs84, toBd09, toGcj02 } from '../../../src/lib/crs'
import { MapThread } from '../../../src/map/map-thread'
import { HereWorker } from './here'
import { collection, rectangle, town } from './shapes'

const CODE = '440111001'
// The pairs that every implementation of these systems prints.
const WGS84 = [116.404, 39.915] as const
const GCJ02 = [116.41024449916938, 39.91640428150164] as const
const SIDE = 0.02

/** A town whose south-western corner is the place of the pair, in a system of coordinates. */
const fileIn = (shift: typeof toGcj02) =>
  collection([
    town(
      CODE,
      rectangle(...WGS84, SIDE, SIDE).map(([lng = 0, lat = 0]) => {
        const there = shift({ lng, lat })
        return [there.lng, there.lat]
      }),
    ),
  ])

/** Where the place of the pair lies on the picture, and where that corner of the town is drawn. */
async function drawn(file: object) {
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const map = await new MapThread(() => new HereWorker()).open(bytes)
  const canvas = { width: 1000, height: 1000, reserved: [] }
  const { ground } = await map.draw({ canvas, layers: [], selected: null })
  const numbers = (ground.tiles[0]?.face.match(/-?[\d.]+/g) ?? []).map(Number)
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, i) => i % 2 === odd))
  const { kx = 0, ky = 0, x0 = 0, y0 = 0 } = ground.place ?? {}
  return {
    corner: [Math.min(...(xs ?? [])), Math.max(...(ys ?? []))] as const,
    place: [WGS84[0] * kx + x0, WGS84[1] * ky + y0] as const,
  }
}

const apart = ({ corner, place }: Awaited<ReturnType<typeof drawn>>) =>
  Math.hypot(corner[0] - place[0], corner[1] - place[1])

it.each([
  ['WGS-84', (point: Parameters<typeof toGcj02>[0]) => point],
  ['GCJ-02', toGcj02],
  ['BD-09', toBd09],
] as const)('a map in %s and points of data in WGS-84 are drawn where they are', async (crs, shift) => {
  const file = fileIn(shift)
  expect(apart(await drawn({ ...file, crs }))).toBeLessThan(2)
  // Of which nobody says it, they are hundreds of metres beside it: a third of this town.
  if (crs !== 'WGS-84') expect(apart(await drawn(file))).toBeGreaterThan(100)
})

it('the cameras of the demo stand within towns of such a map too', () => {
  const [areas] = outlinesIn(placedInWgs84(collection([town(CODE, [GCJ02])]), 'GCJ-02'))?.values() ?? [[]]
  const [lng, lat] = areas?.[0]?.[0]?.[0] ?? []
  expect(lng).toBeCloseTo(WGS84[0], 8)
  expect(lat).toBeCloseTo(WGS84[1], 8)
})

it('what is no place of a map is left to whoever judges the file', () => {
  const odd = collection([null, town(CODE, [['x', 2]] as never)])
  expect(placedInWgs84(odd, 'GCJ-02')).toEqual(odd)
  const schematic = collection([town(CODE, [GCJ02])], { schematic: true })
  expect(placedInWgs84(schematic, 'GCJ-02')).toBe(schematic)
})

it('a file says what its coordinates are, as older GeoJSON did too; one that nobody can convert is refused by name', async () => {
  const named = (name: string) => crsOf({ crs: { type: 'name', properties: { name } } })
  expect(crsOf({})).toBe('WGS-84')
  expect(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490'].map(named)).toEqual([
    'WGS-84',
    'WGS-84',
    'CGCS2000',
  ])
  expect(named('urn:ogc:def:crs:EPSG::3857')).toBe(null)
  await expect(drawn({ ...fileIn(toGcj02), crs: 'GCJ02' })).rejects.toThrow(
    'crs：坐标系应为 "WGS-84"、"GCJ-02"',
  )
})
