import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { plant, refused } from './sample'

const schemas = import.meta.glob<z.ZodMiniType>('../../../src/domains/*/contract.ts', {
  eager: true,
  import: 'schema',
})
const documents = import.meta.glob<object>('../../../mock-data/*/*.json', { eager: true, import: 'default' })

const seeds = import.meta.glob('../../../mock-data/*/seed/*.json')
const hasSeed = (city: string, dataset: string) => `../../../mock-data/${city}/seed/${dataset}.json` in seeds

const cases = Object.entries(documents).flatMap(([path, document]) => {
  const [city = '', dataset = ''] = path.replace('.json', '').split('/').slice(-2)
  const schema = schemas[`../../../src/domains/${dataset}/contract.ts`]
  return schema ? [{ city, dataset, schema, document }] : []
})

/** Whether there is an object for the last key of `path` to be planted in. */
const holds = (document: object, path: string) => {
  const [parent = '', child] = path.split('.')
  const value: unknown = new Map(Object.entries(document)).get(parent)
  return child === undefined || (typeof value === 'object' && value !== null)
}

it('every city has a document of every dataset', () => {
  const datasets = Object.keys(schemas).map((path) => path.split('/').at(-2) ?? '')
  const cities = readdirSync('public/config/cities').map((file) => file.replace('.json', ''))
  expect(cities.length).toBeGreaterThan(4)
  const wanted = cities.flatMap((city) => datasets.map((dataset) => `${city}/${dataset}`))
  expect(cases.map(({ city, dataset }) => `${city}/${dataset}`).toSorted()).toEqual(wanted.toSorted())
})

describe.each(cases)('the mock document $city $dataset', ({ city, dataset, schema, document }) => {
  it('is accepted, and about its own city', () => {
    expect(refused(schema, document)).toEqual([])
    expect(document).toMatchObject({ city, contract: `${dataset}/1` })
  })

  it('would be refused with any of the shared parts broken, by its path', () => {
    for (const [path, value] of [
      ['contract', 'weather/1'],
      ['contract', `${dataset}/2`],
      ['asOf', '2026-11-18T10:42:00'],
      ['region', ''],
      ['source.name', ''],
      ['source.simulated', undefined],
      ['published', null],
      ['exceptions', undefined],
    ] as const)
      expect(refused(schema, plant(document, path, value)), `${path} = ${String(value)}`).toContain(path)
  })

  it('may carry what the contract does not know: it is dropped, at every depth', () => {
    const known = schema.parse(document)
    for (const path of ['expire', 'source.expire', 'document.expire', 'operation.expire'])
      if (holds(document, path)) expect(schema.parse(plant(document, path, 1)), path).toEqual(known)
  })

  it('is either data or an absence, never both', () => {
    const absence = { kind: 'not-built', reason: '尚未建设', source: '年度报告' }
    const absent = plant(plant(document, 'operation', null), 'absence', absence)
    expect(refused(schema, absent)).toEqual([])
    if ('operation' in document && document.operation !== null)
      expect(refused(schema, plant(document, 'absence', absence))).toContain('operation')
  })

  it('says 模拟 where it is simulated, and by what', () => {
    const simulated = 'operation' in document && document.operation !== null
    expect(document).toMatchObject({ source: { simulated } })
    const { source } = document as { source: { basis?: string } }
    // What is put together from the others alone is simulated as they are, and each of them says by what.
    if (simulated && hasSeed(city, dataset)) expect(source.basis).toMatch(/\S/)
  })
})
