import * as z from 'zod/mini'
import { wordsOf, type Fields } from './field'
import { at, isObject, parseJson, type Json, type JsonObject } from './json'
import { shapes, SHAPE_FIELDS } from './shapes'

const RULES = '另须满足——'

/** Rules over several fields (sums, orders, limits) that JSON Schema cannot say, in their own words. */
function rulesOf(schema: z.core.$ZodTypes): string[] {
  return (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) => {
    if (def.check !== 'custom' || !def.error) return []
    const path = 'path' in def && Array.isArray(def.path) ? def.path.map(String).join('.') : ''
    // Our rules give fixed words, whatever the issue.
    const words = (def.error as (issue: object) => unknown)({})
    return typeof words !== 'string' ? [] : [path === '' ? words : `${path}：${words}`]
  })
}

/** The rules a `$comment` of ours tells in words. */
export function rulesIn(comment: Json | undefined): string[] {
  return typeof comment === 'string' && comment.startsWith(RULES)
    ? comment.slice(RULES.length).split('；')
    : []
}

/** `schema` with further rules in words, beside those it has. */
export function withRules(schema: JsonObject, rules: readonly string[]): JsonObject {
  const all = [...rulesIn(schema.$comment), ...rules]
  return all.length === 0 ? schema : { ...schema, $comment: commentOf(all) }
}

const commentOf = (rules: readonly string[]) => `${RULES}${rules.join('；')}`

export interface Published {
  /** Becomes `<name>.schema.json`. */
  readonly name: string
  readonly schema: z.ZodMiniType
  readonly title: string
  readonly description: string
  readonly fields?: Fields
}

/** One JSON Schema (draft 2020-12) of what may be sent or written. */
export function jsonSchemaOf({ name, schema, title, description, fields = {} }: Published): JsonObject {
  const generated = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    // What stands in many places is said once and referred to.
    metadata: shapes,
    override({ zodSchema, jsonSchema }) {
      const rules = rulesOf(zodSchema)
      if (rules.length > 0) jsonSchema.$comment = commentOf(rules)
    },
  })
  // Through text, because the generator hangs helpers on the object that are no part of the schema.
  const plain = parseJson(JSON.stringify({ ...generated, $id: `${name}.schema.json`, title, description }))
  if (!isObject(plain)) throw new Error(`${name} is no object schema`)
  for (const [path, told] of Object.entries(fields)) describe(plain, path, wordsOf(told))
  for (const [shape, told] of Object.entries(SHAPE_FIELDS)) {
    const defined = at(plain, '$defs', shape)
    if (!isObject(defined)) continue
    defined.description = told.about
    for (const [path, field] of Object.entries(told.fields)) describe(defined, path, wordsOf(field))
  }
  return plain
}

/**
 * Writes `words` as the description of the field at a dotted path: `sources.*.poll.url`, where `*` is any key of a record and
 * `[]` any item of a list. Where a field may be one of several shapes, it is found in each.
 * @throws Error when there is no such field, so that no description outlives what it describes
 */
function describe(schema: JsonObject, path: string, words: string): void {
  const optional = path.endsWith('?')
  let found: JsonObject[] = [schema]
  for (const key of path.replace(/\?$/, '').split('.'))
    found = found.flatMap(shapesOf).flatMap((each) => fieldOf(each, key))
  if (found.length === 0 && !optional) throw new Error(`描述了不存在的字段 ${path}`)
  for (const field of found) field.description = words
}

/** A schema and every shape its value may have. */
export function shapesOf(schema: JsonObject): JsonObject[] {
  const several = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []))
  return [schema, ...several.filter(isObject).flatMap(shapesOf)]
}

function fieldOf(schema: JsonObject, key: string): JsonObject[] {
  const field =
    key === '*' ? schema.additionalProperties : key === '[]' ? schema.items : at(schema, 'properties', key)
  return isObject(field) ? [field] : []
}
