import { faultsOn } from '../../../../src/demo/video/faults'
import type { Network } from '../../../../src/demo/video/network'
import { CUT_OFF } from '../../../../src/domains/video/codes'
import { dayStart } from '../../../../src/lib/calendar'

/** Channels offline by cell at `at` (epoch ms), worked out fault by fault: a channel that two faults hit is offline once. */
export function offlineAt(network: Network, at: number): readonly number[] {
  const { size, offset, towns } = network
  const offline = size.map(() => 0)
  const taken = new Set<number>()
  for (const fault of faultsOn(network, dayStart(at))) {
    if (fault.type !== CUT_OFF || fault.start > at || fault.end <= at) continue
    const cell = fault.source * towns + fault.town
    const n = size[cell] ?? 0
    for (let i = 0; i < Math.min(fault.size, n); i++) {
      const channel = (offset[cell] ?? 0) + ((fault.first + i) % n)
      if (taken.has(channel)) continue
      taken.add(channel)
      offline[cell] = (offline[cell] ?? 0) + 1
    }
  }
  return offline
}
