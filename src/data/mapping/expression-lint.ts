import { isRecord, own } from '../json'
import { words } from './words'

/** A construct a mapping may not use, and where its last character stands (0-based offset behind it). */
export interface Finding {
  readonly what: string
  readonly position: number
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
  if (node.type === 'regex') return words.regex
  if (node.type === 'transform') return words.transform
  if (node.type === 'variable' && typeof node.value === 'string') return own(words.banned, node.value)
  const rebound = namesBoundBy(node).find((name) => ours.has(name))
  return rebound === undefined ? undefined : words.rebound(rebound)
}

/** Names a node binds: `$x := …`, `function($x)`, `@$x`, `#$x`. */
function namesBoundBy(node: Readonly<Record<string, unknown>>): string[] {
  const parameters: unknown = node.type === 'lambda' ? node.arguments : []
  const variables: unknown[] = node.type === 'bind' ? [node.lhs] : Array.isArray(parameters) ? parameters : []
  const names = variables.map((variable) => (isRecord(variable) ? variable.value : undefined))
  return [...names, node.focus, node.index].filter((name) => typeof name === 'string')
}
