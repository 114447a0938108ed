import { DAY, dayStart } from '../../lib/calendar'
import type { PlaceValue } from '../../contract/records/read-row'
import { hash32 } from '../../lib/random'
import type { HotlineOperation } from './contract'
import { words } from './summary-words'
import type { Usual } from './summary-history'
import type { Lately } from './summary-lately'
import { count, percent, type Seen } from './summary-orders'

const MOST_CLUSTERS = 6
const MOST_CATEGORIES = 20
/** From this many orders on a category can stand out. */
const OUTLIER_FROM = 8

/** How often each value of a coded column stands in `rows`, by its place in the column's list. */
function tally(rows: Uint32Array, { at, values }: { at: Uint16Array; values: readonly unknown[] }) {
  const counts = values.map(() => 0)
  for (const row of rows) counts[at[row] ?? 0] = (counts[at[row] ?? 0] ?? 0) + 1
  return counts
}

const isOther = (label: string) => words.others.includes(label) || label === words.noCategory

/** The same category has the same name in every answer, whatever its label is written with. */
const keyOfCategory = (label: string) =>
  words.others.includes(label) ? 'other' : `c${hash32(label).toString(36)}`

export function categoriesOf(
  { orders }: Seen,
  today: Uint32Array,
  lastWeek: Uint32Array,
): HotlineOperation['categories'] {
  const column = orders.code('category')
  const [counts, before] = [tally(today, column), tally(lastWeek, column)]
  const rows = column.values
    .map((label, i) => ({
      label: label ?? words.noCategory,
      count: counts[i] ?? 0,
      lastWeek: before[i] ?? 0,
    }))
    .filter((row, i) => i > 0 || row.count + row.lastWeek > 0)
    .toSorted(
      (a, b) =>
        Number(isOther(a.label)) - Number(isOther(b.label)) || b.count - a.count || order(a.label, b.label),
    )
    .map((row) => ({
      key: keyOfCategory(row.label),
      ...row,
      label: shortened(row.label, 12),
      outlier: row.count >= OUTLIER_FROM && row.count > row.lastWeek + 2.6 * Math.sqrt(row.lastWeek + 2),
    }))
  if (rows.length <= MOST_CATEGORIES) return rows
  // The sum is that of all: the smallest stand together.
  const [shown, rest] = [rows.slice(0, MOST_CATEGORIES - 1), rows.slice(MOST_CATEGORIES - 1)]
  const sum = (of: 'count' | 'lastWeek') => rest.reduce((n, row) => n + row[of], 0)
  return [
    ...shown,
    {
      key: 'rest',
      label: words.moreCategories(rest.length),
      count: sum('count'),
      lastWeek: sum('lastWeek'),
      outlier: false,
    },
  ]
}

export const order = (a: string, b: string) => Number(a > b) - Number(a < b)

export const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

export function townsOf(
  { orders }: Seen,
  today: Uint32Array,
  usual: Pick<Usual, 'towns'> | null,
  lately: ReadonlyMap<string, Lately>,
  region: string | null,
): HotlineOperation['towns'] {
  const column = orders.place('town')
  const counts = tally(today, column)
  return column.values
    .flatMap((place, i) =>
      place && (region === null || place.code.startsWith(region))
        ? [
            {
              code: place.code,
              name: place.name || place.code,
              count: counts[i] ?? 0,
              ...usual?.towns.get(place.code),
              lately: lately.get(place.code),
            },
          ]
        : [],
    )
    .toSorted((a, b) => order(a.code, b.code))
    .slice(0, 400)
}

/** Orders of one place and topic. */
export interface Cluster {
  readonly key: string
  readonly place: PlaceValue
  readonly topic: string
}

/** Tells the place and topic that an order belongs to; null where nobody says its place. */
export function clustersOf({ orders }: Pick<Seen, 'orders'>): (row: number) => Cluster | null {
  const [town, category] = [orders.place('town'), orders.code('category')]
  // Thousands of orders, a hundred places and topics.
  const known = new Map<number, Cluster>()
  return (row) => {
    const [townAt, categoryAt] = [town.at[row] ?? 0, category.at[row] ?? 0]
    const place = town.values[townAt]
    if (!place) return null
    const id = townAt * category.values.length + categoryAt
    const topic = category.values[categoryAt] ?? words.noCategory
    const cluster = known.get(id) ?? { key: `${place.code}|${topic}`, place, topic }
    known.set(id, cluster)
    return cluster
  }
}

/** What comes back: how many of `rows` are of one place and topic, by its key. */
export function clusters(seen: Seen, rows: Uint32Array) {
  const clusterOf = clustersOf(seen)
  const counts = new Map<Cluster, number>()
  for (const row of rows) {
    const cluster = clusterOf(row)
    if (cluster) counts.set(cluster, (counts.get(cluster) ?? 0) + 1)
  }
  return new Map(
    [...counts].map(([{ key, place, topic }, n]) => [
      key,
      { code: place.code, town: place.name || place.code, topic, count: n },
    ]),
  )
}

/** When the thirty days began within which an order comes back, today the last of them, epoch ms. */
export const monthFrom = (now: number): number => dayStart(now) - 29 * DAY

export function repeatsOf(seen: Seen): Pick<HotlineOperation, 'repeats'> {
  const { now, orders } = seen
  const repeatOf = orders.text('repeatOf')
  const isRepeat = (row: number) => (repeatOf[row] ?? null) !== null
  if (!orders.text('repeatOf').some((other, row) => other !== null && row < orders.size)) return {}
  const month = seen.between(monthFrom(now), now)
  const share = (rows: Uint32Array) => percent(count(rows, isRepeat), rows.length, words.month)
  const week = (back: number) =>
    share(
      seen.between(
        dayStart(now) - (back * 7 + 6) * DAY,
        Math.min(now, dayStart(now) - (back * 7 - 1) * DAY - 1),
      ),
    )
  return {
    repeats: {
      rate: share(month),
      count: count(month, isRepeat),
      weeks: [3, 2, 1, 0].flatMap((back) => {
        const { value } = week(back)
        return value === null ? [] : [{ label: words.week(back), rate: value }]
      }),
      clusters: [...clusters(seen, month.filter(isRepeat))]
        .toSorted(([a, x], [b, y]) => y.count - x.count || order(a, b))
        .slice(0, MOST_CLUSTERS)
        .map(([key, group]) => ({ key, ...group, topic: shortened(group.topic, 12) })),
    },
  }
}
