import { DAY, dayStart, hourOfDay, HOUR, isoDate, MINUTE } from '../../lib/calendar'
import { hash32, stream, unit } from '../../lib/random'
import type { FaultType } from '../../domains/video/codes'
import { CLASSES, meanLength, meanSize, type FaultClass } from './classes'
import { placeOf, type Network } from './network'

/** One fault with everything that will ever happen to it; how it stands at a moment is read off, never stored. Epoch ms. */
export interface Fault {
  readonly id: string
  readonly type: FaultType
  readonly source: number
  readonly town: number
  readonly place: string
  /** Position of its first channel inside the cell, and how many in a row it takes. */
  readonly first: number
  readonly size: number
  readonly start: number
  readonly end: number
  readonly dispatched: number
  readonly accepted: number
  readonly repaired: number
}

/** A function that picks an index by weight from a draw in [0, 1); the running sum is made once. */
function picker(weights: readonly number[]): (draw: number) => number {
  let sum = 0
  const until = Float64Array.from(weights, (w) => (sum += w))
  return (draw) => {
    const at = draw * sum
    let low = 0
    let high = until.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((until[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Digging, mowing and power work happen by day. */
const HOURS = [5, 4, 4, 4, 4, 5, 7, 9, 11, 12, 12, 11, 9, 9, 11, 12, 12, 10, 8, 7, 7, 6, 6, 5]
const pickHour = picker(HOURS)
const pickSize = new Map(CLASSES.map(({ key, sizes }) => [key, picker(sizes)]))
const KEPT_DAYS = 600

const held = new WeakMap<Network, Map<string, readonly Fault[]>>()

function kept(network: Network, key: string, make: () => readonly Fault[]): readonly Fault[] {
  let days = held.get(network)
  if (!days) held.set(network, (days = new Map<string, readonly Fault[]>()))
  const known = days.get(key)
  if (known) return known
  if (days.size >= KEPT_DAYS) days.clear()
  const made = make()
  days.set(key, made)
  return made
}

/** What falls outside a crew's hours waits for the morning. */
function inHours(at: number, draw: number): number {
  const hour = hourOfDay(at)
  if (hour < 8.5) return dayStart(at) + (8.5 + 3 * draw) * HOUR
  return hour > 18 ? dayStart(at) + DAY + (8.5 + 3 * draw) * HOUR : at
}

/** All faults of one class that begin on `day`: the same ones however often it is asked. */
function faultsOf(network: Network, kind: FaultClass, day: number): readonly Fault[] {
  return kept(network, `${kind.key}|${day}`, () =>
    network.demo.sources.flatMap((_, source) => sourceFaults(network, kind, source, day)),
  )
}

function sourceFaults(network: Network, kind: FaultClass, source: number, day: number): Fault[] {
  const { demo, size, reserved, towns } = network
  const spec = demo.sources[source]
  if (!spec) return []
  const date = isoDate(day)
  const next = stream(hash32('video', demo.seed, kind.key, spec.key, date))
  const total = spec.channels.reduce((a, b) => a + b, 0)
  const weather = 0.8 + 0.4 * unit('video-weather', demo.seed, spec.key, date)
  const mean = (total * spec[kind.stock] * kind.share * weather * DAY) / (meanLength(kind) * meanSize(kind))
  const pickTown = townPicker(network, source)
  const sizeOf = pickSize.get(kind.key)
  return Array.from({ length: total === 0 ? 0 : Math.floor(mean + next()) }, (_, i) => {
    const start = day + (pickHour(next()) + next()) * HOUR
    const length = kind.shortest * (kind.longest / kind.shortest) ** next()
    const town = pickTown(next())
    const cell = source * towns + town
    const low = (reserved[cell] ?? 0) < (size[cell] ?? 0) ? (reserved[cell] ?? 0) : 0
    const wait = next()
    const end = kind.crew ? inHours(start + length, wait) : start + length
    const type = kind.types[Math.floor(next() * kind.types.length)] ?? '断链'
    // The place was drawn once; without that draw every fault would be another one.
    next()
    const first = low + Math.floor(next() * ((size[cell] ?? 0) - low))
    return {
      id: `${spec.key}-${date.slice(2).replaceAll('-', '')}-${kind.key}${i}`,
      type,
      source,
      town,
      place: placeOf(network, cell, first),
      first,
      size: (sizeOf?.(next()) ?? 0) + 1,
      start,
      end,
      ...handling(start, end, inHours(start + (5 + 35 * wait) * MINUTE, wait), next()),
    }
  })
}

const towns = new WeakMap<Network, ((draw: number) => number)[]>()

/** Larger networks fail more often, and some towns have older ones. */
function townPicker(network: Network, source: number): (draw: number) => number {
  let pickers = towns.get(network)
  if (!pickers) {
    const { demo } = network
    const age = demo.towns.map(({ code }) => 0.6 + 0.8 * unit('video-town', demo.seed, code))
    pickers = demo.sources.map(({ channels }) => picker(channels.map((n, t) => n * (age[t] ?? 1))))
    towns.set(network, pickers)
  }
  return pickers[source] ?? (() => 0)
}

function handling(start: number, end: number, dispatched: number, draw: number) {
  const length = end - start
  return {
    dispatched: Math.min(dispatched, start + length * 0.5),
    accepted: Math.min(dispatched + (0.3 + 2 * draw) * HOUR, start + length * 0.7),
    repaired: end - Math.min(length * 0.12, 2 * HOUR),
  }
}

/** Uplinks that go down on `day`: mostly in the morning, when line and power crews start, and for some hours. */
function uplinkFaults(network: Network, day: number): readonly Fault[] {
  const { demo, uplinks } = network
  return kept(network, `uplink|${day}`, () =>
    uplinks.flatMap((uplink): Fault[] => {
      const date = isoDate(day)
      const next = stream(hash32('video-uplink', demo.seed, uplink.key, date))
      if (next() >= uplink.chance) return []
      const hour = next() < 0.72 ? 5.8 + 2.8 * next() : pickHour(next()) + next()
      const start = day + hour * HOUR
      const length = next() < 0.25 ? (0.4 + 1.4 * next()) * HOUR : (2.6 + 6 * next()) * HOUR
      return [
        {
          id: `${uplink.key}-${date.slice(2).replaceAll('-', '')}`,
          type: '断链',
          source: uplink.source,
          town: uplink.town,
          place: uplink.label,
          first: uplink.first,
          size: uplink.size,
          start,
          end: start + length,
          // A broken line is first taken for a blink: the order goes out late, which is why it becomes an exception.
          ...handling(start, start + length, start + (1.6 + 2.4 * next()) * HOUR, next()),
        },
      ]
    }),
  )
}

const KEPT_LISTS = 24
const lists = new WeakMap<Network, Map<number, readonly Fault[]>>()

/** Every fault that stands at some time of `day`, oldest first. */
export function faultsOn(network: Network, day: number): readonly Fault[] {
  let known = lists.get(network)
  if (!known) lists.set(network, (known = new Map<number, readonly Fault[]>()))
  const list = known.get(day)
  if (list) return list
  const [oldest] = known.keys()
  if (known.size >= KEPT_LISTS && oldest !== undefined) known.delete(oldest)
  const found: Fault[] = []
  const collect = (faults: readonly Fault[]) => {
    for (const fault of faults) if (fault.end > day) found.push(fault)
  }
  for (const kind of CLASSES)
    for (let back = kind.reach; back >= 0; back--) collect(faultsOf(network, kind, day - back * DAY))
  for (const back of [1, 0]) collect(uplinkFaults(network, day - back * DAY))
  found.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  known.set(day, found)
  return found
}
