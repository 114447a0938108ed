import { isRecord, own } from '../json'

/** A construct a mapping may not use, and where its last character stands (0-based offset behind it). */
export interface Finding {
  readonly what: string
  readonly position: number
}

/** Functions that would make the same answer give another document, or that run text as code. */
const BANNED: Readonly<Record<string, string>> = {
  eval: '不允许使用 $eval：不执行文本',
  now: '不允许使用 $now：数据时间须来自数据或 $receivedAt',
  millis: '不允许使用 $millis：数据时间须来自数据或 $receivedAt',
  random: '不允许使用 $random：同一份数据须得到同一结果',
  shuffle: '不允许使用 $shuffle：同一份数据须得到同一结果',
}

/**
 * What in a parsed mapping must not run. JSONata bounds time, depth and length of an evaluation, but not the inside of one
 * native call, so a regular expression could hang a worker; transforms and clocks make a mapping impure.
 * `ours` are the names mappings are given; a mapping that rebinds one would not mean what it says.
 */
export function lint(ast: unknown, ours: ReadonlySet<string>): readonly Finding[] {
  const findings: Finding[] = []
  const visited = new Set<unknown>()

  function visit(value: unknown, near: number): void {
    if (typeof value !== 'object' || value === null || visited.has(value)) return
    visited.add(value)
    if (!isRecord(value)) return Object.values(value).forEach((item) => visit(item, near))
    const position = typeof value.position === 'number' ? value.position : near
    const what = refusal(value, ours)
    if (what !== undefined) findings.push({ what, position })
    for (const below of Object.values(value)) visit(below, position)
  }

  visit(ast, 0)
  return findings.toSorted((a, b) => a.position - b.position)
}

function refusal(node: Readonly<Record<string, unknown>>, ours: ReadonlySet<string>): string | undefined {
  if (node.type === 'regex') return '不允许使用正则表达式'
  if (node.type === 'transform') return '不允许使用转换操作符 |…|…|'
  if (node.type === 'variable' && typeof node.value === 'string') return own(BANNED, node.value)
  const rebound = namesBoundBy(node).find((name) => ours.has(name))
  return rebound === undefined ? undefined : `不允许重新定义 $${rebound}`
}

/** Names a node binds: `$x := …`, `function($x)`, `@$x`, `#$x`. */
function namesBoundBy(node: Readonly<Record<string, unknown>>): string[] {
  const parameters: unknown = node.type === 'lambda' ? node.arguments : []
  const variables: unknown[] = node.type === 'bind' ? [node.lhs] : Array.isArray(parameters) ? parameters : []
  const names = variables.map((variable) => (isRecord(variable) ? variable.value : undefined))
  return [...names, node.focus, node.index].filter((name) => typeof name === 'string')
}
