import type { Book } from '../../../src/contract/records/counting'
import type { AnyKind } from '../../../src/contract/records/kind'
import { rowReader } from '../../../src/contract/records/read-row'
import { createTable } from '../../../src/contract/records/table'

/** The book of a city that sends these rows; rows that their contract refuses are left out, as the store does. */
export function bookOf(...sent: readonly (readonly [AnyKind, readonly unknown[]])[]): Book {
  const tables = new Map(
    sent.map(([kind, rows]) => {
      const [table, read] = [createTable(kind), rowReader(kind)]
      for (const [at, row] of rows.entries()) {
        const one = read(row, at)
        if ('cells' in one) table.put(one.cells)
      }
      return [kind.id, table] as const
    }),
  )
  return { of: ({ id }) => tables.get(id) }
}
