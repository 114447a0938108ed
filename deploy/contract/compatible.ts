import { at, isObject, jsonText, type Json, type JsonObject } from './json'
import { rulesIn } from './json-schema'

/** Where in a document a change breaks what was promised, in words. */
export interface Break {
  readonly path: string
  readonly message: string
}

/** Keywords that say nothing about which documents are accepted. */
const SILENT = new Set([
  '$schema',
  '$id',
  '$defs',
  '$comment',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
])

type Kept = (had: number, limit: number) => boolean
const atLeast: Kept = (had, limit) => had >= limit
const atMost: Kept = (had, limit) => had <= limit

/** Limit → the limits that, where they were promised, already kept it. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, Kept>>>> = {
  minimum: { minimum: atLeast, exclusiveMinimum: atLeast },
  exclusiveMinimum: { minimum: (had, limit) => had > limit, exclusiveMinimum: atLeast },
  maximum: { maximum: atMost, exclusiveMaximum: atMost },
  exclusiveMaximum: { maximum: (had, limit) => had < limit, exclusiveMaximum: atMost },
  minLength: { minLength: atLeast },
  maxLength: { maxLength: atMost },
  minItems: { minItems: atLeast },
  maxItems: { maxItems: atMost },
}

const UNDERSTOOD = new Set([
  ...SILENT,
  ...Object.keys(LIMITS),
  'type',
  'const',
  'enum',
  'pattern',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
])

const show = (value: Json | undefined) => JSON.stringify(value)
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
const same = (a: Json | undefined, b: Json | undefined) =>
  a !== undefined && b !== undefined && jsonText(a) === jsonText(b)

/**
 * Every way in which a document that `promised` accepts could be refused by `current`; both are JSON Schemas of draft 2020-12.
 * Sound, not complete: what it cannot decide (a changed pattern, a keyword it does not know) counts as a break. One thing is
 * deliberately let through: a new optional field, although an open object could have carried that name with another meaning.
 */
export function breaksOf(promised: Json, current: Json): Break[] {
  const open = new Map<JsonObject, Set<JsonObject>>()
  const hadShapes = shapesIn(promised)
  const nowShapes = shapesIn(current)

  function compare(had: Json, now: Json, path: string): Break[] {
    if (isAny(now)) return []
    const wanted = nowShapes(now)
    const each = hadShapes(had).flatMap(valuesOf)
    // Rules on a choice of shapes stand beside it; those on a single shape are compared with that shape.
    const rules = isObject(now) && now.anyOf !== undefined ? newRules(had, now, path) : []
    return [...rules, ...each.flatMap((shape) => compareAny(shape, wanted, path))]
  }

  /** A promised shape needs one shape now that takes it whole; the nearest one says what is in the way. */
  function compareAny(had: JsonObject, wanted: readonly JsonObject[], path: string): Break[] {
    const fitting = wanted.filter((now) => typeFits(had, now))
    if (fitting.length === 0) {
      const left = wanted.map(nameOf).join('、')
      return [{ path, message: `不再接受 ${nameOf(had)}${left === '' ? '' : `，只接受 ${left}`}` }]
    }
    const each = fitting.map((now) => compareOne(had, now, path))
    return each.toSorted((a, b) => a.length - b.length)[0] ?? []
  }

  function compareOne(had: JsonObject, now: JsonObject, path: string): Break[] {
    const under = open.get(had) ?? new Set()
    // A schema that holds itself: what is being compared further up need not be compared again.
    if (under.has(now)) return []
    open.set(had, under.add(now))
    const found = [
      ...unknown(had, now, path),
      ...newRules(had, now, path),
      ...values(had, now, path),
      ...limits(had, now, path),
      ...pattern(had, now, path),
      ...(now.items === undefined ? [] : compare(had.items ?? true, now.items, `${path}[]`)),
      ...fields(had, now, path),
    ]
    under.delete(now)
    return found
  }

  function fields(had: JsonObject, now: JsonObject, path: string): Break[] {
    const before = propertiesOf(had)
    const after = propertiesOf(now)
    const others = had.additionalProperties ?? true
    const othersNow = now.additionalProperties ?? true
    const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key))
    return [
      ...listOf(now.required)
        .map(String)
        .filter((key) => !listOf(had.required).includes(key))
        .map((key) => ({
          path: join(path, key),
          message: Object.hasOwn(before, key) ? '由可选改为必填' : '新增的必填字段',
        })),
      ...Object.entries(before).flatMap(([key, field]) =>
        compare(field, after[key] ?? othersNow, join(path, key)),
      ),
      ...added.flatMap((key) => (isAny(others) ? [] : compare(others, after[key] ?? true, join(path, key)))),
      ...(othersNow === false && others !== false
        ? [{ path, message: '不再允许契约之外的字段' }]
        : compare(others, othersNow, join(path, '*'))),
      ...(now.propertyNames === undefined
        ? []
        : compare(had.propertyNames ?? true, now.propertyNames, join(path, '（键名）'))),
    ]
  }

  return compare(promised, current, '')
}

const propertiesOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {})
const isAny = (schema: Json) => schema === true || (isObject(schema) && Object.keys(schema).length === 0)
const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/**
 * A schema as the shapes a value may have, of which each has at most one type: alternatives and references are followed.
 * Alternatives under further limits stay as they are, to be reported as not understood.
 */
function shapesIn(root: Json): (schema: Json) => readonly JsonObject[] {
  const known = new WeakMap<JsonObject, readonly JsonObject[]>()

  function split(schema: JsonObject): readonly JsonObject[] {
    const limited = Object.keys(schema).filter((key) => !SILENT.has(key))
    if (limited.join() === 'anyOf') return listOf(schema.anyOf).flatMap(shapesOf)
    const target = limited.join() === '$ref' ? targetOf(root, schema.$ref) : undefined
    if (target !== undefined) return shapesOf(target)
    return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema]
  }

  function shapesOf(schema: Json): readonly JsonObject[] {
    if (schema === true) return [{}]
    if (!isObject(schema)) return []
    const shapes = known.get(schema) ?? split(schema)
    known.set(schema, shapes)
    return shapes
  }
  return shapesOf
}

/** Undefined for a reference that leads out of the document or nowhere. */
function targetOf(root: Json, reference: Json | undefined): Json | undefined {
  const steps = typeof reference === 'string' ? /^#((?:\/[^/%~]+)*)$/.exec(reference)?.[1] : undefined
  return steps === undefined ? undefined : at(root, ...steps.split('/').slice(1))
}

/** A promised list of values as one shape a value, which keeps any limit that the value keeps. */
function valuesOf(shape: JsonObject): JsonObject[] {
  const values = shape.const === undefined ? shape.enum : [shape.const]
  return Array.isArray(values) ? values.map((value) => ({ ...shape, ...spelledOut(value) })) : [shape]
}

function spelledOut(value: Json): JsonObject {
  if (value === null) return { const: value, type: 'null' }
  if (typeof value === 'boolean') return { const: value, type: 'boolean' }
  if (typeof value === 'number') {
    return {
      const: value,
      type: Number.isInteger(value) ? 'integer' : 'number',
      minimum: value,
      maximum: value,
    }
  }
  if (typeof value !== 'string') return { const: value }
  const length = [...value].length
  return { const: value, type: 'string', minLength: length, maxLength: length }
}

function nameOf(shape: JsonObject): string {
  if (shape.const !== undefined) return show(shape.const) ?? ''
  if (shape.enum !== undefined) return listOf(shape.enum).map(show).join('、')
  return typeof shape.type === 'string' ? shape.type : '任意值'
}

function typeFits(had: JsonObject, now: JsonObject): boolean {
  return now.type === undefined || had.type === now.type || (had.type === 'integer' && now.type === 'number')
}

function unknown(had: JsonObject, now: JsonObject, path: string): Break[] {
  const keywords = new Set([...Object.keys(had), ...Object.keys(now)].filter((key) => !UNDERSTOOD.has(key)))
  return (
    [...keywords]
      // The same words may refer to something that changed.
      .filter((key) => !same(had[key], now[key]) || /\$(dynamicR|r)ef/.test(`${key} ${show(now[key])}`))
      .map((key) => ({ path, message: `${key} 的改动无法判断是否兼容` }))
  )
}

/** Rules that JSON Schema cannot say are compared by their words. A stricter rule under the same words is not seen. */
function newRules(had: Json, now: Json, path: string): Break[] {
  const rules = (schema: Json) => (isObject(schema) ? rulesIn(schema.$comment) : [])
  const before = rules(had)
  return rules(now)
    .filter((rule) => !before.includes(rule))
    .map((rule) => ({ path, message: `新增规则“${rule}”（只改措辞也算，请保留原文）` }))
}

function values(had: JsonObject, now: JsonObject, path: string): Break[] {
  const allowed = now.const === undefined ? now.enum : [now.const]
  if (!Array.isArray(allowed)) return []
  if (had.const === undefined) return [{ path, message: `新增取值限制，只接受 ${nameOf(now)}` }]
  return allowed.some((value) => same(value, had.const))
    ? []
    : [{ path, message: `不再接受 ${show(had.const)}` }]
}

function limits(had: JsonObject, now: JsonObject, path: string): Break[] {
  return Object.entries(now).flatMap(([keyword, limit]) => {
    const keptBy = LIMITS[keyword]
    if (!keptBy || typeof limit !== 'number') return []
    const kept = Object.entries(keptBy).some(([other, keeps]) => {
      const before = had[other]
      return typeof before === 'number' && keeps(before, limit)
    })
    const before = typeof had[keyword] === 'number' ? String(had[keyword]) : '不限'
    return kept ? [] : [{ path, message: `${keyword} 由 ${before} 收紧为 ${limit}` }]
  })
}

function pattern(had: JsonObject, now: JsonObject, path: string): Break[] {
  const wanted = now.pattern
  if (typeof wanted !== 'string' || wanted === had.pattern) return []
  if (typeof had.const === 'string' && new RegExp(wanted, 'u').test(had.const)) return []
  if (typeof had.pattern === 'string' && anyOfLength(had.pattern, wanted)) return []
  const before = typeof had.pattern === 'string' ? had.pattern : '不限'
  return [{ path, message: `格式由 ${before} 改为 ${wanted}` }]
}

/** So many characters of one kind and nothing else: kind, least, most. */
const LENGTH = /^\^(\\d|\.|\[\^?[^\]\\]+\])\{(\d+),(\d+)\}\$$/

/** Whether `now` is any text of a length, and `had` text of one kind within that length: the one widening of a pattern that is decided. */
function anyOfLength(had: string, now: string): boolean {
  const [, , least, most] = LENGTH.exec(had) ?? []
  const [, kind, low, high] = LENGTH.exec(now) ?? []
  return kind === '.' && least !== undefined && Number(low) <= Number(least) && Number(high) >= Number(most)
}
