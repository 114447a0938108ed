import { cityBases } from '../../../../mock-data/generator/cities'
import { buildDataAggregation } from '../../../../mock-data/generator/data-aggregation'
import { limitsOf } from '../../../../src/config/metrics'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import { parseTime } from '../../../../src/lib/calendar'
import type { DataDocument, WholeData } from '../../../../src/domains/data-aggregation/contract'
import type { DataDemo } from '../../../../src/demo/data-aggregation/seed'
import { simulate } from '../../../../src/demo/data-aggregation/document'

export const limits = limitsOf(readMetrics())

export const at = (text: string) => parseTime(`${text}:00+08:00`)

/** Night before and after the load, the mock-up's moment, a Sunday, a missing batch, New Year and the end of the year. */
export const MOMENTS = [
  '2026-11-18T03:00',
  '2026-11-18T06:00',
  '2026-11-18T10:42',
  '2026-11-22T15:20',
  '2026-11-13T09:00',
  '2026-12-31T23:59',
  '2027-01-01T00:00',
  '2027-01-01T07:30',
  '2019-05-06T12:00',
].map(at)

export const bases = new Map(cityBases().map((city) => [city.id, buildDataAggregation(city)]))

export const PRESENT = ['baiyun', 'huaibei', 'xiantao']

export function base(city: string): DataDocument {
  const document = bases.get(city)
  if (!document) throw new Error(`没有 ${city}`)
  return document
}

export function demoOf(city: string): DataDemo {
  const demo = base(city).operation?.demo
  if (!demo) throw new Error(`${city} 没有演示参数`)
  return demo
}

/** A document of the demo: its simulation leaves no part out. */
type Demo = DataDocument & { operation: WholeData | null }

export const moved = (city: string, now: number, region: string | null = null): Demo =>
  simulate(base(city), { now, region, limits }) as Demo

export function operationAt(city: string, now: number, region: string | null = null): WholeData {
  const { operation } = moved(city, now, region)
  if (!operation) throw new Error(`${city} 没有运行数据`)
  return operation
}

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
