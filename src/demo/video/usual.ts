import { DAY, dayStart, HOUR } from '../../lib/calendar'
import { CUT_OFF } from '../../domains/video/codes'
import { faultsOn } from './faults'
import type { Network } from './network'

const DAYS = 28
const HOURS = 24
/** Days of them that lie below P10, and above P90. */
const BEYOND = Math.floor(DAYS / 10)

const held = new WeakMap<Network, { readonly day: number; readonly rows: readonly object[] }>()

/** What the platform's archive says is usual: channels offline by town and hour, P10–P90 of the last four weeks. New once a day. */
export function usualRows(network: Network, now: number, since: number | null): readonly object[] {
  const day = dayStart(now)
  if (since !== null && dayStart(since) === day) return []
  const kept = held.get(network)
  if (kept?.day === day) return kept.rows
  const rows = rowsOf(network, day)
  held.set(network, { day, rows })
  return rows
}

function rowsOf(network: Network, today: number): object[] {
  const offlineAt = counter(network)
  return Array.from({ length: HOURS }, (_, hour) => {
    const days = Array.from({ length: DAYS }, (_day, i) => offlineAt(today - (i + 1) * DAY, hour))
    return network.demo.towns.map(({ code, name }, town) => {
      const usual = days.map((counts) => counts[town] ?? 0).sort((a, b) => a - b)
      return {
        key: `${code}-${hour}`,
        metric: 'offline',
        place: { code, name },
        hour,
        low: usual[BEYOND] ?? 0,
        high: usual[DAYS - 1 - BEYOND] ?? 0,
        weeks: DAYS / 7,
      }
    })
  }).flat()
}

/** Channels offline by town on an hour of a day, each counted once however many faults hit it. */
function counter(network: Network) {
  const { demo, towns, size, offset, total } = network
  const seen = new Uint32Array(total)
  let turn = 0
  return (day: number, hour: number): readonly number[] => {
    const at = day + hour * HOUR
    const counts = demo.towns.map(() => 0)
    turn++
    for (const { type, source, town, first, size: hit, start, end } of faultsOn(network, day)) {
      if (type !== CUT_OFF || start > at || end <= at) continue
      const cell = source * towns + town
      const n = size[cell] ?? 0
      for (let i = 0; i < Math.min(hit, n); i++) {
        const channel = (offset[cell] ?? 0) + ((first + i) % n)
        if (seen[channel] === turn) continue
        seen[channel] = turn
        counts[town] = (counts[town] ?? 0) + 1
      }
    }
    return counts
  }
}
