import { isFields, recordIn } from '../lib/fields'

const ENCODED =
  '这是 ECharts 的压缩编码格式（UTF8Encoding），坐标不是经纬度：请换用未压缩的 GeoJSON，或用 ECharts 解码后另存'

/** Why a file of a known other kind is no map for us, with the way out; null where it is of no kind we know. */
export function otherFile(input: unknown): string | null {
  if (!isFields(input)) return null
  if (input['type'] === 'Topology') return 'type：这是 TopoJSON，请转换为 GeoJSON'
  if (input['type'] === 'Feature') return 'type：只有一个 Feature，应为 FeatureCollection'
  return input['UTF8Encoding'] === true ? `UTF8Encoding：${ENCODED}` : null
}

/** The same for one feature; null as well where its geometry is a polygon or cannot be told. */
export function otherGeometry(input: unknown): string | null {
  if (isFields(input) && input['geometry'] === null) return '几何为空（null）：请补上边界，或删去这个要素'
  const geometry = recordIn(input, 'geometry')
  if (!geometry) return null
  const { type, encodeOffsets, coordinates } = geometry
  if (encodeOffsets !== undefined || isEncoded(coordinates)) return ENCODED
  if (type === 'Point' || type === 'MultiPoint') return `${type} 是标注点，不是区域：请删去这个要素`
  if (type === 'LineString' || type === 'MultiLineString')
    return `${type} 是线，不是区域：请换用面，或删去这个要素`
  if (type === 'GeometryCollection') return 'GeometryCollection 不支持：请合并为 MultiPolygon'
  return null
}

/** Whether rings are texts where lists of positions should stand. */
function isEncoded(coordinates: unknown, depth = 0): boolean {
  if (typeof coordinates === 'string') return true
  return depth < 2 && Array.isArray(coordinates) && coordinates.some((part) => isEncoded(part, depth + 1))
}
