import { DAY, dayStart, isoTime } from '../../lib/calendar'
import type { VideoDocument, WholeVideo } from '../../domains/video/contract'
import type { Moment, Seed } from '../kit/seed'
import { alarmsAt, type Alarms } from './alarms'
import { dataTime } from './clock'
import { faultsOn } from './faults'
import { networkOf, type Network } from './network'
import { patrolAt } from './patrol'
import { qualityAt } from './quality'
import { ageingAt, faultsAt, rateIn, sourcesAt, townsAt, trendAt, typesAt } from './rows'
import type { VideoDemo } from './seed'
import { detailsAt, snapshotAt, sumIn, type Detailed } from './snapshot'

/** The cameras as they stand at `moment`: every figure is a count over the same faults, so everything adds up. Pure. */
export function simulate({ document, demo }: VideoSeed, moment: Moment): VideoDocument {
  if (!demo) return document
  const { now, region, limits } = moment
  const network = networkOf(demo)
  const inScope = demo.towns.map(({ code }) => region === null || code.startsWith(region))
  const shot = detailsAt(network, dataTime(document.city, demo.seed, now))
  const alarms = alarmsAt(network, shot, limits)
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(shot.at),
    operation: operationAt(network, inScope, shot, alarms),
    exceptions: alarms.items.filter(
      ({ place }) => region === null || (place !== null && place.code.startsWith(region)),
    ),
  }
}

export type VideoSeed = Seed<VideoDocument, VideoDemo>

function operationAt(
  network: Network,
  inScope: readonly boolean[],
  shot: Detailed,
  { byFault }: Alarms,
): WholeVideo {
  const { at } = shot
  const before = snapshotAt(network, at - DAY)
  const rateBefore = rateIn(network, inScope, before)
  const outages = shot.outages.filter(({ fault }) => inScope[fault.town] === true)
  const others = shot.others.filter(({ fault }) => inScope[fault.town] === true)
  return {
    channels: { value: sumIn(network, inScope, network.size), unit: '路', period: '此刻' },
    offline: {
      value: sumIn(network, inScope, shot.offline),
      unit: '路',
      period: '此刻',
      compare: { label: '昨', value: sumIn(network, inScope, before.offline) },
    },
    onlineRate: {
      value: rateIn(network, inScope, shot),
      unit: '%',
      period: '此刻',
      ...(rateBefore === null ? {} : { compare: { label: '昨', value: rateBefore } }),
    },
    ...flowAt(network, inScope, at),
    sources: sourcesAt(network, inScope, shot),
    types: typesAt(network, inScope, shot),
    towns: townsAt(network, inScope, shot),
    trend: trendAt(network, inScope, shot),
    ...faultsAt(network, [...outages, ...others], at, byFault),
    ageing: ageingAt(outages, at),
    patrol: patrolAt(network.demo, at),
    quality: qualityAt(network, inScope, at),
  }
}

/** Channels that dropped and that came back since midnight, and the same up to this hour yesterday. */
function flowAt(network: Network, inScope: readonly boolean[], at: number) {
  const counts = (until: number) => {
    const from = dayStart(until)
    const total = { dropped: 0, restored: 0 }
    for (const { type, source, town, size, start, end } of faultsOn(network, from)) {
      if (type !== '断链' || inScope[town] !== true) continue
      const n = Math.min(size, network.size[source * network.towns + town] ?? 0)
      if (start >= from && start <= until) total.dropped += n
      if (end <= until) total.restored += n
    }
    return total
  }
  const [today, yesterday] = [counts(at), counts(at - DAY)]
  const measure = (key: 'dropped' | 'restored') => ({
    value: today[key],
    unit: '路次',
    period: '今日 0 时至今',
    compare: { label: '昨同时', value: yesterday[key] },
  })
  return { dropped: measure('dropped'), restored: measure('restored') }
}
