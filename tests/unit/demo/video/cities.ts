import { cityBases } from '../../../../mock-data/generator/cities'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import { buildVideo } from '../../../../mock-data/generator/video'
import { limitsOf } from '../../../../src/config/metrics'
import { parseTime } from '../../../../src/lib/calendar'
import type { VideoDocument, WholeVideo } from '../../../../src/domains/video/contract'
import { simulate } from '../../../../src/demo/video/document'

export const limits = limitsOf(readMetrics())
export const CITIES = ['baiyun', 'huaibei'] as const
export type City = (typeof CITIES)[number]

export const bases = new Map(cityBases().map((city) => [city.id, buildVideo(city)]))

export function baseOf(city: string): VideoDocument {
  const base = bases.get(city)
  if (!base) throw new Error(`no ${city}`)
  return base
}

export function demoOf(city: City) {
  const demo = baseOf(city).operation?.demo
  if (!demo) throw new Error(`${city} has no demo`)
  return demo
}

/** `2026-11-18 10:42`, Beijing time. */
export const at = (moment: string) => parseTime(`${moment.replace(' ', 'T')}:00+08:00`)

/** A document of the demo: its simulation leaves no part out. */
type Demo = VideoDocument & { operation: WholeVideo | null }

export function videoAt(city: City, moment: string | number, region: string | null = null): Demo {
  const now = typeof moment === 'number' ? moment : at(moment)
  return simulate(baseOf(city), { now, region, limits }) as Demo
}

export function operationAt(city: City, moment: string | number, region: string | null = null): WholeVideo {
  const { operation } = videoAt(city, moment, region)
  if (!operation) throw new Error(`${city} has no operation`)
  return operation
}

export const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)

/** Night, office hours, evening, a Sunday, a holiday and the turn of a year. */
export const MOMENTS = [
  '2026-11-18 03:00',
  '2026-11-18 10:42',
  '2026-11-18 19:58',
  '2026-11-22 15:10',
  '2026-10-01 08:30',
  '2027-01-01 00:00',
]
