import { readCalendar } from '../../../../mock-data/generator/calendar'
import { buildServiceHall } from '../../../../mock-data/generator/service-hall'
import type { AnyKind } from '../../../../src/contract/records/kind'
import { demo } from '../../../../src/demo/service-hall/demo'
import { simulate } from '../../../../src/demo/service-hall/document'
import type { HallDemo } from '../../../../src/demo/service-hall/seed'
import type { HallDocument, WholeHalls } from '../../../../src/domains/service-hall/contract'
import { counting } from '../../../../src/domains/service-hall/summary'
import { bookOf } from '../../domains/book'
import { raisedIn } from '../../domains/rules/ground'
import { at, citiesOf, limits } from '../cities'

export const CITIES = ['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao'] as const

const cities = citiesOf<HallDocument, HallDemo, WholeHalls>(buildServiceHall, simulate)
export const { seedOf, bases, baseOf, demoOf } = cities

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

/** What the city answers when it is asked for the rows of a kind: all, or what changed after `since`. */
export function rowsAt(city: string, { id }: AnyKind, now: number, since: number | null = null) {
  const rows = demo.records?.[id.replace('service-hall.', '')]
  if (!rows) throw new Error(`no rows of ${id}`)
  return rows(seedOf(city), { now, since, calendar: readCalendar(city) })
}

let kept: { readonly key: string; readonly book: ReturnType<typeof bookOf> } | undefined

/** Every record of the city at a moment; the last one is kept, as many places are seen of it. */
function bookAt(city: string, now: number) {
  const key = `${city}|${now}`
  const book =
    kept?.key === key
      ? kept.book
      : bookOf(...counting.kinds.map((kind) => [kind, rowsAt(city, kind, now)] as const))
  kept = { key, book }
  return book
}

/** What the rows of the city come to, beside what no row tells. */
export function operationAt(city: string, moment: string | number, region: string | null = null) {
  const now = typeof moment === 'number' ? moment : at(moment)
  const operation = counting.count(bookAt(city, now), {
    now,
    region,
    limits,
    calendar: readCalendar(city),
  })
  return { ...operation, ...cities.documentAt(city, now, region).operation } as WholeHalls
}

/** The document as a wall has it: counted, and judged by the rules. */
export const hallsAt = (city: string, moment: string | number, region: string | null = null) => {
  const document = cities.documentAt(city, moment, region)
  const whole = operationAt(city, moment)
  const now = typeof moment === 'number' ? moment : at(moment)
  const about = { now, region: null, limits, calendar: readCalendar(city) }
  const courses = counting.courses?.(bookAt(city, now), about)
  return {
    ...document,
    operation: region === null ? whole : operationAt(city, moment, region),
    exceptions: raisedIn(document, whole, region, limits, courses),
  }
}
