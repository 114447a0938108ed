import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { readMetrics } from '../../../mock-data/generator/metrics'
import { limitsOf } from '../../../src/config/written'
import type { Book, Counting } from '../../../src/contract/records/counting'
import type { AnyKind } from '../../../src/contract/records/kind'
import { rowReader } from '../../../src/contract/records/read-row'
import { createTable } from '../../../src/contract/records/table'
import { rowsOf } from './rows'

const countings = import.meta.glob<Counting>('../../../src/domains/*/summary.ts', {
  eager: true,
  import: 'counting',
})

/** Nothing depends on when it is. */
const NOW = Date.parse('2026-11-18T10:42:00+08:00')

/** A column of which no row says anything. */
interface Gone {
  readonly id: string
  readonly column: string
}

/** Records of these kinds, every column among them but one that is gone. */
function bookOf(kinds: readonly AnyKind[], gone?: Gone): Book {
  const tables = new Map(
    kinds.map((kind) => {
      const [table, read] = [createTable(kind), rowReader(kind)]
      for (const [at, row] of rowsOf(kind, NOW).entries()) {
        const one = read(kind.id === gone?.id ? { ...row, [gone.column]: null } : row, at)
        if ('cells' in one) table.put(one.cells)
      }
      return [kind.id, table] as const
    }),
  )
  return { of: ({ id }) => tables.get(id) }
}

/** What records come to: part → its value. */
function countedFrom(counting: Counting, kinds: readonly AnyKind[], gone?: Gone): Map<string, unknown> {
  const moment = { now: NOW, region: null, limits: limitsOf(readMetrics()), calendar: PLAIN_CALENDAR }
  const counted = Object.entries(counting.count(bookOf(kinds, gone), moment))
  return new Map(counted.filter(([, value]) => value !== undefined))
}

const partsOf = (counting: Counting, kinds: readonly AnyKind[]): ReadonlySet<string> =>
  new Set(countedFrom(counting, kinds).keys())

/** What counts the rows of `kind`; undefined where its domain does not. */
function countingOf({ id }: AnyKind): Counting | undefined {
  const counting = countings[`../../../src/domains/${id.split('.')[0] ?? ''}/summary.ts`]
  return counting?.kinds.some((kind) => kind.id === id) ? counting : undefined
}

/**
 * Which parts of the document each column of `kind` has a say in: those that are another, or not there, where no row knows it. A row
 * without what it must have is none, so that everything counted from the kind hangs on such a column.
 */
export function partsByColumn(kind: AnyKind): ReadonlyMap<string, readonly string[]> {
  const counting = countingOf(kind)
  if (!counting) return new Map()
  const whole = countedFrom(counting, counting.kinds)
  const { alone = [], together = [] } = partsFrom(kind) ?? {}
  return new Map(
    Object.entries(kind.columns).map(([column, { required }]) => {
      if (required) return [column, [...alone, ...together]]
      const without = countedFrom(counting, counting.kinds, { id: kind.id, column })
      const told = [...whole].filter(
        ([part, value]) => JSON.stringify(value) !== JSON.stringify(without.get(part)),
      )
      return [column, told.map(([part]) => part)]
    }),
  )
}

/** Parts of a document that are counted from a kind where its rows have every column. */
export interface CountedParts {
  /** From its rows alone. */
  readonly alone: readonly string[]
  /** From its rows and those of the other kinds of its domain, and not without them. */
  readonly together: readonly string[]
}

/** What the rows of `kind` come to is seen by counting some; null where its domain does not count them. */
export function partsFrom(kind: AnyKind): CountedParts | null {
  const counting = countingOf(kind)
  if (!counting) return null
  const others = counting.kinds.filter(({ id }) => id !== kind.id)
  const [alone, all, without] = [[kind], counting.kinds, others].map((kinds) => partsOf(counting, kinds))
  const joint = [...(all ?? [])].filter((part) => alone?.has(part) === false && without?.has(part) === false)
  return { alone: [...(alone ?? [])], together: joint }
}
