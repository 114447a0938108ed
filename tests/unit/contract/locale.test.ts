import { expect, it } from 'vitest'
import zhCN from 'zod/v4/locales/zh-CN.js'
import * as z from 'zod/mini'
import { speakChinese } from '../../../src/contract/locale'

const row = z.strictObject({ name: z.string(), of: z.optional(z.enum(['a', 'b'])) })

const CASES: [string, z.ZodMiniType, unknown][] = [
  ['a word for a number', z.number(), 'x'],
  ['a number that is none', z.number(), Number.NaN],
  ['nothing for a number', z.number(), null],
  ['a list for a word', z.string(), []],
  ['an object for a word', z.string(), {}],
  ['a word for a list', z.array(z.string()), 'x'],
  ['a word for an object', row, 'x'],
  ['a list for an object', row, []],
  ['a field that is missing', row, {}],
  ['a field too many', row, { name: 'x', nmae: 'x' }],
  ['two fields too many', row, { name: 'x', one: 1, two: 2 }],
  ['another choice', row, { name: 'x', of: 'c' }],
  ['another literal', z.literal('hotline/1'), 'video/1'],
  ['another literal, a number', z.literal(2), 3],
  ['half a thing', z.int(), 1.5],
  ['more than a number holds', z.int(), 1e300],
  ['less than a number holds', z.int(), -1e300],
  ['too few', z.number().check(z.gte(0)), -1],
  ['not above', z.number().check(z.gt(0)), 0],
  ['too many', z.number().check(z.lte(100)), 101],
  ['not below', z.number().check(z.lt(100)), 100],
  ['too long', z.string().check(z.maxLength(2)), 'xxx'],
  ['too short', z.string().check(z.minLength(1)), ''],
  ['too few in a list', z.array(z.number()).check(z.minLength(1)), []],
  ['too many in a list', z.array(z.number()).check(z.maxLength(1)), [1, 2]],
  ['a key of another form', z.record(z.string().check(z.regex(/^\d$/)), z.number()), { x: 1 }],
  ['neither of two', z.union([z.number(), z.string()]), null],
  ['no such kind', z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]), { kind: 'b' }],
  ['a rule without words', z.number().check(z.refine((n) => n > 1)), 0],
]

const said = (schema: z.ZodMiniType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path, message])

it.each(CASES)('%s: as the validator says it in Chinese', (_, schema, value) => {
  z.config(zhCN())
  const expected = said(schema, value)
  expect(expected).toHaveLength(1)
  speakChinese()
  expect(said(schema, value)).toEqual(expected)
})

it('a pattern is not read out', () => {
  speakChinese()
  expect(said(z.string().check(z.regex(/^\d{6}$/)), 'x')).toEqual([[[], '写法不符合要求']])
})
