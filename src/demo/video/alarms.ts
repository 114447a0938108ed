import type { ExceptionItem } from '../../contract/exception'
import { HOUR, isoTime, MINUTE } from '../../lib/calendar'
import type { VideoDemo } from './seed'
import { stateOf } from './faults'
import type { Network } from './network'
import { snapshotAt, type Detailed, type Snapshot, type Standing } from './snapshot'

/** An uplink or a rate is to be restored within this time of going down (local rule, assumed). */
const REPAIR = 4 * HOUR

export interface Alarms {
  readonly items: readonly ExceptionItem[]
  /** Exception id by fault id. */
  readonly byFault: ReadonlyMap<string, string>
}

/** Dictionary metric that judges a group of sources. */
const rateMetric = (group: 'key' | 'sector') => `video_online_rate_${group}`

/** Who repairs: the department, or the town's own office. */
export function ownerOf(demo: VideoDemo, source: number, town: number): string {
  return demo.sources[source]?.owner ?? `${demo.towns[town]?.name ?? ''}镇街`
}

/**
 * What needs a person in the whole city: a source under its target, named by the uplink that pulls it down, and every
 * other uplink that has been down for too long. A scope only filters these: a town of twelve cameras has no target of its own.
 */
export function alarmsAt(network: Network, shot: Detailed, limits: Readonly<Record<string, number>>): Alarms {
  const items: ExceptionItem[] = []
  const byFault = new Map<string, string>()
  const limit = (limits.video_group_offline ?? Infinity) * HOUR
  const together = shot.outages
    .filter(({ fault }) => fault.together)
    .toSorted((a, b) => b.channels.length - a.channels.length || a.fault.start - b.fault.start)
  network.demo.sources.forEach((source, index) => {
    const target = limits[rateMetric(source.group)] ?? -Infinity
    if (rateOf(network, shot, index) >= target) return
    const worst = together.find(({ fault }) => fault.source === index)
    const id = `video-rate-${source.key}`
    if (worst) byFault.set(worst.fault.id, id)
    items.push({
      id,
      severity: 'major',
      domain: 'video',
      metric: rateMetric(source.group),
      subject: source.key,
      ...(worst ? uplinkPart(network, worst, shot.at) : ratePart(network, index, target, shot.at)),
    })
  })
  for (const standing of together) {
    if (byFault.has(standing.fault.id) || shot.at - standing.fault.start <= limit) continue
    const id = `video-group-${standing.fault.id}`
    byFault.set(standing.fault.id, id)
    items.push({
      id,
      severity: 'minor',
      domain: 'video',
      metric: 'video_group_offline',
      subject: standing.fault.id,
      ...uplinkPart(network, standing, shot.at),
    })
  }
  return { items, byFault }
}

function uplinkPart({ demo }: Network, { fault, channels }: Standing, now: number) {
  const town = demo.towns[fault.town]
  const age = now - fault.start
  return {
    place: town ? { code: town.code, name: town.name } : null,
    what: `${fault.place} ${channels.length} 路${age < HOUR ? `离线 ${Math.floor(age / MINUTE)} 分` : `离线超 ${Math.floor(age / HOUR)} 时`}`,
    owner: ownerOf(demo, fault.source, fault.town),
    since: isoTime(fault.start),
    due: isoTime(fault.start + REPAIR),
    action: stateOf(fault, now) === '待派单' ? '派单' : '催办',
  }
}

function ratePart(network: Network, index: number, target: number, now: number) {
  const { demo } = network
  const source = demo.sources[index]
  const since = breachedSince(network, index, target, now)
  return {
    place: null,
    what: `${source?.label ?? ''}在线率低于 ${target}%`,
    owner: source?.owner ?? '镇街综治办',
    since: isoTime(since),
    due: isoTime(since + REPAIR),
    action: '通知',
  }
}

/** The first full hour of the unbroken run under target, at most a day back. */
function breachedSince(network: Network, index: number, target: number, now: number): number {
  let since = Math.floor(now / HOUR) * HOUR
  for (let back = 0; back < 24; back++) {
    const at = Math.floor(now / HOUR) * HOUR - back * HOUR
    if (rateOf(network, snapshotAt(network, at), index) >= target) break
    since = at
  }
  return since
}

/** Online rate of one source in the whole city, in percent; 100 where it has no channels. */
function rateOf(network: Network, shot: Snapshot, source: number): number {
  const from = source * network.towns
  const part = (cells: readonly number[]) =>
    cells.slice(from, from + network.towns).reduce((a, b) => a + b, 0)
  const whole = part(network.size)
  return whole === 0 ? 100 : ((whole - part(shot.offline)) / whole) * 100
}
