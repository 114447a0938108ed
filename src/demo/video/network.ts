import { apportion, hash32, stream } from '../../lib/random'
import type { VideoDemo } from './seed'

/** Channels behind one uplink, as positions inside their cell. */
export interface Uplink {
  readonly key: string
  readonly label: string
  readonly source: number
  readonly town: number
  readonly first: number
  readonly size: number
  readonly chance: number
}

/**
 * Every channel of a city by number. A cell is one source in one town; its channels are numbered from `offset` on,
 * so that any event can say exactly which channels it takes down and everything counted from events adds up.
 */
export interface Network {
  readonly demo: VideoDemo
  readonly total: number
  readonly towns: number
  /** By cell (source × towns + town). */
  readonly size: readonly number[]
  readonly offset: readonly number[]
  /** Channels at the start of a cell that belong to uplinks; single faults happen to the others. */
  readonly reserved: readonly number[]
  /** Device type by channel. */
  readonly typeOf: Uint8Array
  /** How badly a channel is registered, in [0, 1) by channel. */
  readonly luck: Float32Array
  readonly uplinks: readonly Uplink[]
}

const networks = new WeakMap<VideoDemo, Network>()

/** The city's network, worked out once per document. */
export function networkOf(demo: VideoDemo): Network {
  const known = networks.get(demo)
  if (known) return known
  const network = build(demo)
  networks.set(demo, network)
  return network
}

function build(demo: VideoDemo): Network {
  const towns = demo.towns.length
  const size = demo.sources.flatMap((source) => source.channels)
  const offset: number[] = []
  let total = 0
  for (const n of size) {
    offset.push(total)
    total += n
  }
  const uplinks = uplinksOf(demo)
  const reserved = size.map(() => 0)
  for (const { source, town, first, size: taken } of uplinks) reserved[source * towns + town] = first + taken
  const next = stream(hash32('video-registered', demo.seed))
  return {
    demo,
    total,
    towns,
    size,
    offset,
    reserved,
    uplinks,
    typeOf: typesOf(demo, size, offset, total),
    luck: Float32Array.from({ length: total }, () => next()),
  }
}

/** Neighbours look at the same kind of place. */
export const NEIGHBOURS = 10

/** What the channel at position `i` of a cell looks at: what its uplink is for, otherwise one of the places of its source. */
export function placeOf({ demo, towns, uplinks }: Network, cell: number, i: number): string {
  const [source, town] = [Math.floor(cell / towns), cell % towns]
  const uplink = uplinks.find(
    (one) => one.source === source && one.town === town && i >= one.first && i < one.first + one.size,
  )
  const { places = [], label = '' } = demo.sources[source] ?? {}
  return uplink?.label ?? places[Math.floor(i / NEIGHBOURS) % places.length] ?? label
}

/** Uplinks of one cell stand one after the other; one that would not fit its cell is cut to it. */
function uplinksOf(demo: VideoDemo): Uplink[] {
  const taken = new Map<string, number>()
  return demo.groups.flatMap(({ key, label, source: sourceKey, town: code, channels, chance }) => {
    const source = demo.sources.findIndex((s) => s.key === sourceKey)
    const town = demo.towns.findIndex((t) => t.code === code)
    const room = demo.sources[source]?.channels[town] ?? 0
    const cell = `${source}|${town}`
    const first = taken.get(cell) ?? 0
    const size = Math.min(channels, room - first)
    if (size <= 0) return []
    taken.set(cell, first + size)
    return [{ key, label, source, town, first, size, chance }]
  })
}

/** Every cell is split over the device types exactly, then mixed, so that neighbours differ. */
function typesOf(
  demo: VideoDemo,
  size: readonly number[],
  offset: readonly number[],
  total: number,
): Uint8Array {
  const types = new Uint8Array(total)
  const next = stream(hash32('video-type', demo.seed))
  size.forEach((n, cell) => {
    const weights = demo.sources[Math.floor(cell / demo.towns.length)]?.types ?? [1]
    const parts = apportion(
      n,
      weights.map((w) => w * (0.7 + 0.6 * next())),
    )
    const from = offset[cell] ?? 0
    types.set(
      parts.flatMap((count, type) => Array.from({ length: count }, () => type)),
      from,
    )
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const held = types[from + i] ?? 0
      types[from + i] = types[from + j] ?? 0
      types[from + j] = held
    }
  })
  return types
}
