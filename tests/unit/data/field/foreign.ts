import { fieldRule } from '../../../../src/config/field-rule'
import type { ShapeRules } from '../../../../src/config/source'
import { RowProblem } from '../../../../src/contract/records/row-problem'
import type { AnyKind } from '../../../../src/contract/records/kind'
import { rowReader } from '../../../../src/contract/records/read-row'
import { evaluate } from '../../../../src/data/mapping/expression'
import { mapRows } from '../../../../src/data/mapping/map-rows'
import type { ShapeScope } from '../../../../src/data/shape/shape'
import { workOrder } from '../../../../src/domains/hotline/records'
import { documentOf, recipes } from '../../recipes/recipe'
import { RULES, SCOPE } from '../shape-fixture'

/** What the wall keeps of `answer` by a shipped recipe, with `change` made to its source. @throws DataFault */
export async function through(
  name: string,
  answer: unknown,
  options: Parameters<typeof documentOf>[2] & { readonly change?: object } = {},
) {
  const recipe = recipes.find((each) => each.name === name)
  if (!recipe) throw new Error(`no recipe ${name}`)
  const source: unknown = Object.assign({}, recipe.source, options.change)
  return documentOf({ ...recipe, source }, JSON.stringify(answer), options)
}

interface Around {
  readonly kind?: AnyKind
  readonly rules?: Partial<ShapeRules>
  readonly scope?: Partial<ShapeScope>
}

/** What a store is given of each of `rows`: the columns of its record that are known, or the field that cost it and why. */
export async function recordsOf(
  fields: Readonly<Record<string, unknown>>,
  rows: readonly unknown[],
  { kind = workOrder, rules = {}, scope = {} }: Around = {},
): Promise<readonly object[]> {
  const parsed = Object.fromEntries(
    Object.entries(fields).map(([name, rule]) => [name, fieldRule.parse(rule)]),
  )
  const job = { rules: { ...RULES, ...rules }, scope: { ...SCOPE, ...scope } }
  const read = rowReader(kind, new Set(Object.keys(fields)))
  const names = Object.keys(kind.columns)
  return (await mapRows(rows, parsed, { job, columns: kind.columns, evaluate })).map((row, at) => {
    const result = row instanceof RowProblem ? { fault: row } : read(row, at)
    if ('fault' in result) return { field: result.fault.field, message: result.fault.message }
    const known = result.cells.flatMap((cell, i) => (cell === null ? [] : [[names[i] ?? '', cell] as const]))
    return Object.fromEntries(known)
  })
}
