import { DataFault } from '../data-fault'
import { fieldAt } from './expression-field'
import { ForeignValueError } from './expression-values'
import { isRecord } from '../json'
import { maskText } from '../shape/mask'

type Detail = (value: string, token: string) => string

/** JSONata's codes in our words; codes that are not here keep JSONata's own sentence. */
const WORDS: Readonly<Record<string, Detail>> = {
  D1009: (value) => `键 ${value} 重复`,
  D1011: () => '递归过深，已中止',
  D1012: (value) => `超过 ${Number(value) / 1000} 秒仍未完成，已中止`,
  D2014: (value) => `序列过长（${value}），已中止`,
  D2015: (value) => `序列过长（${value}），已中止`,
  D3030: (value) => `${value} 不是数`,
  D3138: () => '$single 须恰有一项，得到多项',
  D3139: () => '$single 须恰有一项，一项也没有',
  S0202: (value, token) => `此处须为 ${value}，却是 ${token}`,
  S0203: (value) => `没有写完，缺 ${value}`,
  S0204: (_, token) => `没有 ${token} 这个操作符`,
  S0207: () => '没有写完',
  S0101: () => '引号没有成对',
  S0201: (_, token) => `语法错误：${token}`,
  T0410: (_, token) => `$${token} 的参数类型不对`,
  T0411: (_, token) => `$${token} 的上下文类型不对`,
  T0412: (_, token) => `$${token} 的列表中有类型不对的项（空值请先剔除）`,
  T1003: (value) => `对象的键须为文本，得到 ${value}`,
  T1005: (_, token) => `缺少 $：应为 $${token}`,
  T1006: (_, token) => `没有 $${token} 这个函数`,
  T2001: (_, token) => `${token} 的左边须为数`,
  T2002: (_, token) => `${token} 的右边须为数`,
  T2006: () => '~> 的右边须为函数',
  T2007: (value) => `排序项的类型不一致（${value}）`,
  T2008: () => '排序项须为数或文本',
  T2009: (_, token) => `${token} 两边的类型不一致`,
  T2010: (_, token) => `${token} 两边须为数或文本`,
}

/** What JSONata throws: a plain object with a code, or an Error it has added a position to. */
interface Thrown {
  readonly code?: unknown
  readonly position?: unknown
  readonly token?: unknown
  readonly value?: unknown
  readonly message?: unknown
}

const LONGEST = 120

/** Shown values come from the answer, which is masked; the message is masked again because it is put together here. */
const brief = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, 40) : (JSON.stringify(value)?.slice(0, 40) ?? '')

/** `第 3 行第 12 列` of an offset; a mapping written line by line has the lines of the configuration. */
export function place(source: string, position: number): string {
  const before = source.slice(0, position).split('\n')
  return `第 ${before.length} 行第 ${before.at(-1)?.length ?? 0} 列`
}

/** Anything a mapping threw, as a fault that names the field it was to fill, JSONata's code and the place in the mapping. */
export function faultOf(error: unknown, source: string, ast?: unknown): DataFault {
  if (error instanceof DataFault) return error
  // A native stack overflow carries no code; it means the same as JSONata's own.
  const thrown: Thrown = error instanceof RangeError ? { code: 'D1011' } : isRecord(error) ? error : {}
  const code = typeof thrown.code === 'string' ? thrown.code : undefined
  const words = code === undefined ? undefined : WORDS[code]?.(brief(thrown.value), brief(thrown.token))
  const own =
    error instanceof ForeignValueError && typeof thrown.token === 'string' ? `$${thrown.token}：` : ''
  const said = words ?? `${own}${typeof thrown.message === 'string' ? thrown.message : '未知错误'}`
  const position = typeof thrown.position === 'number' ? thrown.position : undefined
  const at = position === undefined ? undefined : place(source, position)
  const field = position === undefined ? undefined : fieldAt(ast, position)
  const notes = [code, at].filter((note) => note !== undefined).join('，')
  const detail = `${maskText(said).slice(0, LONGEST)}${notes === '' ? '' : `（${notes}）`}`
  return new DataFault('map', detail, field)
}
