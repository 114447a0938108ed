import type { ColumnRule } from '../../config/source'
import { RowProblem } from '../../contract/records/counting'
import { at, own } from '../json'
import { words } from '../shape/words'

/** The word for a code; a code that nobody listed is a problem of its row, never the default. */
function wordOf(code: unknown, codes: Readonly<Record<string, string>>, field: string): unknown {
  if (code === null || code === '') return null
  const word = typeof code === 'string' || typeof code === 'number' ? own(codes, String(code)) : undefined
  return word ?? new RowProblem(field, words.unknownCode(JSON.stringify(code)))
}

function cellOf(row: unknown, field: string, rule: ColumnRule): unknown {
  if (typeof rule === 'string') return at(row, rule)
  if ('code' in rule) {
    const [code, name] = [at(row, rule.code), at(row, rule.name)]
    if (code === undefined || name === undefined) return undefined
    // Codes of GB/T 2260 are text; a source may write them as numbers.
    return code === null || code === ''
      ? null
      : { code: typeof code === 'number' ? String(code) : code, name }
  }
  const value = at(row, rule.from)
  if (value === undefined) return rule.optional === true ? null : undefined
  return rule.codes ? wordOf(value, rule.codes, field) : value
}

/** One foreign row as a record of the contract, column by column as the configuration says; a field that is not there stays away. */
export function mapRow(row: unknown, fields: Readonly<Record<string, ColumnRule>>): object {
  const record: Record<string, unknown> = {}
  for (const [field, rule] of Object.entries(fields)) {
    const cell = cellOf(row, field, rule)
    if (cell instanceof RowProblem) return cell
    if (cell !== undefined) record[field] = cell
  }
  return record
}
