import jsonata from 'jsonata'
import { DataFault } from '../data-fault'
import { faultOf, place } from './expression-fault'
import { helpers } from './expression-helpers'
import { lint } from './expression-lint'
import type { Bindings, Evaluate } from '../shape/shape'
import { words } from './words'

/** Bounds of one evaluation; JSONata checks them at every step. */
export interface Guards {
  readonly timeout: number
  readonly stack: number
  readonly sequence: number
}

/**
 * 10,000 rows take 1 s on a wall PC that has nothing else to do. `stack` counts what is pending, and the keys of an object are evaluated at once,
 * so it must exceed the groups of a large group-by; a real recursion reaches it in a fraction of a second.
 */
const GUARDS: Guards = { timeout: 5000, stack: 30_000, sequence: 200_000 }

/** Values in a result; a contract takes a few thousand. */
const MAX_VALUES = 2_000_000

const KEPT = 64
const compiled = new Map<string, jsonata.Expression>()

const UNBOUND: Bindings = {
  receivedAt: '',
  city: '',
  region: '',
  audience: 'duty',
  zone: '+08:00',
  crs: 'WGS-84',
  enums: {},
}
const OURS = new Set(Object.keys(helpers(UNBOUND, true)))

/**
 * Parses a mapping and refuses what it must not use; every refusal is named with its place.
 * @throws DataFault map
 */
function compile(source: string, guards: Guards = GUARDS): jsonata.Expression {
  const key = `${JSON.stringify(guards)}${source}`
  const known = compiled.get(key)
  if (known) return known
  const expression = parse(source, guards)
  const findings = lint(expression.ast(), OURS)
  if (findings.length > 0)
    throw new DataFault(
      'map',
      words.findings(findings.map(({ what, position }) => words.finding(what, place(source, position)))),
    )
  if (compiled.size >= KEPT) compiled.clear()
  compiled.set(key, expression)
  return expression
}

function parse(source: string, guards: Guards): jsonata.Expression {
  try {
    return jsonata(source, { ...guards })
  } catch (error) {
    throw faultOf(error, source)
  }
}

/** An evaluator with its own bounds. */
export const evaluator =
  (guards: Guards): Evaluate =>
  async (source, input, bindings) => {
    const expression = compile(source, guards)
    try {
      const empty = Array.isArray(input) && input.length === 0
      seal(input)
      // Of an empty list JSONata makes a list with one entry; of nothing it makes nothing.
      return plain(await expression.evaluate(empty ? undefined : input, helpers(bindings, empty)))
    } catch (error) {
      throw faultOf(error, source, expression.ast())
    }
  }

/** Runs a mapping within the bounds of a wall. @throws DataFault map */
export const evaluate: Evaluate = evaluator(GUARDS)

/** JSONata adds an entry to an empty list it groups; whoever counts that list next would count one thing that is not there. */
function seal(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value) && value.length === 0)
    Object.defineProperty(value, 'push', { value: () => 0, configurable: true })
  for (const below of Object.values(value)) seal(below)
}

/** A copy as plain JSON: JSONata's lists carry flags and functions of their own, which cannot leave a worker. */
function plain(result: unknown): unknown {
  let left = MAX_VALUES
  function copy(value: unknown): unknown {
    if (left-- <= 0) throw new DataFault('map', words.tooLarge)
    if (typeof value === 'function' || isFunctionOfJsonata(value)) throw new DataFault('map', words.functions)
    if (Array.isArray(value)) return Array.from(value, copy)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, copy(below)]))
  }
  return copy(result)
}

const isFunctionOfJsonata = (value: unknown) =>
  typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value)
