import { dayStart } from '../../lib/calendar'
import type { FaultType } from '../../domains/video/codes'
import { faultsOn, type Fault } from './faults'
import type { Network } from './network'

/** A fault and the channels it alone accounts for: a channel that two faults hit belongs to the older one. */
export interface Standing {
  readonly fault: Fault
  readonly channels: readonly number[]
}

/** What was wrong at one moment. Every count on the wall is read off this, so towns, sources and types agree. */
export interface Snapshot {
  readonly at: number
  /** Channels offline by cell. */
  readonly offline: readonly number[]
  /** Channels online with a bad picture by cell. */
  readonly spoiled: readonly number[]
}

/** The same with every fault that stands. */
export interface Detailed extends Snapshot {
  readonly outages: readonly Standing[]
  /** Faults of a picture or a recording, whose channels are online. */
  readonly others: readonly Standing[]
}

const KEPT = 96
const held = new WeakMap<Network, Map<number, Snapshot>>()

/** The network as it stood at `at` (epoch ms), in numbers by cell: what a history is made of. */
export function snapshotAt(network: Network, at: number): Snapshot {
  let known = held.get(network)
  if (!known) held.set(network, (known = new Map<number, Snapshot>()))
  const found = known.get(at)
  if (found) return found
  const [oldest] = known.keys()
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
  // The faults behind it are dropped: a hundred histories of five hundred faults would only feed the garbage collector.
  const { offline, spoiled } = detailsAt(network, at)
  const made = { at, offline, spoiled }
  known.set(at, made)
  return made
}

/** The network at `at`, fault by fault. */
export function detailsAt(network: Network, at: number): Detailed {
  const offline = network.size.map(() => 0)
  const spoiled = network.size.map(() => 0)
  const taken = new Set<number>()
  const standing = faultsOn(network, dayStart(at)).filter(({ start, end }) => start <= at && end > at)
  const outages = claim(network, standing, isOutage, taken, offline)
  const pictures = claim(network, standing, isPicture, taken, spoiled)
  const storage = claim(network, standing, isStorage, new Set(), null)
  return { at, offline, spoiled, outages, others: [...pictures, ...storage] }
}

const isOutage = (type: FaultType) => type === '断链'
const isStorage = (type: FaultType) => type === '存储异常'
const isPicture = (type: FaultType) => !isOutage(type) && !isStorage(type)

function claim(
  { size, offset, towns }: Network,
  faults: readonly Fault[],
  counts: (type: FaultType) => boolean,
  taken: Set<number>,
  cells: number[] | null,
): Standing[] {
  const standing: Standing[] = []
  for (const fault of faults) {
    if (!counts(fault.type)) continue
    const cell = fault.source * towns + fault.town
    const n = size[cell] ?? 0
    const channels: number[] = []
    for (let i = 0; i < Math.min(fault.size, n); i++) {
      const channel = (offset[cell] ?? 0) + ((fault.first + i) % n)
      if (taken.has(channel)) continue
      taken.add(channel)
      channels.push(channel)
    }
    if (cells) cells[cell] = (cells[cell] ?? 0) + channels.length
    if (channels.length > 0) standing.push({ fault, channels })
  }
  return standing
}

/** Sum over the cells whose town is in scope. */
export function sumIn({ towns }: Network, inScope: readonly boolean[], cells: readonly number[]): number {
  let total = 0
  for (let cell = 0; cell < cells.length; cell++)
    if (inScope[cell % towns] === true) total += cells[cell] ?? 0
  return total
}
