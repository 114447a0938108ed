import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../../src/contract/dataset'
import type { CityDocument } from '../../../../src/contract/document'
import { exceptions } from '../../../../src/domains/exceptions/resources'
import type { ExceptionsDocument } from '../../../../src/domains/exceptions/contract'
import { exception, sample } from '../../contract/sample'

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

function live(...inputs: [string, CityDocument][]): ExceptionsDocument {
  const moment = { now: NOW, region: null, limits: {} }
  const parsed = exceptions.parse(exceptions.derive?.(envelope, moment, new Map(inputs)))
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data
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
    expect(document.operation).toEqual({ unseen: ['hotline', 'service-hall', 'data-aggregation'] })
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

  it('that saw nothing at all says so of every domain, as of now', () => {
    const document = live()
    expect(document).toMatchObject({ operation: { unseen: DOMAINS }, exceptions: [] })
    expect(Date.parse(document.asOf)).toBe(NOW)
  })

  it('holds its contract in a flood from every domain at once, and keeps the worst', () => {
    const flood = (id: string, severity: 'critical' | 'minor') =>
      domain(id, 20, {
        exceptions: Array.from({ length: 400 }, (_, i) => exception({ id: `${id}-${i}`, severity })),
      })
    const document = live(flood('hotline', 'minor'), flood('video', 'critical'))
    expect(document.exceptions).toHaveLength(400)
    expect(document.exceptions.every(({ id }) => id.startsWith('video-'))).toBe(true)
  })
})

const datasets = Object.values(
  import.meta.glob<Record<string, Dataset>>('../../../../src/domains/*/resources.ts', { eager: true }),
).flatMap((module) => Object.values(module))
const documents = import.meta.glob<CityDocument>('../../../../mock-data/*/*.json', {
  eager: true,
  import: 'default',
})

describe.each(['baiyun', 'heyuan', 'huaibei', 'xiantao', 'zongyang'])('the demo list of %s', (city) => {
  it.each(['2026-11-18T03:00:00+08:00', '2026-11-18T10:42:00+08:00', '2026-11-22T23:59:00+08:00'])(
    'at %s is blind only where the city has no such data',
    (at) => {
      const moment = { now: Date.parse(at), region: null, limits: {} }
      const bases = datasets.flatMap((dataset) => {
        const parsed = dataset.parse(documents[`../../../../mock-data/${city}/${dataset.id}.json`])
        return parsed.success ? [{ dataset, base: parsed.data }] : []
      })
      const moved = (id: string, inputs: ReadonlyMap<string, CityDocument>) => {
        const found = bases.find(({ dataset }) => dataset.id === id)
        return found?.dataset.simulate?.(found.base, moment, inputs) ?? found?.base
      }
      const inputs = new Map(
        DOMAINS.flatMap((id) => {
          const document = moved(id, new Map())
          return document ? [[id, document] as const] : []
        }),
      )
      expect(inputs.size).toBe(4)
      const absent = DOMAINS.filter((id) => inputs.get(id)?.operation === null)
      expect(moved('exceptions', inputs)?.operation).toEqual({ unseen: absent })
    },
  )
})
