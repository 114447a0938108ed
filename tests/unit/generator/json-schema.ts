/** A small JSON Schema checker for the keywords our generator writes; any other keyword is an error, not a pass. */

type Schema = ReadonlyMap<string, unknown>
type Rule = (wanted: unknown, value: unknown, path: string, schema: Schema) => string[]

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const schemaOf = (value: unknown): Schema => new Map(isObject(value) ? Object.entries(value) : [])

const TYPES: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: Number.isFinite,
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
}

const when =
  (
    test: (wanted: number, size: number) => boolean,
    size: (value: unknown) => number | undefined,
    words: string,
  ): Rule =>
  (wanted, value, path) => {
    const measured = size(value)
    return measured === undefined || test(Number(wanted), measured)
      ? []
      : [`${path} ${words} ${String(wanted)}`]
  }

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)
const itemsOf = (value: unknown) => (Array.isArray(value) ? value.length : undefined)
const lengthOf = (value: unknown) => (typeof value === 'string' ? [...value].length : undefined)
const ignore: Rule = () => []

const RULES: Record<string, Rule> = {
  $schema: ignore,
  $id: ignore,
  $comment: ignore,
  title: ignore,
  description: ignore,
  default: ignore,
  type: (wanted, value, path) => {
    const names = (Array.isArray(wanted) ? wanted : [wanted]).map(String)
    return names.some((name) => TYPES[name]?.(value) === true) ? [] : [`${path} is no ${names.join(' or ')}`]
  },
  const: (wanted, value, path) => (value === wanted ? [] : [`${path} is not ${JSON.stringify(wanted)}`]),
  enum: (wanted, value, path) =>
    Array.isArray(wanted) && wanted.includes(value) ? [] : [`${path} is none of ${JSON.stringify(wanted)}`],
  pattern: (wanted, value, path) =>
    typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value)
      ? []
      : [`${path} does not match`],
  minLength: when((min, size) => size >= min, lengthOf, 'is shorter than'),
  maxLength: when((max, size) => size <= max, lengthOf, 'is longer than'),
  minItems: when((min, size) => size >= min, itemsOf, 'has fewer items than'),
  maxItems: when((max, size) => size <= max, itemsOf, 'has more items than'),
  minimum: when((min, size) => size >= min, numberOf, 'is below'),
  maximum: when((max, size) => size <= max, numberOf, 'is above'),
  exclusiveMinimum: when((min, size) => size > min, numberOf, 'is not above'),
  items: (wanted, value, path) =>
    Array.isArray(value) ? value.flatMap((item, i) => violations(wanted, item, `${path}/${i}`)) : [],
  anyOf: (wanted, value, path) => {
    const each = (Array.isArray(wanted) ? wanted : []).map((one) => violations(one, value, path))
    if (each.some((found) => found.length === 0)) return []
    // The alternative of the value's own type says more than "no alternative fits".
    return each.toSorted((a, b) => b.length - a.length)[0] ?? []
  },
  required: (wanted, value, path) =>
    Array.isArray(wanted) && isObject(value)
      ? wanted.map(String).flatMap((key) => (key in value ? [] : [`${path}/${key} is required`]))
      : [],
  properties: (wanted, value, path) => {
    const known = schemaOf(wanted)
    return Object.entries(isObject(value) ? value : {}).flatMap(([key, item]) =>
      known.has(key) ? violations(known.get(key), item, `${path}/${key}`) : [],
    )
  },
  propertyNames: (wanted, value, path) =>
    Object.keys(isObject(value) ? value : {}).flatMap((key) => violations(wanted, key, `${path}/${key}`)),
  additionalProperties: (wanted, value, path, schema) => {
    const known = schemaOf(schema.get('properties'))
    const others = Object.entries(isObject(value) ? value : {}).filter(([key]) => !known.has(key))
    return others.flatMap(([key, item]) =>
      wanted === false ? [`${path}/${key} is not known`] : violations(wanted, item, `${path}/${key}`),
    )
  },
}

/** What of `value` breaks `schema`, one line each, sorted. */
export function violations(schema: unknown, value: unknown, path = ''): string[] {
  const keywords = schemaOf(schema)
  return [...keywords]
    .flatMap(([keyword, wanted]) => {
      const rule = RULES[keyword]
      if (!rule) throw new Error(`the checker does not know ${keyword}`)
      return rule(wanted, value, path, keywords)
    })
    .toSorted()
}
