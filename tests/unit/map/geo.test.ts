import { describe, expect, it } from 'vitest'
import { parseRegionMap } from '../../../src/map/geo'
import { inside } from '../../../src/map/rings'

const square = (x: number, y: number, size = 1) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

const town = (code: unknown, ring: number[][], more: object = {}) => ({
  type: 'Feature',
  properties: { code, name: `镇${String(code)}`, ...more },
  geometry: { type: 'Polygon', coordinates: [ring] },
})

const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...more,
})

describe('parseRegionMap on a foreign longitude/latitude file', () => {
  // Two towns side by side in the north, one in the south with an exclave; 60° north, where cos(lat) is one half.
  const map = parseRegionMap(
    collection([
      town(1, square(110, 60)),
      town('2', square(111, 60)),
      {
        type: 'Feature',
        properties: { code: '3', name: '南镇', district: null, adcode: 3 },
        geometry: { type: 'MultiPolygon', coordinates: [[square(110, 59)], [square(111.4, 59.4, 0.2)]] },
      },
    ]),
  )

  it('keeps north up and east right', () => {
    const [west, east, south] = map.towns
    expect(west?.label[1]).toBeLessThan(south?.label[1] ?? 0)
    expect(west?.label[0]).toBeLessThan(east?.label[0] ?? 0)
  })

  it('shrinks longitudes by the cosine of the latitude', () => {
    const { x0, x1, y0, y1 } = map.box
    expect((x1 - x0) / (y1 - y0)).toBeCloseTo(Math.cos((60 * Math.PI) / 180), 5)
    expect(y1 - y0).toBeCloseTo(1000, 6)
  })

  it('reads numeric codes, all parts and missing short names', () => {
    expect(map.towns[0]?.code).toBe('1')
    expect(map.towns[2]?.rings).toHaveLength(2)
    expect(map.towns[2]?.short).toBe('南镇')
    expect(map.schematic).toBe(false)
  })

  it('keeps the approval number of a published map', () => {
    const published = parseRegionMap(collection([town('1', square(110, 30))], { approval: '粤S(2026)001号' }))
    expect(published.approval).toBe('粤S(2026)001号')
  })
})

describe('label points', () => {
  const bent = [[0, 0], [10, 0], [10, 2], [2, 2], [2, 10], [0, 10], [0, 0]] // prettier-ignore
  const holed = {
    ...town('9', []),
    geometry: { type: 'Polygon', coordinates: [square(0, 0, 10), square(3, 3, 4).toReversed()] },
  }

  it.each([
    ['an L', town('8', bent)],
    ['a ring', holed],
  ])('lie inside %s', (_, feature) => {
    const shape = parseRegionMap(collection([feature], { schematic: true })).towns[0]
    expect(shape && inside(shape.rings, shape.label)).toBe(true)
  })
})

describe('errors name the field', () => {
  const good = town('1', square(0, 0))
  const noCode = { ...good, properties: { name: '无码镇' } }
  const cases: [string, unknown, string][] = [
    ['not an object', 'map', '地图文件：应为 GeoJSON 对象'],
    ['another type', { type: 'Topology' }, 'type：应为 FeatureCollection'],
    ['no features', collection([]), 'features：没有要素'],
    ['no code', collection([good, noCode]), 'features[1].properties.code：缺少行政区划代码'],
    ['an empty code', collection([town(' ', square(0, 0))]), 'features[0].properties.code：缺少行政区划代码'],
    ['no name', collection([{ ...good, properties: { code: '1' } }]), 'features[0].properties.name：缺少名称'],
    ['a code twice', collection([good, good]), 'features[1].properties.code：1 与 features[0] 重复'],
    ['a point', collection([{ ...good, geometry: { type: 'Point', coordinates: [0, 0] } }]), 'features[0].geometry'],
    ['no geometry', collection([{ ...good, geometry: null }]), 'features[0].geometry'],
    [
      'a text coordinate',
      collection([{ ...good, geometry: { type: 'Polygon', coordinates: [[[0, 0], ['x', 1], [1, 1], [0, 0]]] } }]),
      'features[0].geometry.coordinates[0][1][0]：坐标应为有限数字',
    ],
    ['an infinite coordinate', collection([town('1', square(0, Infinity))]), '坐标应为有限数字'],
    ['an open ring', collection([town('1', square(0, 0).slice(0, 4))]), 'coordinates[0]：首尾坐标应相同'],
    ['no area', collection([town('1', [[0, 0], [1, 1], [2, 2], [0, 0]])]), 'features[0].geometry：面积为 0'],
    ['planar numbers as degrees', collection([town('1', square(500, 0))]), '经纬度超出范围'],
  ] // prettier-ignore

  it.each(cases)('%s', (_, input, message) => {
    expect(() => parseRegionMap(input)).toThrow(message)
  })
})

describe('limits', () => {
  it('refuses more than 400 towns', () => {
    const many = Array.from({ length: 401 }, (_, index) => town(String(index), square(0, 0)))
    expect(() => parseRegionMap(collection(many))).toThrow('features：401 个要素，超过上限 400')
  })

  it('refuses more than 60,000 vertices', () => {
    const ring = Array.from({ length: 30_001 }, (_, index) => {
      const angle = ((index % 30_000) / 30_000) * 2 * Math.PI
      return [Math.cos(angle), Math.sin(angle)]
    })
    const input = collection([town('1', ring), town('2', ring)])
    expect(() => parseRegionMap(input)).toThrow('features[1].geometry：顶点总数超过上限 60000')
  })
})
