import { HOUR } from '../../lib/calendar'
import { afterWorkdays } from '../../lib/working-time'
import type { Records } from '../../contract/records/table'
import { CLOSURE } from './codes'
import type { Evaluation } from './records'
import { hoursOf } from './summary-figures'
import type { Hall, Scope } from './summary-halls'

/** Working days within which a bad review is put right unless the dictionary says otherwise. */
const LIMIT_WORKDAYS = 5
/** Close of business where a hall does not say, ms from midnight. */
const CLOSES = 17 * HOUR

type Table = Records<Evaluation['columns']>

/** Reviews of the scope that were given by now, each worth `count`. */
export interface Reviews {
  readonly table: Table
  readonly now: number
  readonly limitWorkdays: number
  /** Of the scope, given by people themselves by now. */
  readonly rows: Uint32Array
  /** The first of all, wherever. */
  readonly oldest: number
  /** Whether any review of the city, if there is one, says how far it is. */
  readonly told: boolean
  readonly rated: Float64Array
  readonly hall: (row: number) => Hall | undefined
  /** Place in `LEVELS`, best first. */
  readonly level: (row: number) => number
  readonly count: (row: number) => number
  readonly due: (row: number) => number
  readonly closed: (row: number) => boolean
  readonly stage: (row: number) => (typeof CLOSURE)[number]
}

export function reviewsOf({ moment, all, halls }: Scope, table: Table): Reviews {
  const { now, region, limits, calendar } = moment
  const limitWorkdays = Math.min(60, Math.max(1, Math.round(limits.eval_closure_days ?? LIMIT_WORKDAYS)))
  const time = (name: Parameters<Table['time']>[0]) => table.time(name)
  const [rated, closed, due] = [time('ratedAt'), time('closedAt'), time('dueAt')]
  const stages = [time('verifyingAt'), time('rectifyingAt'), time('callbackAt')]
  const [levels, counts, byDefault] = [table.number('level'), table.number('count'), table.flag('byDefault')]
  const { at, values } = table.code('hall')
  const byId = new Map(all.map((hall) => [hall.id, hall]))
  const own = values.map((id) => (id === null ? undefined : byId.get(id)))
  const inside = own.map((hall) => region === null || (hall !== undefined && halls.includes(hall)))
  const rows = new Uint32Array(table.size)
  const way = [...stages, closed]
  let [found, oldest, told] = [0, Number.POSITIVE_INFINITY, table.size === 0]
  for (let row = 0; row < table.size; row++) {
    oldest = Math.min(oldest, rated[row] ?? oldest)
    told ||= way.some((moments) => (moments[row] ?? Number.NaN) <= now)
    if (inside[at[row] ?? 0] === true && byDefault[row] !== 2 && (rated[row] ?? 0) <= now) rows[found++] = row
  }
  const hall = (row: number) => own[at[row] ?? 0]
  // Close of business of the last working day, the day of receipt excluded.
  const closing = (from: number, where: Hall | undefined) =>
    afterWorkdays(calendar, from, limitWorkdays) + (where ? hoursOf(where).closes : CLOSES)
  return {
    table,
    now,
    limitWorkdays,
    rows: rows.subarray(0, found),
    oldest,
    told,
    rated,
    hall,
    level: (row) => 5 - Math.round(levels[row] ?? 5),
    count: (row) => (Number.isNaN(counts[row] ?? Number.NaN) ? 1 : Math.round(counts[row] ?? 1)),
    due: (row) => {
      const limit = due[row] ?? Number.NaN
      return Number.isNaN(limit) ? closing(rated[row] ?? 0, hall(row)) : limit
    },
    closed: (row) => (closed[row] ?? Number.NaN) <= now,
    stage: (row) =>
      CLOSURE[stages.findLastIndex((began) => (began[row] ?? Number.NaN) <= now) + 1] ?? 'callback',
  }
}
