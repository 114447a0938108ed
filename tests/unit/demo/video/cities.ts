import { buildVideo } from '../../../../mock-data/generator/video'
import { simulate } from '../../../../src/demo/video/document'
import type { VideoDemo } from '../../../../src/demo/video/seed'
import type { VideoDocument, WholeVideo } from '../../../../src/domains/video/contract'
import { citiesOf } from '../cities'

export const CITIES = ['baiyun', 'huaibei'] as const

export const {
  seedOf,
  bases,
  baseOf,
  demoOf,
  documentAt: videoAt,
  operationAt,
} = citiesOf<VideoDocument, VideoDemo, WholeVideo>(buildVideo, simulate)

/** Night, office hours, evening, a Sunday, a holiday and the turn of a year. */
export const MOMENTS = [
  '2026-11-18 03:00',
  '2026-11-18 10:42',
  '2026-11-18 19:58',
  '2026-11-22 15:10',
  '2026-10-01 08:30',
  '2027-01-01 00:00',
]
