import { at, isObject, type Json, type JsonObject } from './json'
import { rulesIn, shapesOf } from './json-schema'

/** One field of a published schema. */
export interface PublishedField {
  /** Dotted, in the notation of `Fields`. */
  readonly path: string
  readonly schema: JsonObject
  readonly required: boolean
  /** The shape under `$defs` that it has: its own fields are told there. */
  readonly shape: string | undefined
  /** Rules over several fields that are told at this one, in words. */
  readonly rules: readonly string[]
}

const REFERENCE = /^#\/\$defs\/(\w+)$/

/** The shape under `$defs` that a field has. */
const shapeOf = (schema: JsonObject): string | undefined =>
  shapesOf(schema).flatMap(({ $ref }) => REFERENCE.exec(typeof $ref === 'string' ? $ref : '')?.[1] ?? [])[0]

/** `path：words` → the path and the words; a rule without a path is about the whole. */
function placed(rule: string): readonly [path: string, words: string] {
  const [, path = '', words = rule] = /^([A-Za-z0-9.]+)：(.*)$/s.exec(rule) ?? []
  return [path, words]
}

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/** Every field of `schema`, depth first; the fields of a shared shape are not repeated. */
export function fieldsIn(schema: JsonObject): PublishedField[] {
  const rules = new Map<string, string[]>()
  const found = new Map<string, PublishedField>()
  const note = (path: string, words: string) =>
    rules.set(path, [...new Set([...(rules.get(path) ?? []), words])])

  function field(child: Json | undefined, path: string, required: boolean): void {
    if (!isObject(child)) return
    if (!found.has(path)) found.set(path, { path, schema: child, required, shape: shapeOf(child), rules: [] })
    inside(child, path)
  }

  function inside(parent: JsonObject, path: string): void {
    for (const shape of shapesOf(parent)) {
      // What a text must look like is a form, not a rule.
      const ruled = shape.type === 'string' ? [] : rulesIn(shape.$comment).map(placed)
      for (const [place, words] of ruled) note(place === '' ? path : join(path, place), words)
      const { properties, required, items, additionalProperties } = shape
      const needed = Array.isArray(required) ? required : []
      for (const [key, child] of Object.entries(isObject(properties) ? properties : {}))
        field(child, join(path, key), needed.includes(key))
      if (isObject(additionalProperties)) field(additionalProperties, join(path, '*'), false)
      if (isObject(items)) inside(items, join(path, '[]'))
    }
  }

  inside(schema, '')
  return [...found.values()].map((each) => ({ ...each, rules: rules.get(each.path) ?? [] }))
}

/** The shared shapes of a schema, by id. */
export function definedIn(schema: JsonObject): readonly (readonly [id: string, schema: JsonObject])[] {
  const defined = at(schema, '$defs')
  return Object.entries(isObject(defined) ? defined : {}).flatMap(([id, shape]) =>
    isObject(shape) ? [[id, shape] as const] : [],
  )
}

const typesOf = (schema: JsonObject) =>
  shapesOf(schema).flatMap(({ type, enum: words }) => (words === undefined ? [type].flat() : []))

/** A number, a list of numbers, or one of the shapes that are made of numbers. */
export function isCounted({ schema, shape }: PublishedField): boolean {
  if (shape !== undefined) return true
  const items = shapesOf(schema).flatMap((each) => (isObject(each.items) ? typesOf(each.items) : []))
  return [...typesOf(schema), ...items].some((type) => type === 'integer' || type === 'number')
}

export const isListed = ({ schema, shape }: PublishedField): boolean =>
  shape === undefined && typesOf(schema).includes('array')
