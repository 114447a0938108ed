import { describe, expect, it } from 'vitest'
import { breaksOf } from '../../../../deploy/contract/compatible'
import type { Json, JsonObject } from '../../../../deploy/contract/json'
import { violations } from './validator'

const said = (promised: Json, current: Json) =>
  breaksOf(promised, current).map(({ path, message }) => `${path} ${message}`)
const object = (properties: JsonObject, change: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...change,
})
const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] })
const text = { type: 'string', minLength: 1, maxLength: 16 }
const count = { type: 'integer', minimum: 0, maximum: 100 }
const row = object({ code: text, count }, { required: ['code'] })

/** Promised, now, a document that was accepted and is not any more, and what is said. */
const BREAKS: Record<string, [JsonObject, JsonObject, unknown, string]> = {
  'a new required field': [
    row,
    object({ code: text, count, name: text }, { required: ['code', 'name'] }),
    { code: 'a' },
    'name 新增的必填字段',
  ],
  'an optional field made required': [
    row,
    { ...row, required: ['code', 'count'] },
    { code: 'a' },
    'count 由可选改为必填',
  ],
  'a closed object': [
    row,
    { ...row, additionalProperties: false },
    { code: 'a', x: 1 },
    ' 不再允许契约之外的字段',
  ],
  'a removed field of a closed object': [
    { ...row, additionalProperties: false },
    object({ code: text }, { required: ['code'], additionalProperties: false }),
    { code: 'a', count: 1 },
    'count 不再接受 integer',
  ],
  'a removed value': [
    object({ stage: { type: 'string', enum: ['sign', 'process'] } }),
    object({ stage: { type: 'string', enum: ['process'] } }),
    { stage: 'sign' },
    'stage 不再接受 "sign"',
  ],
  'a list of values where any text was good': [
    { type: 'string' },
    { type: 'string', enum: ['a', 'b'] },
    'c',
    ' 新增取值限制，只接受 "a"、"b"',
  ],
  'a changed constant': [
    object({ contract: { type: 'string', const: 'hotline/1' } }),
    object({ contract: { type: 'string', const: 'hotline/2' } }),
    { contract: 'hotline/1' },
    'contract 不再接受 "hotline/1"',
  ],
  'null no more': [orNull(row), row, null, ' 不再接受 null，只接受 object'],
  'null no more, as a list of types': [
    { type: ['string', 'null'] },
    { type: 'string' },
    null,
    ' 不再接受 null，只接受 string',
  ],
  'another type': [{ type: 'string' }, { type: 'boolean' }, 'a', ' 不再接受 string，只接受 boolean'],
  'whole numbers only': [{ type: 'number' }, { type: 'integer' }, 0.5, ' 不再接受 number，只接受 integer'],
  'a type where anything was good': [{}, { type: 'string' }, 1, ' 不再接受 任意值，只接受 string'],
  'an alternative less': [
    { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    1,
    ' 不再接受 number，只接受 string、null',
  ],
  'a narrower alternative': [
    orNull(text),
    orNull({ ...text, maxLength: 8 }),
    'longer than 8',
    ' maxLength 由 16 收紧为 8',
  ],
  'a longer minimum': [text, { ...text, minLength: 2 }, 'a', ' minLength 由 1 收紧为 2'],
  'a higher minimum': [count, { ...count, minimum: 1 }, 0, ' minimum 由 0 收紧为 1'],
  'a minimum that is out itself': [
    count,
    { type: 'integer', exclusiveMinimum: 0, maximum: 100 },
    0,
    ' exclusiveMinimum 由 不限 收紧为 0',
  ],
  'a lower maximum': [count, { ...count, maximum: 99 }, 100, ' maximum 由 100 收紧为 99'],
  'a maximum that is out itself': [
    { type: 'number', maximum: 1 },
    { type: 'number', exclusiveMaximum: 1 },
    1,
    ' exclusiveMaximum 由 不限 收紧为 1',
  ],
  'a maximum where there was none': [
    { type: 'number' },
    { type: 'number', maximum: 5 },
    6,
    ' maximum 由 不限 收紧为 5',
  ],
  'another format': [
    { type: 'string', pattern: '^\\d{6,12}$' },
    { type: 'string', pattern: '^\\d{6}$' },
    '440111001',
    ' 格式由 ^\\d{6,12}$ 改为 ^\\d{6}$',
  ],
  'any text of a shorter length': [
    { type: 'string', pattern: '^\\d{8,24}$' },
    { type: 'string', pattern: '^.{1,20}$' },
    '123456789012345678901234',
    ' 格式由 ^\\d{8,24}$ 改为 ^.{1,20}$',
  ],
  'a format where any text was good': [
    { type: 'string' },
    { type: 'string', pattern: '^a' },
    'b',
    ' 格式由 不限 改为 ^a',
  ],
  'a shorter list': [
    { type: 'array', items: row, maxItems: 40 },
    { type: 'array', items: row, maxItems: 1 },
    [{ code: 'a' }, { code: 'b' }],
    ' maxItems 由 40 收紧为 1',
  ],
  'a list that may not be empty': [
    { type: 'array' },
    { type: 'array', minItems: 1 },
    [],
    ' minItems 由 不限 收紧为 1',
  ],
  'items of anything no more': [
    { type: 'array' },
    { type: 'array', items: text },
    [1],
    '[] 不再接受 任意值，只接受 string',
  ],
  'something deep inside': [
    object({ operation: orNull(object({ orders: { type: 'array', items: row } })) }),
    object({
      operation: orNull(
        object({ orders: { type: 'array', items: { ...row, required: ['code', 'count'] } } }),
      ),
    }),
    { operation: { orders: [{ code: 'a' }] } },
    'operation.orders[].count 由可选改为必填',
  ],
  'narrower values of a record': [
    { type: 'object', additionalProperties: { type: 'number' } },
    { type: 'object', additionalProperties: count },
    { a: -1 },
    '* 不再接受 number，只接受 integer',
  ],
  'fewer keys of a record': [
    { type: 'object', propertyNames: { type: 'string', enum: ['a', 'b'] } },
    { type: 'object', propertyNames: { type: 'string', enum: ['a'] } },
    { b: 1 },
    '（键名） 不再接受 "b"',
  ],
  'a record’s key with a meaning of its own': [
    { type: 'object', additionalProperties: { type: 'string' } },
    object({ total: count }, { additionalProperties: { type: 'string' } }),
    { total: 'a' },
    'total 不再接受 string，只接受 integer',
  ],
  'a narrower shared definition': [
    object({ a: { $ref: '#/$defs/text' } }, { $defs: { text } }),
    object({ a: { $ref: '#/$defs/text' } }, { $defs: { text: { ...text, maxLength: 8 } } }),
    { a: 'longer than 8' },
    'a maxLength 由 16 收紧为 8',
  ],
  'a narrower schema that holds itself': [
    object({ parts: { type: 'array', items: { $ref: '#' } }, name: text }),
    object({ parts: { type: 'array', items: { $ref: '#' } }, name: { ...text, maxLength: 8 } }),
    { parts: [{ name: 'longer than 8' }] },
    'name maxLength 由 16 收紧为 8',
  ],
  'nothing any more': [object({ a: text }), object({ a: false }), { a: 'a' }, 'a 不再接受 string'],
}

describe('a change that a document of yesterday does not survive is named by its field', () => {
  it.each(Object.entries(BREAKS))('%s', (_, [promised, current, witness, words]) => {
    // The document proves that the case is what it claims to be.
    expect(violations(promised, witness)).toEqual([])
    expect(violations(current, witness)).not.toEqual([])
    expect(said(promised, current)).toContain(words)
  })
})

const ADDITIONS: Record<string, [JsonObject, JsonObject]> = {
  nothing: [row, row],
  'other words for people': [row, { ...row, title: '行', description: '一行', $id: 'x.json', default: {} }],
  'a new optional field': [row, object({ code: text, count, name: text }, { required: ['code'] })],
  'a new optional field of a closed object': [
    { ...row, additionalProperties: false },
    object({ code: text, count, name: text }, { required: ['code'], additionalProperties: false }),
  ],
  'a required field made optional': [row, { ...row, required: [] }],
  'a field that is no longer read': [row, object({ code: text }, { required: ['code'] })],
  'an opened object': [{ ...row, additionalProperties: false }, row],
  'a new value': [
    { type: 'string', enum: ['a'] },
    { type: 'string', enum: ['b', 'a'] },
  ],
  'any text where there was a list of values': [{ type: 'string', enum: ['a', 'b'] }, text],
  'a constant that became one of several': [
    { type: 'string', const: 'a' },
    { type: 'string', enum: ['a', 'b'] },
  ],
  'values that keep a new format': [
    { type: 'string', enum: ['a1', 'a2'] },
    { type: 'string', pattern: '^a\\d$' },
  ],
  'numbers that keep a new limit': [{ enum: [1, 2, 3] }, { type: 'integer', minimum: 1, maximum: 3 }],
  'true and false spelled out': [{ type: 'boolean', const: true }, { type: 'boolean' }],
  'null as well': [row, orNull(row)],
  'null as well, as a list of types': [{ type: 'string' }, { type: ['string', 'null'] }],
  'another alternative, in another order': [
    orNull(text),
    { anyOf: [{ type: 'null' }, { type: 'number' }, text] },
  ],
  'fractions as well': [count, { ...count, type: 'number' }],
  'anything at all': [row, {}],
  'wider limits': [
    { ...count, exclusiveMinimum: 5, exclusiveMaximum: 50 },
    { ...count, exclusiveMinimum: 4, exclusiveMaximum: 51 },
  ],
  'a limit that the old one implies': [
    { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    { type: 'number', minimum: 0, exclusiveMaximum: 2 },
  ],
  'no limits': [text, { type: 'string' }],
  'any text of the length': [
    { type: 'string', pattern: '^\\d{8,24}$' },
    { type: 'string', pattern: '^.{1,40}$' },
  ],
  'no format': [{ type: 'string', pattern: '^a' }, { type: 'string' }],
  'longer lists of wider items': [
    { type: 'array', items: count, minItems: 2, maxItems: 40 },
    { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 400 },
  ],
  'more keys of a record': [
    { type: 'object', propertyNames: { enum: ['a'] }, additionalProperties: count },
    { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'number' } },
  ],
  'the same, by another name': [
    object({ a: { $ref: '#/$defs/old' } }, { $defs: { old: text } }),
    object({ a: { $ref: '#/$defs/new' } }, { $defs: { new: text } }),
  ],
  'a schema that holds itself': [
    object({ parts: { type: 'array', items: { $ref: '#' } }, name: text }),
    object({ parts: { type: 'array', items: { $ref: '#' } }, name: { type: 'string' } }),
  ],
  'a keyword we do not judge, unchanged': [
    { type: 'number', multipleOf: 5 },
    { type: 'number', multipleOf: 5, title: '五' },
  ],
}

describe('an addition passes', () => {
  it.each(Object.entries(ADDITIONS))('%s', (_, [promised, current]) => {
    expect(said(promised, current)).toEqual([])
  })
})

describe('what cannot be judged is refused, not passed', () => {
  it.each<[string, JsonObject, JsonObject, string]>([
    ['a changed keyword', { type: 'number', multipleOf: 5 }, { type: 'number', multipleOf: 3 }, 'multipleOf'],
    ['a new keyword', { type: 'array' }, { type: 'array', uniqueItems: true }, 'uniqueItems'],
    ['a keyword gone', { type: 'string', format: 'date' }, { type: 'string' }, 'format'],
    [
      'alternatives under a further limit',
      { anyOf: [text], minLength: 1 },
      { anyOf: [text, { type: 'null' }], minLength: 1 },
      'anyOf',
    ],
    [
      'an unchanged keyword whose reference may have changed',
      { allOf: [{ $ref: '#/$defs/a' }], $defs: { a: text } },
      { allOf: [{ $ref: '#/$defs/a' }], $defs: { a: { ...text, maxLength: 8 } } },
      'allOf',
    ],
    ['a reference that leads out of the file', { $ref: 'other.json' }, { $ref: 'other.json' }, '$ref'],
    ['a reference that leads nowhere', { $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }, '$ref'],
  ])('%s', (_, promised, current, keyword) => {
    expect(said(promised, current)).toContain(` ${keyword} 的改动无法判断是否兼容`)
  })

  it('a new rule between fields; one that is gone or was there before passes', () => {
    const rules = (...words: string[]): JsonObject => ({ ...row, $comment: `另须满足——${words.join('；')}` })
    expect(said(rules('甲'), rules('甲', '乙'))).toEqual([' 新增规则“乙”（只改措辞也算，请保留原文）'])
    expect(said(row, rules('乙'))).toHaveLength(1)
    expect(said(orNull(row), { ...orNull(row), $comment: '另须满足——乙' })).toHaveLength(1)
    expect(said(rules('甲', '乙'), rules('乙'))).toEqual([])
    expect(said(row, { ...row, $comment: '随便说说' })).toEqual([])
  })
})
