import { vi } from 'vitest'
import { cityBases, type CityBase } from '../../../mock-data/generator/cities'
import { readCalendar } from '../../../mock-data/generator/calendar'
import { readMetrics } from '../../../mock-data/generator/metrics'
import { limitsOf } from '../../../src/config/written'
import type { CityDocument } from '../../../src/contract/document'
import type { CountedMoment } from '../../../mock-data/generator/counted'
import { atWorkBy, type AtWork } from '../../../src/demo/kit/at-work'
import type { Seed } from '../../../src/demo/kit/seed'
import { parseTime } from '../../../src/lib/calendar'
import * as random from '../../../src/lib/random'

export const metrics = readMetrics()
export const limits = limitsOf(metrics)

export const cn = readCalendar('baiyun')

/** `2026-11-18 10:42` or `2026-11-18T10:42`, Beijing time. */
export const at = (moment: string) => parseTime(`${moment.replace(' ', 'T')}:00+08:00`)

export const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)

const every = new Map(cityBases().map((city) => [city.id, city]))

/** The city most tests are about. */
export const baiyun = found(every.get('baiyun'), 'no baiyun')

/** A domain's demo in every test city. `Whole` is its operational part with nothing left out, as the demo makes it. */
interface Cities<D extends CityDocument, Params extends object, Whole> {
  readonly seedOf: (city: string) => Seed<D, Params>
  /** What stands still in a city: the document its demo starts from. */
  readonly baseOf: (city: string) => D
  readonly bases: ReadonlyMap<string, D>
  readonly demoOf: (city: string) => AtWork<Params>
  readonly documentAt: (
    city: string,
    moment: string | number,
    region?: string | null,
  ) => D & { operation: Whole | null }
  readonly operationAt: (city: string, moment: string | number, region?: string | null) => Whole
}

export function citiesOf<D extends CityDocument, Params extends object, Whole>(
  build: (city: CityBase) => Seed<D, Params>,
  simulate: (seed: Seed<D, Params>, moment: CountedMoment) => D,
): Cities<D, Params, Whole> {
  const seeds = new Map([...every].map(([id, city]) => [id, build(city)]))
  const seedOf = (city: string) => found(seeds.get(city), `${city} is no city`)
  const atWork = atWorkBy<Params>()
  const documentAt = (city: string, moment: string | number, region: string | null = null) => {
    const now = typeof moment === 'number' ? moment : at(moment)
    return simulate(seedOf(city), { now, region, limits, calendar: readCalendar(city) }) as D & {
      operation: Whole | null
    }
  }
  return {
    seedOf,
    baseOf: (city) => seedOf(city).document,
    bases: new Map([...seeds].map(([id, { document }]) => [id, document])),
    demoOf: (city) => atWork(found(seedOf(city).demo, `${city} has no demo`), readCalendar(city)),
    documentAt,
    operationAt: (city, moment, region) =>
      found(documentAt(city, moment, region).operation, `${city} has no operation`),
  }
}

function found<T>(value: T | null | undefined, otherwise: string): T {
  if (value === undefined || value === null) throw new Error(otherwise)
  return value
}

/** `value`, whose parts nobody can change any more. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

/** How often `run` draws from chance: a demo does so thousands of times to work out a day, and hardly to remember it. */
export function draws(run: () => void): number {
  const drawn = [vi.spyOn(random, 'stream'), vi.spyOn(random, 'unit')]
  try {
    run()
    return drawn.reduce((n, { mock }) => n + mock.calls.length, 0)
  } finally {
    for (const spy of drawn) spy.mockRestore()
  }
}
