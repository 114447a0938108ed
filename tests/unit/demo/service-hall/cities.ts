import { cityBases } from '../../../../mock-data/generator/cities'
import { readMetrics } from '../../../../mock-data/generator/metrics'
import { buildServiceHall } from '../../../../mock-data/generator/service-hall'
import { limitsOf } from '../../../../src/config/metrics'
import { parseTime } from '../../../../src/lib/calendar'
import type { HallDocument, WholeHalls } from '../../../../src/domains/service-hall/contract'
import type { HallDemo } from '../../../../src/demo/service-hall/seed'
import { simulate } from '../../../../src/demo/service-hall/document'

export const metrics = readMetrics()
export const limits = limitsOf(metrics)
export const CITIES = ['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao'] as const

export const bases = new Map(cityBases().map((city) => [city.id, buildServiceHall(city)]))

export function baseOf(city: string): HallDocument {
  const base = bases.get(city)
  if (!base) throw new Error(`no ${city}`)
  return base
}

export function demoOf(city: string): HallDemo {
  const demo = baseOf(city).operation?.demo
  if (!demo) throw new Error(`${city} has no demo`)
  return demo
}

/** `2026-11-18 10:42`, Beijing time. */
export const at = (moment: string) => parseTime(`${moment.replace(' ', 'T')}:00+08:00`)

/** A document of the demo: its simulation leaves no part out. */
type Demo = HallDocument & { operation: WholeHalls | null }

export function hallsAt(city: string, moment: string | number, region: string | null = null): Demo {
  const now = typeof moment === 'number' ? moment : at(moment)
  return simulate(baseOf(city), { now, region, limits }) as Demo
}

export function operationAt(city: string, moment: string | number, region: string | null = null): WholeHalls {
  const { operation } = hallsAt(city, moment, region)
  if (!operation) throw new Error(`${city} has no operation`)
  return operation
}

export const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)

/** Night, the morning rush, noon, closing, evening, a Sunday, a holiday and the turn of a year. */
export const MOMENTS = [
  '2026-11-18 03:00',
  '2026-11-18 10:42',
  '2026-11-18 12:20',
  '2026-11-18 17:06',
  '2026-11-18 21:30',
  '2026-11-22 10:00',
  '2026-10-01 09:30',
  '2027-01-01 00:00',
]

/** Each kind of region: the whole city, a district, every town with a hall, and every eighth without. */
export function regionsOf(city: string): (string | null)[] {
  const { towns, halls } = demoOf(city)
  const places = new Set(halls.map(({ place }) => place.code))
  const some = towns.map(({ code }) => code).filter((code, i) => places.has(code) || i % 8 === 0)
  return [null, ...new Set(some.map((code) => code.slice(0, 6))), ...some]
}
