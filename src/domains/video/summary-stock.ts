import { DAY } from '../../lib/calendar'
import type { Coded } from '../../contract/records/table'
import type { VideoOperation, VideoSource } from './contract'
import { DEVICE_TYPES, keyOf } from './records'
import { valueIn, type Cameras, type Down, type Seen } from './summary-seen'
import { standingAt } from './summary-spells'
import { words } from './summary-words'

const MOST_SOURCES = 20

export const order = (a: string, b: string) => Number(a > b) - Number(a < b)

export const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`

/** Share of `whole` that is left without `failing`, in percent with two decimals; 0 of 0 has none. */
export const rateOf = (whole: number, failing: number) =>
  whole === 0 ? null : Math.round(((whole - failing) / whole) * 10_000) / 100

/** What is registered and what of it is offline. Where no register is sent, only how much is offline. */
export function stockOf(seen: Seen): VideoOperation {
  const { cameras, rows, down } = seen
  const offline = down && offlineOf(seen, down)
  if (!cameras) return { ...offline }
  const channels = { value: rows.length, unit: words.channels, period: words.now }
  if (!down) return { channels }
  return {
    channels,
    ...offline,
    onlineRate: {
      value: rateOf(rows.length, down.rows.length),
      unit: '%',
      period: words.now,
      ...rateBefore(seen),
    },
    sources: sourcesOf(cameras, rows, down),
    types: typesOf(cameras, rows, down),
  }
}

/** Channels that were offline a day ago; undefined where the records do not reach back so far. */
const offlineBefore = ({ cuts, reach, now }: Seen) =>
  cuts && reach <= now - DAY ? standingAt(cuts, now - DAY) : undefined

function offlineOf(seen: Seen, down: Down): Pick<VideoOperation, 'offline'> {
  const value = offlineBefore(seen)
  return {
    offline: {
      value: down.rows.length,
      unit: words.channels,
      period: words.now,
      ...(value !== undefined && { compare: { label: words.yesterday, value } }),
    },
  }
}

function rateBefore(seen: Seen) {
  const before = offlineBefore(seen)
  const value = before === undefined ? null : rateOf(seen.rows.length, before)
  return value === null ? {} : { compare: { label: words.yesterday, value } }
}

/** How many of `rows` have each value, by its place in the column's list. */
export function tally(rows: ArrayLike<number>, { at, values }: Coded<unknown>): number[] {
  const counts = values.map(() => 0)
  for (let i = 0; i < rows.length; i++) {
    const place = at[rows[i] ?? -1] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/**
 * Sources with a target first, then those that are larger in the whole city, so that each keeps its place in every town; what the list
 * has no room for stands together at its end.
 */
function sourcesOf(cameras: Cameras, rows: Uint32Array, down: Down): VideoSource[] {
  const column = cameras.code('source')
  const [channels, offline] = [tally(rows, column), tally(down.rows, column)]
  const all = inCity(cameras).map(({ at, group }): VideoSource => {
    const source = column.values[at] ?? null
    return {
      key: source === null ? 'unknown' : keyOf(source),
      label: shortened(source ?? words.noSource, 8),
      ...(group && { group }),
      channels: channels[at] ?? 0,
      offline: offline[at] ?? 0,
    }
  })
  if (all.length <= MOST_SOURCES) return all
  const rest = all.slice(MOST_SOURCES - 1)
  const sum = (name: 'channels' | 'offline') => rest.reduce((n, row) => n + row[name], 0)
  const more = shortened(words.moreSources(rest.length), 8)
  return [
    ...all.slice(0, MOST_SOURCES - 1),
    { key: 'more', label: more, channels: sum('channels'), offline: sum('offline') },
  ]
}

/** Null where the cameras of a source do not agree. */
type Group = VideoSource['group'] | null

/** The sources of the whole city in order, by their place in the column's list, each with the group that all its cameras agree on. */
function inCity(cameras: Cameras): readonly { readonly at: number; readonly group: Group }[] {
  const [source, group] = [cameras.code('source'), cameras.code('group')]
  const all = source.values.map((name, at): { at: number; name: string; group: Group; size: number } => ({
    at,
    name: name ?? '',
    group: undefined,
    size: 0,
  }))
  for (let row = 0; row < cameras.size; row++) {
    const own = valueIn(group, row)
    const one = all[source.at[row] ?? 0]
    if (!one) continue
    one.size++
    if (own !== 'key' && own !== 'sector') continue
    if (one.group === undefined) one.group = own
    else if (one.group !== own) one.group = null
  }
  const rank = (of: Group) => (of === 'key' ? 0 : of === 'sector' ? 1 : 2)
  return all
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => rank(a.group) - rank(b.group) || b.size - a.size || order(a.name, b.name))
}

function typesOf(cameras: Cameras, rows: Uint32Array, down: Down): VideoOperation['types'] {
  const column = cameras.code('type')
  if (column.values.length === 1) return undefined
  const [channels, offline] = [tally(rows, column), tally(down.rows, column)]
  return DEVICE_TYPES.flatMap((key) => {
    // Cameras of which nobody knows what they are stand with the others.
    const at = column.values.flatMap((type, i) => ((type ?? 'other') === key ? i : []))
    const sum = (counts: readonly number[]) => at.reduce((n, i) => n + (counts[i] ?? 0), 0)
    const row = { key, label: words.type[key], channels: sum(channels), offline: sum(offline) }
    return row.channels > 0 || at.some((i) => i > 0) ? [row] : []
  })
}
