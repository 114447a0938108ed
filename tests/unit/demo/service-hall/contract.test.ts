import { describe, expect, it } from 'vitest'
import { readers, schema, type WholeHalls } from '../../../../src/domains/service-hall/contract'
import { objected, plant, refused } from '../../contract/sample'
import { baseOf, bases, CITIES, hallsAt, momentsOf, regionsOf, TOWN_MOMENTS } from './cities'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe.each(CITIES)('%s', (city) => {
  it.each(momentsOf(city))('keeps its contract for the whole city (%s)', (moment) => {
    expect(refused(schema, json(hallsAt(city, moment)))).toEqual([])
  })

  it.each(TOWN_MOMENTS)('keeps its contract for every kind of region (%s)', (moment) => {
    for (const region of regionsOf(city))
      expect(refused(schema, json(hallsAt(city, moment, region))), String(region)).toEqual([])
  })

  it('says what its year adds up to, or that it is assumed', () => {
    expect(baseOf(city).source.basis).toMatch(/BY-0|HB-0|ZY-0|XT-0|假设/)
  })

  it('carries its published figures whatever the scope', () => {
    const town = regionsOf(city).at(-1) ?? null
    const figures = hallsAt(city, '2026-11-18 10:42', town).published
    expect(figures).toEqual(baseOf(city).published)
    expect(figures.length).toBeGreaterThan(8)
  })
})

it('covers five cities', () => {
  expect([...bases.keys()].toSorted()).toEqual(CITIES.toSorted())
})

describe('terminals', () => {
  it('are simulated only where a city published their number', () => {
    const published = (city: string) =>
      baseOf(city).published.find(({ metric }) => metric === 'selfservice_terminals')?.value ?? null
    for (const city of CITIES) {
      const { operation } = hallsAt(city, '2026-11-18 10:42')
      expect(operation?.terminals?.total ?? null, city).toBe(published(city))
      if (!operation?.terminals)
        expect(operation.towns.some((t) => 'terminals' in t || 'terminalsOffline' in t)).toBe(false)
    }
  })
})

const [reader] = readers

type Change = (o: WholeHalls) => [path: string, value: unknown]

const PLANTED: readonly [what: string, change: Change, path: string][] = [
  ['more served than issued', () => ['served.value', 99_999], 'served'],
  ['halls that do not add up', (o) => ['halls.0.waiting', (o.halls[0]?.waiting ?? 0) + 1], 'halls'],
  [
    'towns that do not add up',
    (o) => [`towns.${o.towns.findIndex((t) => t.halls > 0)}.waiting`, 999],
    'towns',
  ],
  ['queues that do not add up', () => ['lines.0.waiting', 999], 'lines'],
  ['business that does not add up', () => ['business.0.count', 99_999], 'business'],
  ['hours that do not add up', () => ['hours.0.issued', 99_999], 'hours'],
  ['more waits than tickets', () => ['waits.0.count', 99_999], 'waits'],
  ['a counter too many', (o) => ['counters.total', o.counters.total + 1], 'counters'],
  ['a hall with more open than it has', () => ['halls.0.open', 999], 'halls'],
  ['a hall that served more than it issued', () => ['halls.0.served', 99_999], 'halls'],
  ['a usual range the wrong way round', () => ['halls.0.normal.low', 999], 'halls.0.normal'],
  ['more terminals online than there are', () => ['terminals.online', 999], 'terminals'],
  ['terminals that do not add up', () => ['terminals.total', 999], 'terminals'],
  ['a town with more offline than terminals', () => ['towns.0.terminalsOffline', 99], 'towns'],
  ['levels that are not the ratings', () => ['evaluation.month.rated', 1], 'evaluation.month'],
  ['closure stages that do not add up', () => ['evaluation.stages.0.count', 99], 'evaluation.stages'],
  ['more overdue than open', () => ['evaluation.overdue.value', 99], 'evaluation.overdue'],
  [
    'more rated today than in a month',
    (o) => [
      'evaluation.today',
      { rated: 99_999_999, levels: [99_999_999, ...o.evaluation.today.levels.slice(1).map(() => 0)] },
    ],
    'evaluation.today',
  ],
  ['a running total of done above issued', () => ['cumulative.served.0', 999], 'cumulative'],
  ['running totals of different length', () => ['cumulative.served', []], 'cumulative.served'],
  ['a counter state nobody knows', () => ['counters.rows.0.state', 'lunch'], 'counters.rows.0.state'],
  ['a rate above 100', () => ['noShowRate.value', 100.5], 'noShowRate.value'],
  [
    'a fault without an hour and a zone',
    () => ['terminals.faults.0.since', '2026-11-18'],
    'terminals.faults.0.since',
  ],
]

describe('a document with', () => {
  const good = hallsAt('baiyun', '2026-11-18 10:42')

  it.each(PLANTED)('%s is refused or shown as such, by the name of the field', (_, change, path) => {
    if (!good.operation) throw new Error('no operation')
    expect(objected(reader, good)).toEqual([])
    const [where, value] = change(good.operation)
    expect(objected(reader, plant(good, `operation.${where}`, value))).toContain(`operation.${path}`)
  })

  it('an unknown field is read without it', () => {
    const named = schema.safeParse(
      json(plant(plant(good, 'operation.clerk', '张三'), 'operation.halls.0.x', 1)),
    )
    expect(named.data).toEqual(json(good))
  })

  it('a bad review due before it was received is refused', () => {
    const rows = good.operation?.evaluation.rows ?? []
    expect(rows.length).toBeGreaterThan(0)
    const bad = plant(good, 'operation.evaluation.rows.0.dueAt', '2020-01-01T00:00:00+08:00')
    expect(refused(schema, json(bad))).toContain('operation.evaluation.rows.0.dueAt')
  })
})
