import { describe, expect, it } from 'vitest'
import { readers, schema, type WholeVideo } from '../../../../src/domains/video/contract'
import { objected } from '../../contract/sample'
import { bases, baseOf, CITIES, demoOf, MOMENTS, videoAt } from './cities'

const [reader] = readers
const parse = (value: unknown) => schema.safeParse(JSON.parse(JSON.stringify(value)))

describe.each(CITIES)('%s', (city) => {
  const [first] = demoOf(city).towns
  const regions = [null, first?.code.slice(0, 6) ?? '', ...demoOf(city).towns.map(({ code }) => code)]

  it.each(MOMENTS)('keeps its contract for the city, a district and every town (%s)', (moment) => {
    for (const region of regions) {
      const parsed = parse(videoAt(city, moment, region))
      expect(parsed.success ? [] : parsed.error.issues).toEqual([])
    }
  })

  it('carries its published figures whatever the scope', () => {
    const published = baseOf(city).published.map(({ metric }) => metric)
    expect(published).toContain('video_channels')
    expect(videoAt(city, '2026-11-18 10:42', first?.code).published.map(({ metric }) => metric)).toEqual(
      published,
    )
  })
})

describe.each(['heyuan', 'zongyang', 'xiantao'])('%s', (city) => {
  it('is not connected: no figures, no zeros, a reason with its document', () => {
    const document = baseOf(city)
    expect(parse(document).success).toBe(true)
    expect(document.operation).toBeNull()
    expect(document.published).toEqual([])
    expect(document.absence).toMatchObject({ kind: 'not-connected' })
    expect(document.absence?.source).toMatch(/20\d\d 年/)
    expect(document.source.simulated).toBe(false)
  })
})

it('covers five cities', () => {
  expect([...bases.keys()].toSorted()).toEqual(['baiyun', 'heyuan', 'huaibei', 'xiantao', 'zongyang'])
})

type Change = (o: WholeVideo) => Partial<WholeVideo>
const first = <T>(rows: readonly T[], change: (row: T) => T) =>
  rows.map((row, i) => (i === 0 ? change(row) : row))

const PLANTED: readonly [string, Change, string][] = [
  [
    'a source with more offline than channels',
    (o) => ({ sources: first(o.sources, (s) => ({ ...s, offline: s.channels + 1 })) }),
    'operation.sources',
  ],
  [
    'sources that do not add up',
    (o) => ({ sources: first(o.sources, (s) => ({ ...s, channels: s.channels + 1 })) }),
    'operation.sources',
  ],
  [
    'types that do not add up',
    (o) => ({ types: first(o.types, (t) => ({ ...t, offline: t.offline + 1 })) }),
    'operation.types',
  ],
  [
    'a town with more offline than cameras',
    (o) => ({ towns: first(o.towns, (t) => ({ ...t, offline: t.cameras + 1 })) }),
    'operation.towns',
  ],
  [
    'a usual range the wrong way round',
    (o) => ({ towns: first(o.towns, (t) => ({ ...t, low: t.high + 1 })) }),
    'operation.towns.0.low',
  ],
  [
    'more offline in the towns than in the city',
    (o) => ({ towns: o.towns.map((t) => ({ ...t, offline: t.cameras })) }),
    'operation.towns',
  ],
  [
    'an ageing that does not add up',
    (o) => ({ ageing: first(o.ageing, (a) => ({ ...a, count: a.count + 1 })) }),
    'operation.ageing',
  ],
  [
    'a rate that is not the counts’',
    (o) => ({ onlineRate: { ...o.onlineRate, value: 99.9 } }),
    'operation.onlineRate',
  ],
  [
    'a rate above 100',
    (o) => ({ onlineRate: { ...o.onlineRate, value: 100.1 } }),
    'operation.onlineRate.value',
  ],
  [
    'more seen than planned',
    (o) => ({
      patrol: { ...o.patrol, plans: first(o.patrol.plans, (p) => ({ ...p, viewed: p.channels + 1 })) },
    }),
    'operation.patrol.plans',
  ],
  ['states that do not add up', (o) => ({ open: { ...o.open, total: o.open.total + 1 } }), 'operation.open'],
  ['a trend out of order', (o) => ({ trend: o.trend.toReversed() }), 'operation.trend'],
  [
    'a fault without an hour and a zone',
    (o) => ({ faults: first(o.faults, (f) => ({ ...f, since: '2026-11-18' })) }),
    'operation.faults.0.since',
  ],
  [
    'a list without end',
    (o) => ({ faults: Array.from({ length: 41 }, () => o.faults[0]).flatMap((f) => (f ? [f] : [])) }),
    'operation.faults',
  ],
]

describe('a document with', () => {
  it.each(PLANTED)('%s is refused or shown as such, by the name of the field', (_, change, path) => {
    const good = videoAt('baiyun', '2026-11-18 10:42')
    if (!good.operation) throw new Error('no operation')
    expect(objected(reader, good)).toEqual([])
    const bad = { ...good, operation: { ...good.operation, ...change(good.operation) } }
    expect(objected(reader, bad)).toContain(path)
  })

  it('an absence and figures at once is refused', () => {
    const parsed = parse({ ...videoAt('baiyun', '2026-11-18 10:42'), absence: baseOf('heyuan').absence })
    expect(parsed.success ? '' : parsed.error.issues[0]?.path.join('.')).toBe('operation')
  })
})
