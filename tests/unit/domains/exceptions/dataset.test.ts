import { readCalendar } from '../../../../mock-data/generator/calendar'
import { answerOf } from '../../../../mock-data/generator/counted'
import type { Counting } from '../../../../src/contract/records/counting'
import { limits } from '../../demo/cities'
import { describe, expect, it } from 'vitest'
import { deriveDocument } from '../../../../src/contract/derive'
import type { CityDocument } from '../../../../src/contract/document'
import { isStale } from '../../../../src/contract/freshness'
import type { Inputs } from '../../../../src/contract/resource'
import type { Demo } from '../../../../src/demo/kit/domain'
import { exceptions } from '../../../../src/domains/exceptions/resources'
import { exception, sample } from '../../contract/sample'
import { judged } from '../documents'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation']
const source = { name: '某平台', owner: '某局', cadenceSeconds: 60, simulated: false }
const envelope = { city: 'baiyun', region: '440111', source: { ...source, cadenceSeconds: 5 } }

/** A domain's document, `secondsAgo` old, that raised one exception. */
const domain = (
  id: string,
  secondsAgo: number,
  change: Partial<CityDocument> = {},
): [string, CityDocument] => [
  id,
  sample({
    contract: `${id}/1`,
    source,
    asOf: new Date(NOW - secondsAgo * 1000).toISOString(),
    exceptions: [exception({ id: `${id}-1`, domain: id })],
    operation: {},
    ...change,
  }),
]

const all = (secondsAgo: number) => DOMAINS.map((id) => domain(id, secondsAgo))

/** The list over `inputs` as it is at `now`, let through by its contract; undefined where there is none. */
function listAt(inputs: Inputs, now: number): CityDocument | undefined {
  const old = [...inputs].filter(([, document]) => document && isStale(document, now)).map(([id]) => id)
  const document = deriveDocument(exceptions, { ...envelope, base: undefined }, inputs, new Set(old))
  return document && judged('exceptions', document)
}

/** The list of a city that has all four domains, of which `inputs` could be read. */
function live(...inputs: [string, CityDocument][]): CityDocument {
  const read = new Map(inputs)
  const document = listAt(new Map(DOMAINS.map((id) => [id, read.get(id)])), NOW)
  if (!document) throw new Error('no list')
  return document
}

describe('the live list, put together without an API of its own', () => {
  it('holds what every domain raised, and saw all of them', () => {
    const document = live(...all(20))
    expect(document.exceptions.map(({ domain: id }) => id).toSorted()).toEqual(DOMAINS.toSorted())
    expect(document.operation).toEqual({ unseen: [] })
    expect(document.source.simulated).toBe(false)
  })

  it('is as new as the newest domain, not as the moment it was asked for', () => {
    const document = live(domain('hotline', 200), domain('video', 40), domain('service-hall', 100))
    expect(Date.parse(document.asOf)).toBe(NOW - 40_000)
    expect(document.source.cadenceSeconds).toBe(60)
  })

  it('names a domain that failed, is not connected or sent nothing', () => {
    const absence = { kind: 'not-built', reason: '尚未建设', source: '年度报告' } as const
    const document = live(
      domain('service-hall', 20, { absence, operation: null }),
      domain('data-aggregation', 20, { operation: null }),
      domain('video', 20),
    )
    expect(document.operation).toEqual({
      unseen: ['hotline', 'service-hall', 'data-aggregation'],
      absent: ['service-hall'],
    })
  })

  it('names a domain from the first moment past five of its own periods', () => {
    const others = all(20).slice(1)
    expect(live(...others, domain('hotline', 300)).operation).toEqual({ unseen: [] })
    expect(live(...others, domain('hotline', 301)).operation).toEqual({ unseen: ['hotline'] })
    const hourly = { source: { ...source, cadenceSeconds: 3600 } }
    expect(live(...others, domain('hotline', 301, hourly)).operation).toEqual({ unseen: [] })
  })

  it('keeps what a stale domain raised: nobody has said that it is over', () => {
    const document = live(...all(20).slice(1), domain('hotline', 3000))
    expect(document.exceptions.map(({ id }) => id)).toContain('hotline-1')
  })

  it('does not stand where nothing at all was seen: it would look calm', () => {
    expect(listAt(new Map(DOMAINS.map((id) => [id, undefined])), NOW)).toBeUndefined()
  })

  it('names a domain that does not say what needs a person', () => {
    const silent = live(...all(20).slice(1), domain('hotline', 20, { judged: false, exceptions: [] }))
    expect(silent.operation).toEqual({ unseen: ['hotline'] })
  })

  it('holds its contract in a flood from every domain at once, and keeps the worst', () => {
    const flood = (id: string, severity: 'critical' | 'minor') =>
      domain(id, 20, {
        exceptions: Array.from({ length: 1200 }, (_, i) => exception({ id: `${id}-${i}`, severity })),
      })
    const document = live(flood('hotline', 'minor'), flood('video', 'critical'))
    expect(document.exceptions).toHaveLength(2000)
    expect(document.exceptions.slice(0, 1200).every(({ id }) => id.startsWith('video-'))).toBe(true)
  })
})

const countings = import.meta.glob<Counting>('../../../../src/domains/*/summary.ts', {
  import: 'counting',
  eager: true,
})
const demos = import.meta.glob<{ readonly demo: Demo }>('../../../../src/demo/*/demo.ts', { eager: true })
const seeds = import.meta.glob<object>('../../../../mock-data/*/seed/*.json', {
  eager: true,
  import: 'default',
})

/** A domain's document in the demo of `city`, judged by its contract. */
function demoAt(city: string, id: string, now: number): CityDocument {
  const demo = demos[`../../../../src/demo/${id}/demo.ts`]?.demo
  const seed = seeds[`../../../../mock-data/${city}/seed/${id}.json`]
  const counting = countings[`../../../../src/domains/${id}/summary.ts`]
  return judged(
    id,
    demo && answerOf(demo, counting, seed, { now, region: null, limits, calendar: readCalendar(city) }),
  )
}

describe.each(['baiyun', 'heyuan', 'huaibei', 'xiantao', 'zongyang'])('the demo list of %s', (city) => {
  it.each(['2026-11-18T03:00:00+08:00', '2026-11-18T10:42:00+08:00', '2026-11-22T23:59:00+08:00'])(
    'at %s is blind only where the city has no such data',
    (at) => {
      const now = Date.parse(at)
      const inputs = new Map(DOMAINS.map((id) => [id, demoAt(city, id, now)]))
      const absent = DOMAINS.filter((id) => inputs.get(id)?.operation === null)
      expect(listAt(inputs, now)?.operation).toEqual(
        absent.length > 0 ? { unseen: absent, absent } : { unseen: [] },
      )
    },
  )
})
