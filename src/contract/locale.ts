import * as z from 'zod/mini'

type Issue = z.core.$ZodRawIssue

const KIND: Readonly<Record<string, string>> = {
  nan: 'NaN',
  number: '数字',
  array: '数组',
  null: '空值(null)',
}
/** What the length of a thing is counted in. */
const COUNTED: Readonly<Record<string, string>> = { string: '字符', array: '项' }

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isNaN(value) ? 'NaN' : typeof value
}
const named = (kind: string) => KIND[kind] ?? kind
const written = (value: unknown) => (typeof value === 'string' ? `"${value}"` : String(value))
const listed = (values: readonly unknown[], between: string) => values.map(written).join(between)

function bound(origin: string, sign: string, limit: unknown): string {
  const unit = COUNTED[origin]
  return `期望 ${origin} ${sign}${String(limit)}${unit === undefined ? '' : ` ${unit}`}`
}

/** As the validator's own table for Chinese puts it; only what JSON and our contracts can get wrong. */
function faultWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `无效输入：期望 ${named(issue.expected)}，实际接收 ${named(kindOf(issue.input))}`
    case 'invalid_value':
      return issue.values.length === 1
        ? `无效输入：期望 ${written(issue.values[0])}`
        : `无效选项：期望以下之一 ${listed(issue.values, '|')}`
    case 'too_big':
      return `数值过大：${bound(issue.origin, issue.inclusive === true ? '<=' : '<', issue.maximum)}`
    case 'too_small':
      return `数值过小：${bound(issue.origin, issue.inclusive === true ? '>=' : '>', issue.minimum)}`
    // Nobody at a wall reads a regular expression.
    case 'invalid_format':
      return '写法不符合要求'
    case 'unrecognized_keys':
      return `出现未知的键(key): ${listed(issue.keys, ', ')}`
    case 'invalid_key':
      return `${issue.origin} 中的键(key)无效`
    default:
      return '无效输入'
  }
}

/** Contract and configuration errors are read by Chinese-speaking operators, so the validator speaks Chinese. */
export function speakChinese(): void {
  z.config({ localeError: faultWords })
}
