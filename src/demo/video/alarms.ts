import type { ExceptionItem } from '../../contract/exception'
import { HOUR, isoTime, MINUTE } from '../../lib/calendar'
import { keyOf } from '../../domains/video/records'
import type { VideoDemo } from './seed'
import type { Network } from './network'
import { snapshotAt, type Detailed, type Snapshot, type Standing } from './snapshot'

/** An uplink or a rate is to be restored within this time of going down (local rule, assumed). */
const REPAIR = 4 * HOUR

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
export function alarmsAt(
  network: Network,
  shot: Detailed,
  limits: Readonly<Record<string, number>>,
): ExceptionItem[] {
  const items: ExceptionItem[] = []
  const named = new Set<string>()
  const limit = (limits.video_group_offline ?? Infinity) * HOUR
  const together = shot.outages
    .filter(({ fault }) => fault.together)
    .toSorted((a, b) => b.channels.length - a.channels.length || a.fault.start - b.fault.start)
  network.demo.sources.forEach((source, index) => {
    const target = limits[rateMetric(source.group)] ?? -Infinity
    if (rateOf(network, shot, index) >= target) return
    const worst = together.find(({ fault }) => fault.source === index)
    if (worst) named.add(worst.fault.id)
    items.push({
      id: `video-rate-${source.key}`,
      severity: 'major',
      domain: 'video',
      metric: rateMetric(source.group),
      subject: keyOf(source.label),
      ...(worst ? uplinkPart(network, worst, shot.at) : ratePart(network, index, target, shot.at)),
    })
  })
  for (const standing of together) {
    if (named.has(standing.fault.id) || shot.at - standing.fault.start <= limit) continue
    items.push({
      id: `video-group-${standing.fault.id}`,
      severity: 'minor',
      domain: 'video',
      metric: 'video_group_offline',
      subject: standing.fault.id,
      ...uplinkPart(network, standing, shot.at),
    })
  }
  return items
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
    action: now < fault.dispatched ? '派单' : '催办',
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
