import * as z from 'zod/mini'
import { writtenRegionCode } from '../contract/primitives'

const text = (what: string) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `缺少${what}` : `${what}应为文字`) })
    .check(z.trim(), z.minLength(1, `缺少${what}`))

const position = z
  .array(z.number('坐标应为有限数字'), '坐标应为 [x, y]')
  .check(z.minLength(2, '坐标应为 [x, y]'))
const ring = z.array(position, '应为一圈坐标').check(z.minLength(4, '一圈至少 4 个点（首尾相同）'))
const polygon = z.array(ring, '应为多边形的圈').check(z.minLength(1, '多边形没有外圈'))

/** The part of a GeoJSON file read before its features; limits are checked on it first. */
export const head = z.object(
  {
    type: z.literal('FeatureCollection', '应为 FeatureCollection'),
    schematic: z.optional(z.boolean('应为 true 或 false')),
    note: z.optional(z.nullable(z.string('应为文字'))),
    approval: z.optional(z.nullable(z.string('应为文字（审图号）'))),
    features: z.array(z.unknown(), '缺少要素数组').check(z.minLength(1, '没有要素')),
  },
  '应为 GeoJSON 对象',
)

/** One town of a GeoJSON file. Unknown properties are dropped. */
export const feature = z.object(
  {
    type: z.literal('Feature', '应为 Feature'),
    properties: z.object(
      {
        code: writtenRegionCode,
        name: text('名称'),
        short: z.optional(z.nullable(z.string('应为文字'))),
        districtCode: z.optional(z.nullable(writtenRegionCode)),
        district: z.optional(z.nullable(z.string('应为文字'))),
      },
      '缺少属性',
    ),
    geometry: z.discriminatedUnion(
      'type',
      [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(polygon, '应为多边形数组').check(z.minLength(1, '没有多边形')),
        }),
      ],
      '几何应为 Polygon 或 MultiPolygon',
    ),
  },
  '应为 Feature 对象',
)

export type Feature = z.infer<typeof feature>
