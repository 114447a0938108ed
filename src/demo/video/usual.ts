import { DAY, dayStart, HOUR } from '../../lib/calendar'
import { CUT_OFF } from '../../domains/video/codes'
import { faultsOn } from './faults'
import type { Network } from './network'

const DAYS = 28
const HOURS = 24

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const held = new WeakMap<Network, { readonly day: number; readonly rows: readonly object[] }>()

/** What the platform's archive says is usual, P10–P90 of the last four weeks: channels offline by town and hour, the online rate of each source by hour. New once a day. */
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
  const { demo, towns, size } = network
  const sizes = demo.sources.map((_, source) => sum(size.slice(source * towns, (source + 1) * towns)))
  return Array.from({ length: HOURS }, (_, hour) => {
    const days = Array.from({ length: DAYS }, (_day, i) => offlineAt(today - (i + 1) * DAY, hour))
    const usual = (value: (down: Down) => number) => {
      const sorted = days.map(value).toSorted((a, b) => a - b)
      const tenth = Math.round((sorted.length - 1) / 10)
      return { low: sorted[tenth] ?? 0, high: sorted[sorted.length - 1 - tenth] ?? 0, weeks: DAYS / 7 }
    }
    return [
      ...demo.towns.map(({ code, name }, town) => ({
        key: `${code}-${hour}`,
        metric: 'offline',
        place: { code, name },
        hour,
        ...usual(({ towns: down }) => down[town] ?? 0),
      })),
      ...demo.sources.flatMap(({ label }, source) => {
        const whole = sizes[source] ?? 0
        const rate = ({ sources }: Down) => Number((100 - ((sources[source] ?? 0) / whole) * 100).toFixed(2))
        return whole === 0
          ? []
          : [
              {
                key: `online-${source}-${hour}`,
                metric: `online:${label}`,
                place: null,
                hour,
                ...usual(rate),
              },
            ]
      }),
    ]
  }).flat()
}

/** Channels that are offline, by town and by source. */
interface Down {
  readonly towns: readonly number[]
  readonly sources: readonly number[]
}

/** Channels offline on an hour of a day, each counted once however many faults hit it. */
function counter(network: Network) {
  const { demo, towns, size, offset, total } = network
  const seen = new Uint32Array(total)
  let turn = 0
  return (day: number, hour: number): Down => {
    const at = day + hour * HOUR
    const down = { towns: demo.towns.map(() => 0), sources: demo.sources.map(() => 0) }
    turn++
    for (const { type, source, town, first, size: hit, start, end } of faultsOn(network, day)) {
      if (type !== CUT_OFF || start > at || end <= at) continue
      const cell = source * towns + town
      const n = size[cell] ?? 0
      for (let i = 0; i < Math.min(hit, n); i++) {
        const channel = (offset[cell] ?? 0) + ((first + i) % n)
        if (seen[channel] === turn) continue
        seen[channel] = turn
        down.towns[town] = (down.towns[town] ?? 0) + 1
        down.sources[source] = (down.sources[source] ?? 0) + 1
      }
    }
    return down
  }
}
