import { DATE, REGION_CODE, SLUG } from '../../../src/contract/forms'
import { isObject, type Json, type JsonObject } from '../json'
import { shapesOf } from '../json-schema'
import type { PublishedField } from '../walk'

/** Texts of one form, by the pattern they are published with; what is left is a moment or a form of its own. */
const FORMS: ReadonlyMap<string, string> = new Map([
  [REGION_CODE.source, '行政区划代码，6–12 位数字'],
  [SLUG.source, '代号：小写字母开头，小写字母、数字、- 与 _'],
  [DATE.source, '日期 YYYY-MM-DD'],
])
const isMoment = (pattern: string) => pattern.includes('T\\d{2}')

const quoted = (value: Json) => (typeof value === 'string' ? `\`${value}\`` : JSON.stringify(value))

function between(low: Json | undefined, high: Json | undefined, unit: string): string {
  const least = typeof low === 'number' ? low : undefined
  // The largest integer there is says nothing.
  const most = typeof high === 'number' && high < Number.MAX_SAFE_INTEGER ? high : undefined
  if (least !== undefined && most !== undefined)
    return least === most ? `${least}${unit}` : `${least}–${most}${unit}`
  if (least !== undefined) return `≥ ${least}${unit}`
  return most === undefined ? '' : `≤ ${most}${unit}`
}

function textWords({ pattern, minLength, maxLength }: JsonObject): string {
  if (typeof pattern === 'string')
    return isMoment(pattern) ? '时间 ISO 8601，带时区' : (FORMS.get(pattern) ?? `文字，形如 \`${pattern}\``)
  return `文字${['', between(minLength, maxLength, ' 字')].join(' ').trimEnd()}`
}

function numberWords(kind: string, { minimum, maximum, exclusiveMinimum }: JsonObject): string {
  const above = typeof exclusiveMinimum === 'number' ? `> ${exclusiveMinimum}` : ''
  return [kind, above, between(minimum, maximum, '')].filter(Boolean).join(' ')
}

function wordsOfType(type: Json | undefined, schema: JsonObject): string {
  switch (type) {
    case 'string':
      return textWords(schema)
    case 'integer':
      return numberWords('整数', schema)
    case 'number':
      return numberWords('数', schema)
    case 'boolean':
      return '`true` 或 `false`'
    case 'array': {
      const items = isObject(schema.items) ? schema.items : {}
      const inside = typeof items.type === 'string' && items.type !== 'object' ? `，各为${formOf(items)}` : ''
      return `列表 ${between(schema.minItems, schema.maxItems, ' 项')}${inside}`
    }
    case 'null':
      return '`null`'
    case 'object':
      return '对象'
    default:
      return ''
  }
}

const NAMES: Readonly<Record<string, string>> = {
  measure: '数字',
  rateMeasure: '百分数',
  daySeries: '走势',
  course: '走势',
}

function shapeWords(schema: JsonObject): string[] {
  if (schema.const !== undefined) return [quoted(schema.const)]
  if (Array.isArray(schema.enum)) return [schema.enum.map(quoted).join('、')]
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return types.map((type) => wordsOfType(type, schema)).filter(Boolean)
}

/** What a value must look like, in words. */
function formOf(schema: JsonObject, shape?: string): string {
  const shared = shape === undefined ? [] : [`[${NAMES[shape] ?? shape}](README.md#${shape.toLowerCase()})`]
  return [...shared, ...new Set(shapesOf(schema).flatMap(shapeWords))].join('，或 ')
}

/** Everything that is judged of a field: its form, whether it must be there, and what is refused of it beside others. */
export function checkOf({ schema, shape, required, rules }: PublishedField): string {
  const refused = rules.map((rule) => `拒绝：${rule}`)
  return [formOf(schema, shape), required && '必填', ...refused].filter(Boolean).join('；')
}
