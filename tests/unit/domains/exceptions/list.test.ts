import { describe, expect, it } from 'vitest'
import { deriveDocument } from '../../../../src/contract/derive'
import type { CityDocument } from '../../../../src/contract/document'
import type { Inputs } from '../../../../src/contract/resource'
import { exceptions } from '../../../../src/domains/exceptions/resources'
import { schema } from '../../../../src/domains/exceptions/contract'
import { exception, refused, sample } from '../../contract/sample'

const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation']
const from = (contract: string, items: CityDocument['exceptions']) =>
  sample({ contract: `${contract}/1`, exceptions: items })

const inputs = new Map([
  ['hotline', from('hotline', [exception({ id: 'h1', severity: 'minor' }), exception({ id: 'h2' })])],
  ['video', from('video', [exception({ id: 'v1', severity: 'major', domain: 'video' })])],
  ['service-hall', from('service-hall', [])],
  [
    'data-aggregation',
    from('data-aggregation', [
      exception({ id: 'd1', due: '2026-11-18T08:00:00+08:00', domain: 'data-aggregation' }),
    ]),
  ],
])

function derive(given: Inputs, region = '440111'): CityDocument {
  const source = { name: '处置清单', owner: '本系统', cadenceSeconds: 5 }
  const envelope = { city: 'baiyun', region, source, base: undefined }
  const document = deriveDocument(exceptions, envelope, given, new Set())
  if (!document) throw new Error('nothing derived')
  return document
}

describe('the list of a town', () => {
  const HERE = { code: '440111103001', name: '人和' }
  const of = (region: string, items: CityDocument['exceptions'], more: object = {}) =>
    sample({ contract: 'hotline/1', region, exceptions: items, ...more })
  const items = [
    exception({ id: 'here', place: HERE }),
    exception({ id: 'away', place: { code: '440111001', name: '景泰' } }),
    exception({ id: 'city', place: null }),
    exception({ id: 'nowhere', place: undefined }),
  ]
  const town = (given: Inputs) => {
    const source = { name: '处置清单', owner: '本系统', cadenceSeconds: 5 }
    const envelope = { city: 'baiyun', region: '440111', source, base: undefined, town: '440111103' }
    const document = deriveDocument(exceptions, envelope, given, new Set())
    if (!document) throw new Error('nothing derived')
    expect(refused(schema, document)).toEqual([])
    return document
  }

  it('has what lies there of a source that knows only the whole city, and counts what lies nobody knows where', () => {
    const document = town(new Map([['hotline', of('440111', items)]]))
    expect(document.exceptions.map(({ id }) => id)).toEqual(['here'])
    expect(document).toMatchObject({ region: '440111103', operation: { unseen: [], unplaced: 1 } })
  })

  it('has all that a source says of the town itself, and what it counts besides', () => {
    const rules = { judged: 1, faults: [], cut: [], unplaced: 2 }
    const document = town(
      new Map([
        ['hotline', of('440111103', items.slice(0, 1), { rules })],
        ['video', of('440111', items)],
      ]),
    )
    expect(document.exceptions.map(({ id }) => id)).toEqual(['here', 'here'])
    expect(document.operation).toEqual({ unseen: [], unplaced: 3 })
  })

  it('of the whole city counts nothing apart', () => {
    expect(derive(new Map([['hotline', of('440111', items)]])).operation).toEqual({ unseen: [] })
  })
})

describe('the one list', () => {
  it('holds what every domain raised, the worst and the most pressing first', () => {
    expect(derive(inputs).exceptions.map(({ id }) => id)).toEqual(['d1', 'h2', 'v1', 'h1'])
  })

  it('is complete when all four domains were seen', () => {
    expect(derive(inputs).operation).toEqual({ unseen: [] })
  })

  it('names every domain it could not see instead of calling it quiet', () => {
    const read = (ids: readonly string[]): Inputs =>
      new Map(DOMAINS.map((id) => [id, ids.includes(id) ? inputs.get(id) : undefined]))
    const some = read(['service-hall', 'data-aggregation'])
    expect(derive(some).operation).toEqual({ unseen: ['hotline', 'video'] })
    expect(derive(some).exceptions.map(({ id }) => id)).toEqual(['d1'])
    expect(derive(read(['video'])).operation).toEqual({
      unseen: ['hotline', 'service-hall', 'data-aggregation'],
    })
  })

  it('names a domain the city has not connected, as one that was never there: nobody watches it, and nothing is amiss', () => {
    const absence = { kind: 'not-connected', reason: '接口尚未开通', source: '信息中心' } as const
    const absent = sample({ contract: 'video/1', absence, operation: null })
    expect(derive(new Map([...inputs, ['video', absent]])).operation).toEqual({
      unseen: ['video'],
      absent: ['video'],
    })
  })

  it('in a flood keeps the most urgent, and its contract', () => {
    const many = (severity: 'critical' | 'minor', n: number) =>
      Array.from({ length: n }, (_, i) => exception({ id: `${severity}-${i}`, severity }))
    const flood = new Map([
      ['hotline', from('hotline', many('minor', 60))],
      ['video', from('video', many('critical', 40))],
    ])
    const { exceptions: items } = derive(flood)
    expect(items.filter(({ severity }) => severity === 'critical')).toHaveLength(40)
    expect(refused(schema, derive(flood))).toEqual([])
  })

  it('carries the time of the newest domain and the scope it was derived for', () => {
    const newer = from('video', [])
    const late = { ...newer, asOf: '2026-11-18T10:43:00+08:00' }
    expect(derive(new Map([...inputs, ['video', late]]), '440111001')).toMatchObject({
      asOf: late.asOf,
      region: '440111001',
    })
    expect(derive(inputs)).toMatchObject({ asOf: newer.asOf, region: '440111' })
  })
})
