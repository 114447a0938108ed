import * as z from 'zod/mini'

const schemas = import.meta.glob<z.ZodMiniType>('../../../src/domains/*/contract.ts', {
  eager: true,
  import: 'schema',
})

type Node = ReadonlyMap<string, unknown>
const nodeOf = (value: unknown): Node =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

/** The alternative of a nullable schema that has parts. */
function solid(schema: unknown): Node {
  const node = nodeOf(schema)
  const alternatives = node.get('anyOf')
  const found = Array.isArray(alternatives)
    ? alternatives.map(nodeOf).find((one) => one.has('properties') || one.has('items'))
    : undefined
  return found ?? node
}

/** Dotted paths below `schema` that a document may leave out; `[]` stands for every row of a list. */
function optional(schema: unknown, path: readonly string[]): string[] {
  const node = solid(schema)
  if (node.has('items')) return optional(node.get('items'), [...path, '[]'])
  const required = node.get('required')
  const needed = new Set(Array.isArray(required) ? required.map(String) : [])
  return [...nodeOf(node.get('properties'))].flatMap(([key, part]) => {
    const at = [...path, key]
    return [...(needed.has(key) ? [] : [at.join('.')]), ...optional(part, at)]
  })
}

/** Every part of the operation of dataset `id` that a source may leave out, at any depth. */
export function optionalParts(id: string): string[] {
  const schema = schemas[`../../../src/domains/${id}/contract.ts`]
  if (!schema) throw new Error(`no schema of ${id}`)
  const { operation } = Object.fromEntries(
    nodeOf(nodeOf(z.toJSONSchema(schema, { io: 'input' })).get('properties')),
  )
  return optional(operation, [])
}

/** Takes `path` out of `value`, out of every row where it goes through a list. Returns how often it was there. */
export function remove(value: unknown, path: string): number {
  const [key = '', ...rest] = path.split('.')
  if (typeof value !== 'object' || value === null) return 0
  if (key === '[]') {
    if (!Array.isArray(value)) return 0
    return value.reduce<number>((n, row) => n + remove(row, rest.join('.')), 0)
  }
  if (rest.length > 0) return remove(Reflect.get(value, key), rest.join('.'))
  const there = key in value && Reflect.get(value, key) !== undefined
  Reflect.deleteProperty(value, key)
  return there ? 1 : 0
}
