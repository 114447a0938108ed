import { DAY, dayStart, HOUR, isYoungDay, isoTime } from '../../lib/calendar'
import { officeOf } from '../../contract/records/office'
import { channelId } from './cameras'
import { faultsOn, type Fault } from './faults'
import type { Network } from './network'
import type { VideoDemo } from './seed'

/**
 * How long before midnight that what has been restored since is told: yesterday has to be whole, and where the last 24 hours stand for a day
 * that has just begun, those before them too.
 */
const keptBefore = (now: number) => (isYoungDay(now) ? 2 * DAY : DAY) + 6 * HOUR

/** Every channel out of order as the platform knows it at `now`: what stands, and what was restored lately; with `since` what changed after it. */
export function outageRows(network: Network, now: number, since: number | null): readonly object[] {
  const from = dayStart(now) - keptBefore(now)
  const known = new Map<string, Fault>()
  for (let day = dayStart(from); day <= now; day += DAY)
    for (const fault of faultsOn(network, day))
      if (fault.start <= now && fault.end > from) known.set(fault.id, fault)
  return [...known.values()].flatMap((fault) =>
    since !== null && !hasChanged(fault, since, now) ? [] : rowsOf(network, fault, now),
  )
}

/** Who repairs: the department, or the town's own office. */
function ownerOf(demo: VideoDemo, source: number, town: number): string {
  const at = demo.towns[town]
  return demo.sources[source]?.owner ?? (at ? officeOf(at) : '')
}

const hasChanged = ({ start, dispatched, accepted, repaired, end }: Fault, since: number, now: number) =>
  [start, dispatched, accepted, repaired, end].some((at) => at > since && at <= now)

function rowsOf(network: Network, fault: Fault, now: number): object[] {
  const { demo, size, offset, towns } = network
  const cell = fault.source * towns + fault.town
  const n = size[cell] ?? 0
  const several = Math.min(fault.size, n) > 1
  const when = (at: number) => (at <= now ? isoTime(at) : null)
  return Array.from({ length: Math.min(fault.size, n) }, (_, i) => ({
    outageNo: several ? `${fault.id}-${i + 1}` : fault.id,
    camera: channelId(network, cell, (offset[cell] ?? 0) + ((fault.first + i) % n)),
    fault: several ? fault.id : null,
    type: fault.type,
    place: fault.place,
    startedAt: isoTime(fault.start),
    dispatchedAt: when(fault.dispatched),
    acceptedAt: when(fault.accepted),
    repairedAt: when(fault.repaired),
    endedAt: when(fault.end),
    owner: ownerOf(demo, fault.source, fault.town),
  }))
}
