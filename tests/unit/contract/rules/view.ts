import type { FieldValue, RowView } from '../../../../src/contract/records/row-view'

export type Row = Readonly<Record<string, FieldValue>>

/** Rows with the fields that the first of them has. */
export const viewOfRows = (
  rows: readonly Row[],
  key = 'id',
  fields = Object.keys(rows[0] ?? {}),
): RowView => ({
  size: rows.length,
  key,
  names: fields,
  isMoment: () => false,
  field: (name) => (fields.includes(name) ? (row) => rows[row]?.[name] ?? null : undefined),
})
