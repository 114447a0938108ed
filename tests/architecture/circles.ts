import type { Module, Rule } from './module'

/** What a file is lost without: types too, because whoever reads the one has to read the other. */
const NEEDS = new Set(['static', 're-export'])

/** Circles that are known, by any of their files, with the reason. To be emptied, never to grow. */
export const KNOWN: Readonly<Record<string, string>> = {}

type Graph = ReadonlyMap<string, readonly string[]>

function graphOf(modules: readonly Module[]): Graph {
  const paths = new Set(modules.map(({ path }) => path))
  const fileOf = (target: string) =>
    [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => paths.has(path))
  return new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap(({ kind, target }) => (NEEDS.has(kind) ? (fileOf(target) ?? []) : [])),
    ]),
  )
}

/**
 * The strongly connected components of two files or more, and files that import themselves (Tarjan 1972): every file that
 * stands on a circle is in exactly one.
 */
export function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const low = (file: string) => lowest.get(file) ?? 0

  function visit(file: string): void {
    order.set(file, order.size)
    lowest.set(file, order.size - 1)
    open.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(file, Math.min(low(file), low(next)))
    }
    if (low(file) !== order.get(file)) return
    const circle = open.splice(open.lastIndexOf(file))
    if (circle.length > 1 || graph.get(file)?.includes(file)) found.push(circle.toSorted())
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return found
}

/** oxlint's `import/no-cycle` passes over imports of types. */
export const circles: Rule = {
  name: 'no circles, types included',
  check: (modules) => {
    const found = circlesOf(graphOf(modules))
    const gone = Object.keys(KNOWN).filter((file) => !found.some((circle) => circle.includes(file)))
    return [
      ...found
        .filter((circle) => !circle.some((file) => Object.hasOwn(KNOWN, file)))
        .map((circle) => `${circle[0]}:1 stands on a circle of ${circle.length}: ${circle.join(', ')}`),
      ...(modules.length > 1
        ? gone.map((file) => `${file}:1 is on no circle any more: strike it off KNOWN`)
        : []),
    ]
  },
}
