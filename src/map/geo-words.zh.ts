const encoded =
  '这是 ECharts 的压缩编码格式（UTF8Encoding），坐标不是经纬度：请换用未压缩的 GeoJSON，或用 ECharts 解码后另存'
const shape = '几何应为 Polygon 或 MultiPolygon'

/** What is wrong with a map file, and the way out. Every refusal stands after the place it is about. */
export const words = {
  at: (place: string, what: string) => `${place || '地图文件'}：${what}`,
  notUtf8: '不是 UTF-8 编码，请另存为 UTF-8',
  notJson: (reason: string) => `JSON 无法解析，${reason}`,
  topology: '这是 TopoJSON，请转换为 GeoJSON',
  single: '只有一个 Feature，应为 FeatureCollection',
  encoded,
  noGeometry: '几何为空（null）：请补上边界，或删去这个要素',
  point: (type: string) => `${type} 是标注点，不是区域：请删去这个要素`,
  line: (type: string) => `${type} 是线，不是区域：请换用面，或删去这个要素`,
  collected: 'GeometryCollection 不支持：请合并为 MultiPolygon',
  notText: '应为文字',
  noName: '缺少名称',
  nameNotText: '名称应为文字',
  noCode: '缺少行政区划代码',
  codeNotText: '行政区划代码应为文字或整数',
  notGeoJson: '应为 GeoJSON 对象',
  notCollection: '应为 FeatureCollection',
  otherCrs: '坐标系应为 "WGS-84"、"GCJ-02"、"BD-09" 或 "CGCS2000"（投影坐标请先转换为经纬度）',
  notBoolean: '应为 true 或 false',
  noList: '缺少要素数组',
  noFeatures: '没有要素',
  approvalNotText: '应为文字（审图号）',
  notObject: '应为 Feature 对象',
  notFeature: '应为 Feature',
  noProperties: '缺少属性',
  shape,
  notParts: '应为多边形数组',
  noParts: '没有多边形',
  notRings: '应为多边形的圈',
  noRings: '多边形没有外圈',
  notRing: '应为一圈坐标',
  shortRing: '一圈至少 4 个点（首尾相同）',
  notPosition: '坐标应为 [x, y]',
  notFinite: '坐标应为有限数字',
  open: '首尾坐标应相同',
  swapped: '经度与纬度颠倒：坐标应为 [经度, 纬度]',
  notDegrees: (x: number, y: number) =>
    `${x}, ${y} 经纬度超出范围（米制坐标请先转换为经纬度；示意图请声明 schematic: true）`,
  manyFeatures: (features: number, most: number) => `${features} 个要素，超过上限 ${most}`,
  sameCode: (code: string, earlier: number) =>
    `${code} 与 features[${earlier}] 重复（一地分成几块时请合并为一个 MultiPolygon）`,
  manyVertices: (most: number) => `顶点总数超过上限 ${most}`,
  noArea: '面积为 0',
}
export type Words = typeof words
