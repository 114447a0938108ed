import { buildServiceHall } from '../../../../mock-data/generator/service-hall'
import { simulate } from '../../../../src/demo/service-hall/document'
import type { HallDemo } from '../../../../src/demo/service-hall/seed'
import type { HallDocument, WholeHalls } from '../../../../src/domains/service-hall/contract'
import { citiesOf } from '../cities'

export const CITIES = ['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao'] as const

export const {
  seedOf,
  bases,
  baseOf,
  demoOf,
  documentAt: hallsAt,
  operationAt,
} = citiesOf<HallDocument, HallDemo, WholeHalls>(buildServiceHall, simulate)

/** Night, the morning rush, noon, closing, evening, a Sunday, a holiday and the turn of a year. */
const MOMENTS = [
  '2026-11-18 03:00',
  '2026-11-18 10:42',
  '2026-11-18 12:20',
  '2026-11-18 17:06',
  '2026-11-18 21:30',
  '2026-11-22 10:00',
]
const FAR = ['2026-10-01 09:30', '2027-01-01 00:00']

/** One city is seen on all of them; the others where no other eight weeks must be worked out for it. */
export const momentsOf = (city: string) => (city === 'baiyun' ? [...MOMENTS, ...FAR] : MOMENTS)

/** Night, rush, closing and a day off: enough to see every state a town can be in. */
export const TOWN_MOMENTS = MOMENTS.filter((moment) => /03:00|10:42|17:06|11-22/.test(moment))

/** Each kind of region: the whole city, a district, every town with a hall, and every eighth without. */
export function regionsOf(city: string): (string | null)[] {
  const { towns, halls } = demoOf(city)
  const places = new Set(halls.map(({ place }) => place.code))
  const some = towns.map(({ code }) => code).filter((code, i) => places.has(code) || i % 8 === 0)
  return [null, ...new Set(some.map((code) => code.slice(0, 6))), ...some]
}
