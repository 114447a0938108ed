import { describe, expect, it } from 'vitest'
import { deriveDocument } from '../../../../src/contract/derive'
import type { CityDocument } from '../../../../src/contract/document'
import { exceptions } from '../../../../src/domains/exceptions/resources'
import { schema } from '../../../../src/domains/exceptions/contract'
import { exception, refused, sample } from '../../contract/sample'

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

const DOMAINS = ['hotline', 'service-hall', 'video', 'data-aggregation']
const source = { name: '清单', owner: '本系统', cadenceSeconds: 60 }

function derive(given: ReadonlyMap<string, CityDocument>, region = '440111'): CityDocument {
  const inputs = new Map(DOMAINS.map((id) => [id, given.get(id)]))
  const list = deriveDocument(
    exceptions,
    { city: 'baiyun', region, source, base: undefined },
    inputs,
    new Set(),
  )
  if (!list) throw new Error('nothing derived')
  return list
}

describe('the one list', () => {
  it('holds what every domain raised, the worst and the most pressing first', () => {
    expect(derive(inputs).exceptions.map(({ id }) => id)).toEqual(['d1', 'h2', 'v1', 'h1'])
  })

  it('is complete when all four domains were seen', () => {
    expect(derive(inputs).operation).toEqual({ unseen: [] })
  })

  it('names every domain it could not see instead of calling it quiet', () => {
    const some = new Map([...inputs].filter(([id]) => id !== 'video' && id !== 'hotline'))
    expect(derive(some).operation).toEqual({ unseen: ['hotline', 'video'] })
    expect(derive(some).exceptions.map(({ id }) => id)).toEqual(['d1'])
  })

  it('names a domain the city has not connected: nobody watches it, so nobody may call it calm', () => {
    const absence = { kind: 'not-connected', reason: '接口尚未开通', source: '信息中心' } as const
    const absent = sample({ contract: 'video/1', absence, operation: null })
    expect(derive(new Map([...inputs, ['video', absent]])).operation).toEqual({ unseen: ['video'] })
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
    expect(derive(inputs, '440111001')).toMatchObject({ asOf: sample().asOf, region: '440111001' })
  })
})
