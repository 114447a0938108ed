import { dayStart } from '../../lib/calendar'
import { CUT_OFF } from '../../domains/video/records'
import { faultsOn, type Fault } from './faults'
import type { Network } from './network'

/** A fault and the channels it alone accounts for: a channel that two faults hit belongs to the older one. */
export interface Standing {
  readonly fault: Fault
  readonly channels: readonly number[]
}

/** What was offline at one moment: what the platform's own exceptions are judged by. */
export interface Snapshot {
  readonly at: number
  /** Channels offline by cell. */
  readonly offline: readonly number[]
}

/** The same with every fault that stands. */
export interface Detailed extends Snapshot {
  readonly outages: readonly Standing[]
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
  const made = { at, offline: detailsAt(network, at).offline }
  known.set(at, made)
  return made
}

/** The network at `at`, fault by fault. */
export function detailsAt(network: Network, at: number): Detailed {
  const { size, offset, towns } = network
  const offline = size.map(() => 0)
  const taken = new Set<number>()
  const outages: Standing[] = []
  for (const fault of faultsOn(network, dayStart(at))) {
    if (fault.type !== CUT_OFF || fault.start > at || fault.end <= at) continue
    const cell = fault.source * towns + fault.town
    const n = size[cell] ?? 0
    const channels: number[] = []
    for (let i = 0; i < Math.min(fault.size, n); i++) {
      const channel = (offset[cell] ?? 0) + ((fault.first + i) % n)
      if (taken.has(channel)) continue
      taken.add(channel)
      channels.push(channel)
    }
    offline[cell] = (offline[cell] ?? 0) + channels.length
    if (channels.length > 0) outages.push({ fault, channels })
  }
  return { at, offline, outages }
}
