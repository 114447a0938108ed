import type { Records } from '../../contract/records/table'
import type { Outage } from './records'

/** Times in which a channel was out of order without a break, however many outages overlap in them. */
export interface Spells {
  /** The outage each began with, a row of the table. */
  readonly rows: Uint32Array
  /** Epoch ms. */
  readonly from: Float64Array
  /** Epoch ms; Infinity while it lasts. */
  readonly to: Float64Array
}

/**
 * The spells that the outages `rows` come to by `now`, each channel for itself: a second outage that begins while the first one stands
 * takes nothing down that was not down already.
 */
export function spellsOf(outages: Records<Outage['columns']>, rows: Uint32Array, now: number): Spells {
  const [started, ended, ids] = [outages.time('startedAt'), outages.time('endedAt'), outages.text('camera')]
  const sorted = rows.slice().sort((a, b) => (started[a] ?? 0) - (started[b] ?? 0))
  const last = new Map<string, number>()
  const spells = {
    rows: new Uint32Array(sorted.length),
    from: new Float64Array(sorted.length),
    to: new Float64Array(sorted.length),
  }
  let size = 0
  for (const row of sorted) {
    const from = started[row] ?? now
    const end = ended[row] ?? Number.NaN
    const to = end <= now ? end : Infinity
    const before = last.get(ids[row] ?? '')
    if (before !== undefined && from <= (spells.to[before] ?? 0)) {
      spells.to[before] = Math.max(spells.to[before] ?? 0, to)
      continue
    }
    spells.rows[size] = row
    spells.from[size] = from
    spells.to[size] = to
    last.set(ids[row] ?? '', size++)
  }
  return {
    rows: spells.rows.subarray(0, size),
    from: spells.from.subarray(0, size),
    to: spells.to.subarray(0, size),
  }
}

/** Channels that were out of order at `at`, epoch ms. */
export function standingAt({ from, to }: Spells, at: number): number {
  let n = 0
  for (let i = 0; i < from.length; i++) if ((from[i] ?? at) <= at && (to[i] ?? at) > at) n++
  return n
}

/** Spells whose `edge` lies from `low` to `high`, both included. */
export function edgesIn(edge: Float64Array, low: number, high: number): number {
  let n = 0
  for (const at of edge) if (at >= low && at <= high) n++
  return n
}
