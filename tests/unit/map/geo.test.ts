import { describe, expect, it } from 'vitest'
import { parseRegionMap } from './here'
import { collection, square, town } from './shapes'

describe('parseRegionMap on a foreign longitude/latitude file', () => {
  // Two towns side by side in the north, one in the south with an exclave; 60° north, where cos(lat) is one half.
  const map = parseRegionMap(
    collection([
      town(110001, square(110, 60)),
      town('110002', square(111, 60)),
      {
        type: 'Feature',
        properties: { code: ' 110003 ', name: '南镇', district: null, adcode: 3 },
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
    expect(map.towns.map(({ code }) => code)).toEqual(['110001', '110002', '110003'])
    expect(map.towns[2]?.rings).toHaveLength(2)
    expect(map.towns[2]?.short).toBe('南镇')
    expect(map.schematic).toBe(false)
  })

  it('keeps the approval number of a published map', () => {
    const published = parseRegionMap(
      collection([town('110001', square(110, 30))], { approval: '粤S(2026)001号' }),
    )
    expect(published.approval).toBe('粤S(2026)001号')
  })
})

describe('label points', () => {
  const bent = [[0, 0], [10, 0], [10, 2], [2, 2], [2, 10], [0, 10], [0, 0]] // prettier-ignore
  const holed = {
    ...town('110009', []),
    geometry: { type: 'Polygon', coordinates: [square(0, 0, 10), square(3, 3, 4).toReversed()] },
  }

  it.each([
    ['an L', town('110008', bent)],
    ['a ring', holed],
  ])('lie inside %s', (_, feature) => {
    const shape = parseRegionMap(collection([feature], { schematic: true })).towns[0]
    expect(shape?.outline.inside(shape.label)).toBe(true)
  })
})

describe('errors name the field', () => {
  const good = town('110001', square(0, 0))
  const noCode = { ...good, properties: { name: '无码镇' } }
  const cases: [string, unknown, string][] = [
    ['not an object', 'map', '地图文件：应为 GeoJSON 对象'],
    ['another type', { type: 'Feuille' }, 'type：应为 FeatureCollection'],
    ['no features', collection([]), 'features：没有要素'],
    ['no code', collection([good, noCode]), 'features[1].properties.code：缺少行政区划代码'],
    ['an empty code', collection([town(' ', square(0, 0))]), 'features[0].properties.code：行政区划代码须为 6–12 位数字'],
    ['no name', collection([{ ...good, properties: { code: '110001' } }]), 'features[0].properties.name：缺少名称'],
    ['a code twice', collection([good, good]), 'features[1].properties.code：110001 与 features[0] 重复（一地分成几块时请合并为一个 MultiPolygon）'],
    ['a point', collection([{ ...good, geometry: { type: 'Point', coordinates: [0, 0] } }]), 'features[0].geometry'],
    ['no geometry', collection([{ ...good, geometry: null }]), 'features[0].geometry'],
    [
      'a text coordinate',
      collection([{ ...good, geometry: { type: 'Polygon', coordinates: [[[0, 0], ['x', 1], [1, 1], [0, 0]]] } }]),
      'features[0].geometry.coordinates[0][1][0]：坐标应为有限数字',
    ],
    ['an infinite coordinate', collection([town('110001', square(0, Infinity))]), '坐标应为有限数字'],
    ['an open ring', collection([town('110001', square(0, 0).slice(0, 4))]), 'coordinates[0]：首尾坐标应相同'],
    ['no area', collection([town('110001', [[0, 0], [1, 1], [2, 2], [0, 0]])]), 'features[0].geometry：面积为 0'],
    ['planar numbers as degrees', collection([town('110001', square(500, 0))]), '经纬度超出范围'],
  ] // prettier-ignore

  it.each(cases)('%s', (_, input, message) => {
    expect(() => parseRegionMap(input)).toThrow(message)
  })
})

describe('files of another kind are named for what they are', () => {
  const good = town('110001', square(110, 30))
  const shaped = (geometry: unknown) => collection([good, { ...good, geometry }])
  // As echarts.apache.org publishes districts.
  const encoded = { type: 'Polygon', coordinates: ['@@@G@EB'], encodeOffsets: [[112640, 33792]] }
  const encodedParts = {
    type: 'MultiPolygon',
    coordinates: [['@@@G@EB']],
    encodeOffsets: [[[112640, 33792]]],
  }
  const cases: [string, unknown, string][] = [
    ['ECharts-encoded file', collection([good], { UTF8Encoding: true }), 'UTF8Encoding：这是 ECharts 的压缩编码格式'],
    ['ECharts-encoded polygon', shaped(encoded), 'features[1].geometry：这是 ECharts 的压缩编码格式'],
    ['ECharts-encoded parts', shaped(encodedParts), 'features[1].geometry：这是 ECharts 的压缩编码格式'],
    ['TopoJSON', { type: 'Topology', objects: {}, arcs: [] }, 'type：这是 TopoJSON，请转换为 GeoJSON'],
    ['single feature', good, 'type：只有一个 Feature'],
    ['null geometry', shaped(null), 'features[1].geometry：几何为空（null）'],
    ['label point', shaped({ type: 'Point', coordinates: [110, 30] }), 'features[1].geometry：Point 是标注点'],
    ['border line', shaped({ type: 'LineString', coordinates: [[110, 30], [111, 30]] }), 'LineString 是线'],
    ['geometry collection', shaped({ type: 'GeometryCollection', geometries: [] }), 'GeometryCollection 不支持'],
    ['island as a second feature', collection([good, town('110001', square(112, 30))]), '请合并为一个 MultiPolygon'],
    ['swapped axes, east of 90°', collection([town('440111', square(23, 113))]), '[0][0]：经度与纬度颠倒'],
    ['swapped axes, west of 90°', collection([town('650100', square(43, 87))]), 'features：经度与纬度颠倒'],
    ['metres', collection([town('440111', square(439_000, 2_560_000))]), '米制坐标请先转换为经纬度'],
  ] // prettier-ignore

  it.each(cases)('%s', (_, input, message) => {
    expect(() => parseRegionMap(input)).toThrow(message)
  })
})

describe('limits', () => {
  it('refuses more than 400 towns', () => {
    const many = Array.from({ length: 401 }, (_, index) => town(String(110_000 + index), square(0, 0)))
    expect(() => parseRegionMap(collection(many))).toThrow('features：401 个要素，超过上限 400')
  })

  it('refuses more than 60,000 vertices', () => {
    const ring = Array.from({ length: 30_001 }, (_, index) => {
      const angle = ((index % 30_000) / 30_000) * 2 * Math.PI
      return [Math.cos(angle), Math.sin(angle)]
    })
    const input = collection([town('110001', ring), town('110002', ring)])
    expect(() => parseRegionMap(input)).toThrow('features[1].geometry：顶点总数超过上限 60000')
  })
})
