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

/** Records of these kinds, every column among them. */
function bookOf(kinds: readonly AnyKind[]): Book {
  const tables = new Map(
    kinds.map((kind) => {
      const [table, read] = [createTable(kind), rowReader(kind)]
      for (const [at, row] of rowsOf(kind, NOW).entries()) {
        const one = read(row, at)
        if ('cells' in one) table.put(one.cells)
      }
      return [kind.id, table] as const
    }),
  )
  return { of: ({ id }) => tables.get(id) }
}

function partsOf(counting: Counting, kinds: readonly AnyKind[]): ReadonlySet<string> {
  const moment = { now: NOW, region: null, limits: limitsOf(readMetrics()), calendar: PLAIN_CALENDAR }
  const counted = Object.entries(counting.count(bookOf(kinds), moment))
  return new Set(counted.flatMap(([part, value]) => (value === undefined ? [] : [part])))
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
  const [domain = ''] = kind.id.split('.')
  const counting = countings[`../../../src/domains/${domain}/summary.ts`]
  if (!counting?.kinds.some(({ id }) => id === kind.id)) return null
  const others = counting.kinds.filter(({ id }) => id !== kind.id)
  const [alone, all, without] = [[kind], counting.kinds, others].map((kinds) => partsOf(counting, kinds))
  const joint = [...(all ?? [])].filter((part) => alone?.has(part) === false && without?.has(part) === false)
  return { alone: [...(alone ?? [])], together: joint }
}
