import type { AnyKind } from '../../../../src/contract/records/kind'
import type { Cells } from '../../../../src/contract/records/read-row'
import { rowReader } from '../../../../src/contract/records/read-row'
import { createTable } from '../../../../src/contract/records/table'
import { demo } from '../../../../src/demo/data-aggregation/demo'
import { operation as contract, type WholeData } from '../../../../src/domains/data-aggregation/contract'
import { counting } from '../../../../src/domains/data-aggregation/summary'
import { isFields } from '../../../../src/lib/fields'
import { limits } from '../cities'
import { seedOf } from './cities'

interface Ask {
  readonly now: number
  readonly since: number | null
}

/** Rows of a kind as they come out of the demo's thread: as JSON. */
export const sentRows = (city: string, kind: AnyKind, ask: Ask): readonly unknown[] => {
  const rows: unknown = JSON.parse(
    JSON.stringify(demo.records?.[kind.id.replace('data-aggregation.', '')]?.(seedOf(city), ask) ?? []),
  )
  return Array.isArray(rows) ? (rows as readonly unknown[]) : []
}

/** Rows as the store reads them; every row has to be one that its contract lets through. */
export function cellsOf(city: string, kind: AnyKind, ask: Ask): Cells[] {
  const rows = sentRows(city, kind, ask)
  const read = rowReader(kind, new Set(rows.flatMap((row) => (isFields(row) ? Object.keys(row) : []))))
  return rows.map((row, at) => {
    const one = read(row, at)
    if ('fault' in one) throw new Error(`${kind.id} ${JSON.stringify(one.fault)}`)
    return one.cells
  })
}

/** What the rows of `city` come to when they are read whole at the first of `moments` and then as changes at each of the others. */
export function countedThrough(
  city: string,
  moments: readonly number[],
  region: string | null = null,
): WholeData {
  const tables = new Map(counting.kinds.map((kind) => [kind.id, createTable(kind)]))
  for (const kind of counting.kinds)
    for (const [i, now] of moments.entries())
      for (const cells of cellsOf(city, kind, { now, since: moments[i - 1] ?? null }))
        tables.get(kind.id)?.put(cells)
  const now = moments.at(-1) ?? 0
  const operation = counting.count({ of: ({ id }) => tables.get(id) }, { now, region, limits })
  const parsed = contract.safeParse(structuredClone(operation))
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues))
  return parsed.data as WholeData
}
