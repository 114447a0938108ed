import type { Records } from '../../contract/records/table'
import { DAY } from '../../lib/calendar'
import { CATALOGUE_CLASSES } from './codes'
import type { CatalogueClass, DataOperation } from './contract'
import type { CatalogueEntry } from './records'
import { TOLERANCE } from './summary-departments'
import { idOf, isKnown, order, percent, shortened, sum, wide } from './summary-figures'
import { words } from './summary-words'

type Entries = Records<CatalogueEntry['columns']>

const MOST = 12
/** Mount rate without a target of its own. */
const ANY_RATE = 'data_mount_rate'

/** What the catalogue counts, and how much of it carries data. */
export function catalogueOf(entries: Entries, region: string | null): Pick<DataOperation, 'catalogue'> {
  const period = wide(words.now, region)
  const total = { value: entries.size, unit: words.unit.entries, period }
  const mounted = entries.flag('mounted')
  if (!mounted.some((flag, row) => row < entries.size && flag > 0)) return { catalogue: { entries: total } }
  const rows = classesOf(entries)
  const done = sum(rows.map((row) => row.mounted))
  return {
    catalogue: {
      entries: total,
      unmounted: { ...total, value: entries.size - done },
      rate: { value: percent(done, entries.size, 1), unit: '%', period },
      ...(entries.code('class').values.length > 1 && { classes: atMost(rows) }),
    },
  }
}

function classesOf(entries: Entries): CatalogueClass[] {
  const mounted = entries.flag('mounted')
  const { at, values } = entries.code('class')
  const counts = values.map(() => ({ entries: 0, mounted: 0 }))
  for (let row = 0; row < entries.size; row++) {
    const own = counts[at[row] ?? 0]
    if (!own) continue
    own.entries++
    if (mounted[row] === 2) own.mounted++
  }
  return counts
    .flatMap((own, i) => (own.entries === 0 ? [] : [classOf(values[i] ?? words.noClass, own)]))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || b.entries - a.entries || order(a.id, b.id))
}

function classOf(name: string, own: { readonly entries: number; readonly mounted: number }): CatalogueClass {
  const [, part] = CATALOGUE_CLASSES.find(([known]) => known === name) ?? []
  return {
    id: idOf(part?.replace('_', '-'), name),
    name: shortened(name, 12),
    metric: part === undefined ? ANY_RATE : `data_mount_rate_${part}`,
    ...own,
    rate: percent(own.mounted, own.entries, 1) ?? 0,
  }
}

/** The classes everybody has stand first, in their usual order. */
function rankOf({ name }: CatalogueClass): number {
  const rank = CATALOGUE_CLASSES.findIndex(([known]) => known === name)
  return rank < 0 ? CATALOGUE_CLASSES.length : rank
}

function atMost(rows: readonly CatalogueClass[]): CatalogueClass[] {
  if (rows.length <= MOST) return [...rows]
  const rest = rows.slice(MOST - 1)
  const own = {
    entries: sum(rest.map((row) => row.entries)),
    mounted: sum(rest.map((row) => row.mounted)),
  }
  return [...rows.slice(0, MOST - 1), { ...classOf(words.more(rest.length), own), id: 'rest' }]
}

/** Entries that are mounted, have promised a cycle and tell when they were renewed. */
export function judgedIn(entries: Entries): number[] {
  const [updated, cycles] = [entries.time('updatedAt'), entries.number('cycleDays')]
  const mounted = entries.flag('mounted')
  const unknown = (column: Float64Array, row: number) => Number.isNaN(column[row] ?? Number.NaN)
  const rows = Array.from({ length: entries.size }, (_, row) => row)
  return rows.filter((row) => mounted[row] !== 1 && !unknown(updated, row) && !unknown(cycles, row))
}

/** Whether an entry that is judged was not renewed within its cycle at `now`. */
export const isLate = (entries: Entries, row: number, now: number): boolean =>
  (now - (entries.time('updatedAt')[row] ?? Number.NaN)) / DAY >
  (entries.number('cycleDays')[row] ?? Number.NaN) * TOLERANCE

/**
 * Resources that were renewed within the cycle their entry promises, of all that are mounted and have promised one and told when they
 * were renewed.
 */
export function ontimeOf(
  entries: Entries,
  now: number,
  region: string | null,
): Pick<DataOperation, 'ontime' | 'lateResources'> {
  const [updated, cycles] = [entries.time('updatedAt'), entries.number('cycleDays')]
  if (!isKnown(updated, entries.size) || !isKnown(cycles, entries.size)) return {}
  const rows = judgedIn(entries)
  const judged = rows.length
  const late = rows.filter((row) => isLate(entries, row, now)).length
  const period = wide(words.now, region)
  return {
    ontime: { value: percent(judged - late, judged, 2), unit: '%', period },
    lateResources: { value: late, unit: words.unit.classes, period },
  }
}
