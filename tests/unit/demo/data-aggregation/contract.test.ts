import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/demo/data-aggregation/document'
import { readers, schema as whole, type WholeData } from '../../../../src/domains/data-aggregation/contract'
import { objected } from '../../contract/sample'
import { at, cn, freeze, limits } from '../cities'
import { baseOf, bases, dataAt, demoOf, MOMENTS, PRESENT, seedOf } from './cities'
import { operationAt } from './counted'

const [reader] = readers
const NOW = at('2026-11-18T10:42')

describe.each(PRESENT)('%s keeps its contract at any moment', (city) => {
  const town = demoOf(city).towns[0]?.code ?? ''
  it.each([null, town, town.slice(0, 6)])('in the region %s', (region) => {
    for (const now of MOMENTS) {
      const document = { ...dataAt(city, now, region), operation: operationAt(city, now, region) }
      const parsed = whole.safeParse(JSON.parse(JSON.stringify(document)))
      expect(parsed.success ? [] : parsed.error.issues).toEqual([])
      expect(Date.parse(document.asOf)).toBeLessThanOrEqual(now)
      expect(now - Date.parse(document.asOf)).toBeLessThan(86_400_000)
      expect(document.region).toBe(region ?? baseOf(city).region)
    }
  })

  it('says the same of the same input, which it leaves untouched, and of its own answer', () => {
    const frozen = freeze(structuredClone(seedOf(city)))
    const moment = { now: NOW, region: null, limits, calendar: cn }
    const first = simulate(frozen, moment)
    expect(simulate(structuredClone(frozen), moment)).toEqual(first)
    expect(simulate({ document: first, demo: frozen.demo }, moment)).toEqual(first)
  })
})

describe('a city without a data platform', () => {
  it.each([
    ['zongyang', 'not-built'],
    ['heyuan', 'not-connected'],
  ])('%s is %s, not 0', (city, kind) => {
    const document = bases.get(city)
    expect(document?.absence?.kind).toBe(kind)
    expect(document?.operation).toBeNull()
    expect(document?.source.simulated).toBe(false)
    expect(whole.safeParse(document).success).toBe(true)
    expect(dataAt(city, NOW)).toBe(document)
  })
})

describe('what contradicts itself is told with the document', () => {
  it.each([
    ['huaibei', 'HB-C2'],
    ['xiantao', 'XT-C3'],
  ])('%s %s', (city, id) => {
    expect(baseOf(city).contradictions.map((c) => c.id)).toEqual([id])
  })
})

describe('the contract refuses, or shows as such, by the name of the field,', () => {
  const good = operationAt('baiyun', NOW)
  const off = (value: number | null) => (value ?? 0) + 1
  const cases: [string, (o: WholeData) => WholeData, string][] = [
    [
      'departments that do not add up',
      (o) => ({ ...o, records: { ...o.records, value: off(o.records.value) } }),
      'departments',
    ],
    [
      'an intake that is not the departments’',
      (o) => ({ ...o, intake: { ...o.intake, latest: { ...o.intake.latest, value: 1 } } }),
      'intake.latest',
    ],
    [
      'days that do not end with the latest',
      (o) => ({ ...o, intake: { ...o.intake, days: o.intake.days.slice(0, -1) } }),
      'intake.days',
    ],
    [
      'a count of classes that is not theirs',
      (o) => ({ ...o, classes: { value: 1, unit: '类', period: '此刻' } }),
      'classes',
    ],
    ['more loaded than due', (o) => ({ ...o, loaded: { done: 9, due: 8 } }), 'loaded'],
    [
      'a catalogue that does not add up',
      (o) => ({ ...o, catalogue: { ...o.catalogue, entries: { ...o.catalogue.entries, value: 1 } } }),
      'catalogue.classes',
    ],
    [
      'more mounted than catalogued',
      (o) => ({
        ...o,
        catalogue: { ...o.catalogue, classes: o.catalogue.classes.map((c) => ({ ...c, mounted: 9999 })) },
      }),
      'catalogue.classes',
    ],
    [
      'more failures than calls',
      (o) => ({ ...o, sharing: { ...o.sharing, failures: { ...o.sharing.failures, value: 1e9 } } }),
      'sharing.failures',
    ],
    [
      'consumers that do not add up',
      (o) => ({ ...o, sharing: { ...o.sharing, consumers: [] } }),
      'sharing.consumers',
    ],
    [
      'ages that are not the open issues',
      (o) => ({ ...o, issues: { ...o.issues, open: { ...o.issues.open, value: off(o.issues.open.value) } } }),
      'issues.byAge',
    ],
    [
      'an overdue count that is not the oldest age',
      (o) => ({ ...o, issues: { ...o.issues, overdue: { ...o.issues.overdue, value: 5 } } }),
      'issues.overdue',
    ],
    [
      'more problems than were checked',
      (o) => ({ ...o, issues: { ...o.issues, problemRows: { ...o.issues.problemRows, value: 1e12 } } }),
      'issues.problemRows',
    ],
    [
      'returns that do not add up',
      (o) => ({ ...o, returns: { ...o.returns, sources: [] } }),
      'returns.sources',
    ],
    [
      'a list of applications that is not their count',
      (o) => ({ ...o, returns: { ...o.returns, applications: [] } }),
      'returns.applications',
    ],
    ['a rate above 100', (o) => ({ ...o, ontime: { ...o.ontime, value: 101 } }), 'ontime.value'],
    ['a date that is none', (o) => ({ ...o, loadedDay: '2026-13-40' }), 'loadedDay'],
  ]

  const read = (operation: WholeData) => objected(reader, { ...dataAt('baiyun', NOW), operation })

  it('nothing of the document as it is', () => {
    expect(read(good)).toEqual([])
  })

  it.each(cases)('%s', (_, break_, field) => {
    expect(read(break_(good))).toContain(`operation.${field}`)
  })
})
