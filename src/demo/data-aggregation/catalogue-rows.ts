import { DAY, dayStart, HOUR, isoDate, isoTime } from '../../lib/calendar'
import { unit } from '../../lib/random'
import type { CatalogueClass } from '../../domains/data-aggregation/contract'
import { bounded, keyOf } from '../kit/memo'
import type { DataCity } from './at-work'
import type { RowsMoment } from '../kit/domain'
import { arrivalOf, loadedDay } from './loads'

/** Share of the entries that promise to be renewed daily, and weekly; the others promise it monthly. */
const [DAILY, WEEKLY] = [0.62, 0.26]
/** No resource stays behind longer than this, days. */
const LONGEST = 30

interface Entry {
  readonly catalogId: string
  readonly class: string
  readonly cycleDays: number
  readonly mounted: boolean
  /** Day of its cycle on which it is renewed. */
  readonly phase: number
}

interface Catalogue {
  readonly entries: readonly Entry[]
  /** How many are mounted. */
  readonly resources: number
  /** Places of the entries that may be late: mounted, renewed daily. */
  readonly daily: readonly number[]
}

const catalogues = bounded<Catalogue>(6)
const weeks = bounded<ReadonlyMap<number, number>>(12)

/** Every entry of the published catalogue. The whole of it is renewed as it was promised, but for few that lag behind for days. */
export function catalogueRows(
  demo: DataCity,
  classes: readonly CatalogueClass[],
  { now, since }: RowsMoment,
): object[] {
  const catalogue = catalogues(`${keyOf(demo)}|${keyOf(classes)}`, () => made(demo, classes))
  const day = loadedDay(now)
  const behind = behindIn(demo, catalogue)
  return catalogue.entries.flatMap(({ phase, ...entry }, i) => {
    const updated = entry.mounted ? lastUpdate(day, entry.cycleDays, phase, (d) => behind(i, d)) : null
    return since === null || (updated ?? 0) > since
      ? [{ ...entry, updatedAt: updated === null ? null : isoTime(updated) }]
      : []
  })
}

function made(demo: DataCity, classes: readonly CatalogueClass[]): Catalogue {
  const entries = classes.flatMap(({ name, entries: size, mounted }, c) =>
    Array.from({ length: size }, (_, i): Entry => {
      const catalogId = `ML${c + 1}-${String(i + 1).padStart(4, '0')}`
      const draw = unit(demo.seed, 'cycle', catalogId)
      const cycleDays = draw < DAILY ? 1 : draw < DAILY + WEEKLY ? 7 : 30
      const phase = Math.floor(unit(demo.seed, 'phase', catalogId) * cycleDays)
      return { catalogId, class: name, cycleDays, mounted: i < mounted, phase }
    }),
  )
  const daily = entries.flatMap(({ cycleDays, mounted }, i) => (mounted && cycleDays === 1 ? [i] : []))
  return { entries, daily, resources: entries.filter(({ mounted }) => mounted).length }
}

/** When the resource was last renewed, with the load of a day of its cycle on which it did not lag behind. */
function lastUpdate(
  day: number,
  cycleDays: number,
  phase: number,
  isBehind: (day: number) => boolean,
): number {
  const since = Math.floor(((day - dayStart(0)) / DAY - phase) % cycleDays)
  let at = day - since * DAY
  if (cycleDays === 1) for (let left = LONGEST; left > 0 && isBehind(at); left--) at -= DAY
  return arrivalOf(at)
}

/** Whether the entry at a place lags behind on a day: a few per cent of all, mostly the same ones for a week. */
function behindIn(demo: DataCity, { daily, resources }: Catalogue) {
  const late = new Map<number, number>()
  return (place: number, day: number): boolean => {
    const number = late.get(day) ?? lateOn(demo, resources, isoDate(day))
    late.set(day, number)
    // Weeks begin on Monday; 1970-01-01 was a Thursday.
    const week = Math.floor(((day + 8 * HOUR) / DAY + 3) / 7)
    const ranks = weeks(`${week}|${resources}|${keyOf(demo)}`, () => {
      const drawn = daily.map((i) => [i, unit(demo.seed, 'behind', week, i)] as const)
      return new Map(drawn.toSorted(([, a], [, b]) => a - b).map(([i], rank) => [i, rank]))
    })
    return (ranks.get(place) ?? resources) < number
  }
}

/** How many of `resources` are not renewed within their cycle: a few per cent, a little different every day, now and then too many. */
function lateOn(demo: DataCity, resources: number, date: string): number {
  const bad = unit(demo.seed, 'late-day', date) < 0.03 ? 1.5 : 1
  return Math.round((resources * demo.lateShare * bad * (0.82 + 0.36 * unit(demo.seed, 'late', date))) / 100)
}
