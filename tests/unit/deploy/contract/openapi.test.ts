import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { version } from '../../../../package.json'
import { at, isObject, parseJson, type Json, type JsonObject } from '../../../../deploy/contract/json'
import { openApi } from '../../../../deploy/contract/openapi'
import { publish, publishedResources } from '../../../../deploy/contract/resources'
import { documentSchema } from '../../../../src/contract/document'
import { documentOf } from '../../../../src/contract/resource'
import { all } from './published'
import { violations } from './validator'

const { files } = all
const fileOf = (name: string): JsonObject => {
  const parsed = parseJson(files.get(name) ?? 'null')
  if (!isObject(parsed)) throw new Error(`no file ${name}`)
  return parsed
}
const api = fileOf('openapi.json')
const part = (...path: string[]): JsonObject => {
  const found = at(api, ...path)
  if (!isObject(found)) throw new Error(`nothing at ${path.join(' ')}`)
  return found
}
const pathOf = (id: string) => `/api/{city}/${id}/{region}`

/** The description judged together with the contracts that lie beside it. */
async function validate(document: JsonObject): Promise<unknown> {
  const validator = new Validator()
  for (const name of files.keys())
    if (name !== 'openapi.json') await validator.addSpecRef(fileOf(name), `./${name}`)
  const { valid, errors } = await validator.validate(structuredClone(document))
  return valid ? 'valid' : errors
}

/** Every `$ref` of the description. */
function references(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : references(item),
  )
}

describe('the published OpenAPI description', () => {
  it('is valid OpenAPI 3.1, and the validator can tell', async () => {
    expect(await validate(api)).toBe('valid')
    expect(api.openapi).toMatch(/^3\.1\./)
    const { info: _, ...nameless } = api
    expect(await validate(nameless)).not.toBe('valid')
  })

  it('refers to nothing that is not there', () => {
    const wanted = references(api)
    expect(wanted.length).toBeGreaterThan(20)
    for (const reference of wanted) {
      const inside = reference.startsWith('#/')
      if (inside) expect(at(api, ...reference.slice(2).split('/')), reference).toBeDefined()
      else expect([...files.keys()].map((name) => `./${name}`)).toContain(reference)
    }
  })

  it('has one path a dataset, answered by that dataset’s own contract', () => {
    const resources = publishedResources()
    const datasets = resources.filter(({ kind }) => kind === 'document')
    expect(datasets.length).toBeGreaterThan(5)
    for (const { id } of datasets) {
      expect(part('paths', pathOf(id), 'get')).toMatchObject({
        operationId: id,
        responses: {
          200: { content: { 'application/json': { schema: { $ref: `./${id}.schema.json` } } } },
          304: {},
          401: {},
          404: {},
          429: {},
          503: {},
        },
      })
      const headers = Object.keys(part('paths', pathOf(id), 'get', 'responses', '200', 'headers'))
      expect(headers.toSorted()).toEqual(['Cache-Control', 'Date', 'ETag'])
    }
    expect(Object.keys(part('paths'))).toHaveLength(resources.length + 2)
  })

  it('says which datasets need no API', () => {
    const words = (id: string) => JSON.stringify(part('paths', pathOf(id)))
    for (const id of ['exceptions', 'city-overview']) expect(words(id)).toContain('derive')
    for (const id of ['hotline', 'video']) expect(words(id)).not.toContain('derive')
  })

  it('describes errors as problems, never as data', () => {
    const names = Object.keys(part('components', 'responses'))
    expect(names).toHaveLength(6)
    for (const name of names)
      expect(Object.keys(part('components', 'responses', name, 'content'))).toEqual([
        'application/problem+json',
      ])
  })

  it('shows events that hold to their own shapes', () => {
    const { example } = part(
      'paths',
      '/api/stream',
      'get',
      'responses',
      '200',
      'content',
      'text/event-stream',
    )
    const lines = typeof example === 'string' ? example : ''
    const events = [...lines.matchAll(/event: (\w+)\ndata: (.*)/g)]
    expect(events).toHaveLength(2)
    for (const [, type = '', data = ''] of events) {
      const shape = `${type.slice(0, 1).toUpperCase()}${type.slice(1)}Event`
      expect(violations(part('components', 'schemas', shape), parseJson(data)), type).toEqual([])
    }
  })

  it('is of this version of the program, and follows its datasets', () => {
    expect(part('info').version).toBe(version)
    const operation = documentSchema('weather', z.object({}), 2)
    const weather = publish(documentOf({ id: 'weather', version: 2 }), operation)
    expect(at(openApi([weather]), 'paths', '/api/{city}/weather/{region}', 'get', 'summary')).toBe(
      'weather（weather/2）',
    )
  })
})
