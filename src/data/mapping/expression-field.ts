import { isRecord } from '../json'

/**
 * The field of the result whose expression holds the node at `position`, e.g. `operation.orders.dueAt`: what a mapping was
 * about to fill in when it failed. Undefined outside of any field.
 */
export function fieldAt(ast: unknown, position: number): string | undefined {
  const visited = new Set<unknown>()

  function find(node: unknown, path: readonly string[]): readonly string[] | undefined {
    if (typeof node !== 'object' || node === null || visited.has(node)) return undefined
    visited.add(node)
    if (isRecord(node) && node.position === position) return path
    for (const [name, below] of childrenOf(node)) {
      const found = find(below, name === undefined ? path : [...path, name])
      if (found) return found
    }
    return undefined
  }

  return find(ast, [])?.join('.') || undefined
}

type Child = readonly [name: string | undefined, node: unknown]

/** What a node is made of; the values of an object constructor with the name they are given. */
function childrenOf(node: object): readonly Child[] {
  if (isRecord(node) && node.type === 'unary' && node.value === '{' && Array.isArray(node.lhs))
    return node.lhs.map((pair: unknown): Child => {
      const parts: readonly unknown[] = Array.isArray(pair) ? pair : []
      const [key, value] = parts
      return [isRecord(key) && typeof key.value === 'string' ? key.value : undefined, value]
    })
  return Object.values(node).map((below: unknown): Child => [undefined, below])
}
