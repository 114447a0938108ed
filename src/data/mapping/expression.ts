import jsonata from 'jsonata'
import { RowProblem } from '../../contract/records/row-problem'
import { DataFault } from '../data-fault'
import { faultOf, place } from './expression-fault'
import { helpers } from './expression-helpers'
import { lint } from './expression-lint'
import { sealed, SetAside } from './expression-lists'
import { makeStrict } from './expression-strict'
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
function compile(source: string, guards: Guards, inRow: boolean): jsonata.Expression {
  const key = `${JSON.stringify(guards)}${inRow}${source}`
  const known = compiled.get(key)
  if (known) return known
  const expression = parse(source, guards)
  const findings = lint(expression.ast(), OURS)
  if (findings.length > 0)
    throw new DataFault(
      'map',
      words.findings(findings.map(({ what, position }) => words.finding(what, place(source, position)))),
    )
  makeStrict(expression.ast(), inRow)
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
    const expression = compile(source, guards, bindings.row === true)
    try {
      const empty = Array.isArray(input) && input.length === 0
      seal(input)
      // Of an empty list JSONata makes a list with one entry; of nothing it makes nothing.
      return plain(await expression.evaluate(empty ? undefined : input, helpersFor(bindings, empty)), {
        source,
        ast: expression.ast(),
      })
    } catch (error) {
      throw faultOf(error, source, expression.ast())
    }
  }

/** A field's expression runs once a row, each time for the same moment and place. */
const bound = new WeakMap<Bindings, Readonly<Record<string, unknown>>>()

function helpersFor(bindings: Bindings, empty: boolean): Readonly<Record<string, unknown>> {
  if (empty) return helpers(bindings, empty)
  const known = bound.get(bindings) ?? helpers(bindings, empty)
  bound.set(bindings, known)
  return known
}

/** Runs a mapping within the bounds of a wall. @throws DataFault map */
export const evaluate: Evaluate = evaluator(GUARDS)

/** Every empty list in an answer. */
function seal(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) sealed(value)
  for (const below of Object.values(value)) seal(below)
}

/** A copy as plain JSON: JSONata's lists carry flags and functions of their own, which cannot leave a worker. */
function plain(
  result: unknown,
  { source, ast }: { readonly source: string; readonly ast: unknown },
): unknown {
  let left = MAX_VALUES
  function copy(value: unknown): unknown {
    if (left-- <= 0) throw new DataFault('map', words.tooLarge)
    if (value instanceof SetAside) return problemOf(faultOf(value.error, source, ast))
    if (typeof value === 'function' || isFunctionOfJsonata(value)) throw new DataFault('map', words.functions)
    if (Array.isArray(value)) return Array.from(value, copy)
    if (typeof value === 'number') return finite(value)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, copy(below)]))
  }
  return copy(result)
}

/** Nothing of nothing (0 / 0) is unknown; something of nothing is a fault. */
function finite(value: number): number | null {
  if (Number.isNaN(value)) return null
  if (!Number.isFinite(value)) throw new DataFault('map', words.infinite)
  return value
}

/** The field of the row that was to be filled, without the list it stands in. */
const problemOf = ({ field = '', detail }: DataFault) =>
  new RowProblem(field.split('.').at(-1) || words.wholeRow, detail)

const isFunctionOfJsonata = (value: unknown) =>
  typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value)
