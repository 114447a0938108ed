import { readCalendar } from '../../../../mock-data/generator/calendar'
import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { breaksOf } from '../../../../deploy/contract/compatible'
import { at, isObject, type Json, type JsonObject } from '../../../../deploy/contract/json'
import { openApi } from '../../../../deploy/contract/openapi'
import { publish, publishedResources } from '../../../../deploy/contract/resources'
import { listReader, recordReader } from '../../../../src/contract/answers'
import { pointsReader } from '../../../../src/contract/points'
import { receiptReader } from '../../../../src/contract/receipt'
import { count, text } from '../../../../src/contract/primitives'
import { actionOf, listOf, pointsOf, recordOf } from '../../../../src/contract/resource'
import { addressOf } from '../../../../src/data/address'
import { createCity } from '../../../../src/demo/city'
import { demo as hotline } from '../../../../src/demo/hotline/demo'
import { demo as video } from '../../../../src/demo/video/demo'
import { parseTime } from '../../../../src/lib/calendar'
import { violations } from './validator'

const asOf = '2026-11-18T10:42:00+08:00'
const row = z.object({ id: text(8), stage: z.enum(['open', 'done']), waiting: z.optional(count) })
const queue = listOf({ id: 'hall.queue' }, ['stage', 'waiting'])
const cameras = pointsReader({
  id: 'video.cameras',
  states: ['online', 'offline'],
  groups: {},
})
const supervise = receiptReader({ id: 'hotline.supervise' })

/** One of every kind, whether a domain has it yet or not. */
const KINDS = [
  publish(queue, listReader({ id: 'hall.queue', row }).sent),
  publish(recordOf({ id: 'hall.ticket' }), recordReader({ id: 'hall.ticket', row }).sent),
  publish(pointsOf({ id: 'video.cameras' }), cameras.sent),
  publish(actionOf({ id: 'hotline.supervise' }), supervise.sent),
]
const api = openApi(KINDS)

/** What stands at `way` of the description; a reference is followed wherever it stands on the way. */
function part(...way: string[]): JsonObject {
  const found = way.reduce((value: Json | undefined, key) => value && resolved(at(value, key)), api)
  if (!isObject(found)) throw new Error(`nothing at ${way.join(' ')}`)
  return found
}

function resolved(value: Json | undefined): Json | undefined {
  const reference = isObject(value) ? value.$ref : undefined
  return typeof reference === 'string' && reference.startsWith('#/')
    ? at(api, ...reference.slice(2).split('/'))
    : value
}

/** Parameters of an operation and of its path. */
function parametersOf(path: string, method: string): JsonObject[] {
  const all = [part('paths', path).parameters, part('paths', path, method).parameters]
  const each = all.flatMap((list) => (Array.isArray(list) ? list : []))
  return each.map(resolved).filter(isObject)
}
const namesOf = (path: string, method: string, where?: string) =>
  parametersOf(path, method)
    .filter((each) => where === undefined || each.in === where)
    .map(({ name }) => name)

const schemaOf = (id: string): JsonObject => {
  const found = [...KINDS, ...publishedResources()].find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found.current
}

const LIST = '/api/{city}/hall.queue/{region}'
const RECORD = '/api/{city}/hall.ticket/{region}/{id}'
const POINTS = '/api/{city}/video.cameras/{region}'
const ACTION = '/api/{city}/hotline.supervise/{region}/{id}'

describe('the description of every kind', () => {
  it('is valid OpenAPI', async () => {
    const validator = new Validator()
    for (const { id, current } of KINDS) await validator.addSpecRef(current, `./${id}.schema.json`)
    expect(await validator.validate(structuredClone(api))).toMatchObject({ valid: true })
    const wrong = structuredClone(api)
    Object.assign(at(wrong, 'paths', ACTION, 'post') ?? {}, { requestBody: { content: 1 } })
    expect(await validator.validate(wrong)).toMatchObject({ valid: false })
  })

  it('asks for a list as the address grammar does: by its filters, order, cursor and limit', () => {
    const query = namesOf(LIST, 'get', 'query')
    expect(query).toEqual([...queue.asks])
    const place = { city: 'baiyun', code: '440111', region: null }
    const asked = Object.fromEntries(queue.asks.map((name) => [name, '1']))
    const address = new URL(addressOf(LIST.slice(1), 'hall.queue', place, asked), 'http://wall/')
    expect(address.pathname).toBe('/api/baiyun/hall.queue/440111')
    expect(new Set(address.searchParams.keys())).toEqual(new Set(query))
  })

  it('says what a filter may be equal to, and knows none that the row does not have', () => {
    const [stage, waiting] = parametersOf(LIST, 'get').filter((each) => each.in === 'query')
    expect(stage).toMatchObject({ name: 'stage', schema: { enum: ['open', 'done'] } })
    expect(waiting).toMatchObject({ name: 'waiting', schema: { type: 'integer', minimum: 0 } })
    const odd = publish(listOf({ id: 'hall.queue' }, ['dept']), listReader({ id: 'hall.queue', row }).sent)
    expect(() => openApi([odd])).toThrow('hall.queue/1 不能按 dept 筛选')
  })

  it('asks for a record by its id in the path, and for points by nothing else', () => {
    expect(namesOf(RECORD, 'get', 'path')).toEqual(['city', 'region', 'id'])
    expect(namesOf(RECORD, 'get', 'query')).toEqual([])
    expect(namesOf(POINTS, 'get')).toEqual(['city', 'region', 'If-None-Match'])
  })

  it('does a deed by POST with its key and a body, and nothing else by POST', () => {
    expect(Object.keys(part('paths', ACTION))).toEqual(['parameters', 'post'])
    const key = parametersOf(ACTION, 'post').find((each) => each.name === 'Idempotency-Key')
    expect(key).toMatchObject({ in: 'header', required: true })
    expect(part('paths', ACTION, 'post', 'requestBody')).toMatchObject({ required: true })
    for (const path of [LIST, RECORD]) expect(Object.keys(part('paths', path))).toEqual(['parameters', 'get'])
  })

  it('says what is sent with the actions that the program knows, and nothing of what is only opened', () => {
    const known = openApi(publishedResources())
    const body = at(known, 'paths', ACTION, 'post', 'requestBody', 'content', 'application/json', 'schema')
    expect(Object.keys(at(body ?? null, 'properties') ?? {})).toEqual([
      'kind',
      'record',
      'exception',
      'rule',
      'reason',
    ])
    expect(at(body ?? null, 'properties', 'reason')).toMatchObject({
      type: ['string', 'null'],
      maxLength: 200,
    })
    expect(Object.keys(at(known, 'paths') ?? {}).filter((path) => path.includes('.call'))).toEqual([])
  })

  it('is answered by the contract of its resource, or by a problem', () => {
    for (const [path, method, id] of [
      [LIST, 'get', 'hall.queue'],
      [RECORD, 'get', 'hall.ticket'],
      [POINTS, 'get', 'video.cameras'],
      [ACTION, 'post', 'hotline.supervise'],
    ] as const) {
      const responses = part('paths', path, method, 'responses')
      expect(at(responses, '200', 'content', 'application/json', 'schema')).toEqual({
        $ref: `./${id}.schema.json`,
      })
      for (const status of ['401', '403', '404', '429', '503'])
        expect(Object.keys(part('paths', path, method, 'responses', status, 'content'))).toEqual([
          'application/problem+json',
        ])
      expect(part('paths', path, method, 'responses', '429', 'headers')).toHaveProperty('Retry-After')
    }
  })
})

describe('what the demo answers holds to what is published', () => {
  const seeds: unknown = JSON.parse(readFileSync('mock-data/baiyun/seed/hotline.json', 'utf8'))
  const city = createCity({
    seed: () => Promise.resolve(seeds),
    demos: new Map([['hotline', hotline]]),
    calendar: readCalendar('baiyun'),
  })
  const ask = async (address: string, key?: string) => {
    const { body } = await city(address, parseTime(asOf), key === undefined ? null : { key })
    return JSON.parse(JSON.stringify(body)) as { rows: { orderNo: string }[]; next: string | null }
  }

  it('as a list: the first page, the next, one narrowed and turned, and an empty one', async () => {
    const schema = schemaOf('hotline.orders')
    const first = await ask('baiyun/hotline/orders')
    expect(violations(schema, first)).toEqual([])
    expect(first.rows).toHaveLength(50)
    for (const question of [
      `?cursor=${encodeURIComponent(first.next ?? '')}`,
      '?stage=sign&sort=-dueAt&limit=5000',
      '?dept=none',
    ])
      expect(violations(schema, await ask(`baiyun/hotline/orders${question}`))).toEqual([])
    expect(violations(schema, { ...first, rows: [{ ...first.rows[0], dueAt: '昨天' }] })).toEqual([
      expect.stringContaining('/rows/0/dueAt'),
    ])
  })

  it('as a record, found or not', async () => {
    const schema = schemaOf('hotline.order')
    const [first] = (await ask('baiyun/hotline/orders')).rows
    const found = await ask(`baiyun/hotline/orders/${first?.orderNo}`)
    expect(found).toMatchObject({ row: first })
    expect(violations(schema, found)).toEqual([])
    expect(violations(schema, await ask('baiyun/hotline/orders/0'))).toEqual([])
    expect(violations(schema, { ...found, row: {} })).not.toEqual([])
  })

  it('as a receipt', async () => {
    const receipt = await ask('baiyun/hotline.supervise/7', 'k1')
    expect(violations(schemaOf('hotline.supervise'), receipt)).toEqual([])
    expect(violations(schemaOf('hotline.supervise'), { ...receipt, state: 'maybe' })).not.toEqual([])
  })

  it('as points, by the column and with a place for each of them or none', async () => {
    const cameras: unknown = JSON.parse(readFileSync('mock-data/baiyun/seed/video.json', 'utf8'))
    const filmed = createCity({
      seed: () => Promise.resolve(cameras),
      demos: new Map([['video', video]]),
      calendar: readCalendar('baiyun'),
    })
    const { body } = await filmed('baiyun/video.points', parseTime(asOf), null)
    const sent = JSON.parse(JSON.stringify(body)) as { points: Readonly<Record<string, unknown>> }
    const [published] = publishedResources().filter(({ id }) => id === 'video.points')
    const schema = published?.current ?? {}
    expect(violations(schema, sent)).toEqual([])
    const { id: _, ...nameless } = sent.points
    expect(violations(schema, { ...sent, points: nameless })).not.toEqual([])
    const asleep = { values: ['asleep'], at: [0] }
    expect(violations(schema, { ...sent, points: { ...sent.points, state: asleep } })).not.toEqual([])
  })
})

describe('a list that can be narrowed by more', () => {
  const narrowable = (...filters: string[]) =>
    publish(listOf({ id: 'hall.queue' }, filters), listReader({ id: 'hall.queue', row }).sent).current

  it('asks more of an API than was promised; by less passes', () => {
    expect(
      breaksOf(narrowable('stage'), narrowable('stage', 'waiting')).map(({ message }) => message),
    ).toEqual([expect.stringContaining('可按 waiting 筛选')])
    expect(breaksOf(narrowable('stage', 'waiting'), narrowable('stage'))).toEqual([])
  })
})
