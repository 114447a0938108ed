import { isRecord } from '../json'

/**
 * What of a parsed mapping is held to more than JSONata holds it to, by calls that are put in its place: comparisons, which in
 * JSONata are false between 8 and "8" and false for a field that is not there; our helpers where they read a row; lists that a
 * filter left empty, which JSONata takes for lists that are not there.
 */
type Node = Record<string, unknown>

const COMPARED = new Set(['=', '!=', '<', '<=', '>', '>=', 'in'])
/** Helpers that read values of a row, and which of their arguments these are. */
export const VALUES: Readonly<Record<string, readonly number[]>> = {
  num: [0],
  signed: [0],
  percent: [0],
  cn: [0],
  cnTime: [0],
  iso: [0],
  hour: [0],
  json: [0],
  isToday: [0],
  enum: [1],
  minutesBetween: [0, 1],
  daysBetween: [0, 1],
  share: [0, 1],
}
/** Helpers whose first argument is a list. */
const LISTED = new Set(['rows', 'groupCount', 'require', 'count'])

/** Of a helper, the name of its strict kind. No mapping can write it. */
export const strict = (name: string): string => `${name}!`

/** Makes `ast` strict, in place. Once only: `ast` is then not what its text says. `inRow`: all of it is evaluated once a row. */
export function makeStrict(ast: unknown, inRow: boolean): void {
  const visited = new Set<unknown>()
  const listed = listedVariables(ast)

  function visit(node: unknown, within: boolean): void {
    if (typeof node !== 'object' || node === null || visited.has(node)) return
    visited.add(node)
    if (!isNode(node)) return Object.values(node).forEach((item: unknown) => visit(item, within))
    const below = childrenOf(node, within)
    if (node.type === 'binary' && COMPARED.has(String(node.value))) compare(node)
    else if (node.type === 'function') call(node, within)
    else if (node.type === 'filter') skipNull(node)
    else if (node.type === 'bind' && isNode(node.lhs) && listed.has(String(node.lhs.value))) bind(node)
    for (const [child, once] of below) visit(child, once)
  }

  visit(ast, inRow)
}

const isNode = (value: unknown): value is Node => isRecord(value)

const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

type Child = readonly [node: unknown, inRow: boolean]

/** What a node is made of; a filter, the body of a function and every step of a way but the first are evaluated once a row. */
function childrenOf(node: Node, inRow: boolean): readonly Child[] {
  return Object.entries(node).flatMap(([key, below]): readonly Child[] => {
    if (key === 'steps') return listAt(below).map((step, i) => [step, inRow || i > 0] as const)
    const once = key === 'stages' || key === 'predicate' || (key === 'body' && node.type === 'lambda')
    return [[below, inRow || once]]
  })
}

const textNode = (value: string | undefined): Node =>
  value === undefined ? { type: 'value', value: null } : { type: 'string', value }

/** `a.b` of a way that leads through fields only; undefined of anything that may rightly give nothing, such as a filter. */
function fieldOf(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'path' || 'group' in node) return undefined
  const names = listAt(node.steps).map((step, i) => {
    if (!isNode(step) || 'stages' in step || 'predicate' in step) return undefined
    if (step.type === 'name' && typeof step.value === 'string') return step.value
    return i === 0 && step.type === 'variable' ? '' : undefined
  })
  const fields = names.filter((name) => name !== '')
  return names.includes(undefined) || fields.length === 0 ? undefined : fields.join('.')
}

function compare(node: Node): void {
  const { lhs, rhs, value } = node
  const fields = [fieldOf(lhs), value === 'in' ? undefined : fieldOf(rhs)]
  node.type = 'function'
  node.procedure = { type: 'variable', value }
  node.arguments = [lhs, rhs, ...fields.map(textNode)]
  node.value = '('
  delete node.lhs
  delete node.rhs
}

/** A list that is null, or empty, has no rows: its filter is asked about none. */
function skipNull(filter: Node): void {
  if (isNode(filter.expr) && filter.expr.type === 'number') return
  filter.expr = conditionNode(
    {
      type: 'function',
      value: '(',
      procedure: { type: 'variable', value: strict('nothing') },
      arguments: [{ type: 'variable', value: '' }],
    },
    { type: 'value', value: false },
    filter.expr,
  )
}

/** What the parser calls the two branches of `condition ? yes : no`. */
const BRANCHES = ['then', 'else'] as const

const conditionNode = (condition: Node, ...branches: readonly [yes: unknown, no: unknown]): Node => ({
  type: 'condition',
  condition,
  ...Object.fromEntries(BRANCHES.map((name, i) => [name, branches[i]])),
})

function call(node: Node, inRow: boolean): void {
  const { procedure } = node
  if (!isNode(procedure) || procedure.type !== 'variable' || typeof procedure.value !== 'string') return
  const name = procedure.value
  const given = listAt(node.arguments)
  if (LISTED.has(name)) {
    const [list, ...rest] = given
    const whole = unfiltered(list)
    const first = firstOf(list)
    if (whole === undefined && (name !== 'count' || first === undefined)) return
    const field = name === 'count' ? fieldOf(first) : undefined
    procedure.value = strict(name)
    node.arguments = [textNode(field), list, whole ?? first, first ?? whole, ...rest]
  } else if (inRow && Object.hasOwn(VALUES, name)) {
    const fields = VALUES[name]?.map((at) => fieldOf(given[at])) ?? []
    if (fields.every((field) => field === undefined)) return
    procedure.value = strict(name)
    node.arguments = [{ type: 'value', value: fields.map((field) => field ?? null) }, ...given]
  }
}

/** The list that a filter (`list[…]`, `$filter(list, …)`) was laid over; undefined of a node without one. */
function unfiltered(node: unknown): Node | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'path' && listAt(node.steps).some((step) => isNode(step) && isFiltered(step)))
    return { ...node, steps: listAt(node.steps).map((step) => (isNode(step) ? bare(step) : step)) }
  if (node.type === 'variable' && isFiltered(node)) return bare(node)
  if (node.type === 'function' && isNode(node.procedure) && node.procedure.value === 'filter') {
    const [list] = listAt(node.arguments)
    return isNode(list) ? (unfiltered(list) ?? list) : undefined
  }
  return undefined
}

/** Where a way begins, as a way of its own. */
function firstOf(node: unknown): Node | undefined {
  if (!isNode(node) || node.type !== 'path') return undefined
  const [first] = listAt(node.steps)
  if (!isNode(first) || (first.type !== 'name' && first.type !== 'variable')) return undefined
  return { type: 'path', steps: [bare(first)] }
}

const isFiltered = (node: Node) => 'stages' in node || 'predicate' in node
const bare = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'stages' && key !== 'predicate'))

/** Variables that are handed to a helper as its list, and nowhere asked whether they are there. */
function listedVariables(ast: unknown): ReadonlySet<string> {
  const [used, asked, visited] = [new Set<string>(), new Set<string>(), new Set<unknown>()]
  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null || visited.has(node)) return
    visited.add(node)
    if (isNode(node) && node.type === 'function' && isNode(node.procedure)) {
      const [first] = listAt(node.arguments)
      const name = isNode(first) && first.type === 'variable' ? String(first.value) : ''
      if (name !== '' && LISTED.has(String(node.procedure.value))) used.add(name)
      if (name !== '' && node.procedure.value === 'exists') asked.add(name)
    }
    Object.values(node).forEach(visit)
  }
  visit(ast)
  return new Set([...used].filter((name) => !asked.has(name)))
}

/** `$x := list[…]` holds an empty list where nothing is left of one. */
function bind(node: Node): void {
  const whole = unfiltered(node.rhs)
  if (whole === undefined) return
  node.rhs = {
    type: 'function',
    value: '(',
    position: node.position,
    procedure: { type: 'variable', value: strict('list') },
    arguments: [node.rhs, whole, firstOf(node.rhs) ?? whole],
  }
}
