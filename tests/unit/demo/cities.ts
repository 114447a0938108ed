import { vi } from 'vitest'
import { cityBases, type CityBase } from '../../../mock-data/generator/cities'
import { readMetrics } from '../../../mock-data/generator/metrics'
import { limitsOf } from '../../../src/config/written'
import type { Moment } from '../../../src/contract/dataset'
import type { CityDocument } from '../../../src/contract/document'
import { parseTime } from '../../../src/lib/calendar'
import * as random from '../../../src/lib/random'

export const metrics = readMetrics()
export const limits = limitsOf(metrics)

/** `2026-11-18 10:42` or `2026-11-18T10:42`, Beijing time. */
export const at = (moment: string) => parseTime(`${moment.replace(' ', 'T')}:00+08:00`)

export const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)

const every = new Map(cityBases().map((city) => [city.id, city]))

/** The city most tests are about. */
export const baiyun = found(every.get('baiyun'), 'no baiyun')

type Simulated = CityDocument & { operation: { demo?: unknown } | null }
type DemoOf<D extends Simulated> = NonNullable<NonNullable<D['operation']>['demo']>

/** A domain's demo in every test city. `Whole` is its operational part with nothing left out, as the demo makes it. */
interface Cities<D extends Simulated, Whole> {
  readonly bases: ReadonlyMap<string, D>
  readonly baseOf: (city: string) => D
  readonly demoOf: (city: string) => DemoOf<D>
  readonly documentAt: (
    city: string,
    moment: string | number,
    region?: string | null,
  ) => D & { operation: Whole | null }
  readonly operationAt: (city: string, moment: string | number, region?: string | null) => Whole
}

export function citiesOf<D extends Simulated, Whole>(
  build: (city: CityBase) => D,
  simulate: (document: D, moment: Moment) => D,
): Cities<D, Whole> {
  const bases = new Map([...every].map(([id, city]) => [id, build(city)]))
  const baseOf = (city: string) => found(bases.get(city), `${city} is no city`)
  const documentAt = (city: string, moment: string | number, region: string | null = null) => {
    const now = typeof moment === 'number' ? moment : at(moment)
    return simulate(baseOf(city), { now, region, limits }) as D & { operation: Whole | null }
  }
  return {
    bases,
    baseOf,
    demoOf: (city) => found(baseOf(city).operation?.demo as DemoOf<D> | undefined, `${city} has no demo`),
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
