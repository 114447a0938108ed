import type { FieldRules } from '../../config/field-rule'
import type { Columns } from '../../contract/records/kind'
import { RowProblem } from '../../contract/records/row-problem'
import { DataFault } from '../data-fault'
import { maskAnswer } from '../shape/mask-answer'
import type { Evaluate, ShapeJob } from '../shape/shape'
import { ForeignValueError } from './expression-values'
import { fieldReaders, problemOf, type FieldReader } from './row-mapper'

/** What rows are mapped with. */
export interface MapTools {
  readonly job: Pick<ShapeJob, 'rules' | 'scope'>
  /** Columns of the record: how a field is read follows from them where its rule does not say. */
  readonly columns: Columns
  readonly evaluate: Evaluate
}

/**
 * Foreign rows as records of the contract, field by field as the configuration says. A field that is not there stays away; a row with a
 * value that cannot be used is a `RowProblem`, which names the field and the value, and costs no other row.
 * @throws DataFault map where a rule itself is wrong
 */
export async function mapRows(
  rows: readonly unknown[],
  fields: FieldRules,
  tools: MapTools,
): Promise<readonly object[]> {
  const readers = readersOf(fields, tools)
  if (readers.every(({ expression }) => expression === undefined))
    return rows.map((row) => recordOf(row, readers))
  const evaluated = evaluatorOf(tools)
  const mapped: object[] = []
  for (const row of rows) mapped.push(await evaluatedRecord(row, readers, evaluated))
  return mapped
}

function readersOf(fields: FieldRules, { job: { rules, scope }, columns }: MapTools): readonly FieldReader[] {
  try {
    return fieldReaders(fields, { enums: rules.enums, zone: rules.zone, names: scope.names ?? {}, columns })
  } catch (error) {
    if (error instanceof ForeignValueError) throw new DataFault('map', error.message)
    throw error
  }
}

/** One row, where no field needs an expression: nothing is awaited, so tens of thousands are one short piece of work. */
function recordOf(row: unknown, readers: readonly FieldReader[]): object {
  const record: Record<string, unknown> = {}
  for (const { name, take, finish } of readers) {
    try {
      const value = finish(take(row))
      if (value !== undefined) record[name] = value
    } catch (error) {
      return problemOf(name, error)
    }
  }
  return record
}

async function evaluatedRecord(
  row: unknown,
  readers: readonly FieldReader[],
  evaluated: (expression: string, value: unknown) => Promise<unknown>,
): Promise<object> {
  const record: Record<string, unknown> = {}
  for (const { name, expression, take, finish } of readers) {
    try {
      const taken = take(row)
      // Of what is not there an expression would make something.
      const isLeft = expression === undefined || taken === undefined
      const value = finish(isLeft ? taken : await evaluated(expression, taken))
      if (value !== undefined) record[name] = value
    } catch (error) {
      if (error instanceof DataFault) return new RowProblem(name, error.detail)
      return problemOf(name, error)
    }
  }
  return record
}

/** Runs the expression of a field. What it puts together out of harmless pieces may be a telephone number. */
function evaluatorOf({ job: { rules, scope }, evaluate }: MapTools) {
  const { zone, crs, enums } = rules
  const { city, region, receivedAt, audience } = scope
  const known = { city, region, receivedAt, audience, zone, crs, enums, row: true }
  return async (expression: string, value: unknown): Promise<unknown> =>
    maskAnswer(await evaluate(expression, value, known), { personal: {}, audience })
}
