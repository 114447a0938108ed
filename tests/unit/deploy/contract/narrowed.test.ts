import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { promiseOf } from '../../../../deploy/contract/baseline'
import { breaksOf } from '../../../../deploy/contract/compatible'
import { at, isObject, type Json, type JsonObject } from '../../../../deploy/contract/json'
import { publish, publishedResources } from '../../../../deploy/contract/resources'
import { listReader } from '../../../../src/contract/answers'
import { receiptReader } from '../../../../src/contract/receipt'
import { count, text } from '../../../../src/contract/primitives'
import { actionOf, listOf } from '../../../../src/contract/resource'

/** Every object of a JSON value, the value itself included, with the way to it. */
function nodes(value: Json, way: readonly string[] = []): [readonly string[], JsonObject][] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, item]) => nodes(item, [...way, key]))
  return isObject(value) ? [[way, value], ...below] : below
}

/** How each keyword of our contracts is narrowed: the least step that refuses something. */
const NARROW: Record<string, (value: Json) => Json> = {
  minimum: (n) => Number(n) + 1,
  exclusiveMinimum: (n) => Number(n) + 1,
  minLength: (n) => Number(n) + 1,
  minItems: (n) => Number(n) + 1,
  maximum: (n) => Number(n) - 1,
  maxLength: (n) => Number(n) - 1,
  maxItems: (n) => Number(n) - 1,
  pattern: () => '^another$',
  const: () => 'another',
  enum: (values) => (Array.isArray(values) ? values.slice(1) : values),
  required: (names) => (Array.isArray(names) ? [...names, 'neverSent'] : names),
  anyOf: (shapes) => (Array.isArray(shapes) ? shapes.slice(0, -1) : shapes),
  additionalProperties: () => false,
  type: (name) => (name === 'integer' || name === 'number' ? 'boolean' : 'integer'),
  $comment: () => '另须满足——新的规则',
}
/** Steps in `properties` are names of fields, not keywords. */
const inSchema = (way: readonly string[]) => way.at(-1) !== 'properties' || way.at(-2) === 'properties'

/** A document's contract in pieces, so that each is compared on its own: the parts of its operation, and the envelope around them. */
function piecesOf(schema: JsonObject): Json[] {
  const operation = at(schema, 'properties', 'operation', 'anyOf', '0', 'properties')
  if (!isObject(operation)) return [schema]
  const { operation: _, ...rest } = isObject(schema.properties) ? schema.properties : {}
  return [{ ...schema, properties: rest }, ...Object.values(operation)].map((piece) =>
    withShapes(piece, schema),
  )
}

/** A piece with the shared shapes that it refers to, and no others. */
function withShapes(piece: Json, { $defs }: JsonObject): Json {
  const written = JSON.stringify(isObject(piece) ? { ...piece, $defs: null } : piece)
  const used = Object.entries(isObject($defs) ? $defs : {}).filter(([id]) =>
    written.includes(`#/$defs/${id}"`),
  )
  return isObject(piece) ? { ...piece, $defs: structuredClone(Object.fromEntries(used)) } : piece
}

const row = z.object({ id: text(8), waiting: z.optional(count) })
/** Kinds that no domain has yet are held to the same. */
const more = [
  publish(listOf({ id: 'x.queue' }, ['waiting']), listReader({ id: 'x.queue', row }).sent),
  publish(actionOf({ id: 'x.act' }), receiptReader({ id: 'x.act' }).sent),
]

describe.each([...publishedResources(), ...more])('the contract of $id', ({ current, kind }) => {
  const promise = promiseOf(current)

  it('keeps its own promise', () => {
    expect(breaksOf(promise, structuredClone(promise))).toEqual([])
  })

  it('narrowed in any one place, is refused', () => {
    const passed: string[] = []
    let planted = 0
    for (const piece of piecesOf(promise)) {
      const promised = structuredClone(piece)
      for (const [way, node] of nodes(piece).filter(([path]) => inSchema(path)))
        for (const [keyword, value] of Object.entries(node)) {
          const narrow = NARROW[keyword]
          if (!narrow) continue
          node[keyword] = narrow(value)
          if (breaksOf(promised, piece).length === 0) passed.push([...way, keyword].join('/'))
          node[keyword] = value
          planted += 1
        }
    }
    expect(passed).toEqual([])
    expect(planted).toBeGreaterThan(kind === 'document' ? 100 : 10)
  })
})
