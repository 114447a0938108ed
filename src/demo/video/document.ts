import { isoTime } from '../../lib/calendar'
import type { VideoDocument } from '../../domains/video/contract'
import type { Moment, Seed } from '../kit/seed'
import { alarmsAt } from './alarms'
import { dataTime } from './clock'
import { networkOf } from './network'
import type { VideoDemo } from './seed'
import { detailsAt } from './snapshot'

export type VideoSeed = Seed<VideoDocument, VideoDemo>

/**
 * What the platform says of itself besides its rows: the published figures, its data time and what needs a person. Every figure of its
 * operation is counted from the rows, so the document has none. Pure.
 */
export function simulate({ document, demo }: VideoSeed, moment: Moment): VideoDocument {
  if (!demo) return document
  const { now, region, limits } = moment
  const network = networkOf(demo)
  const shot = detailsAt(network, dataTime(document.city, demo.seed, now))
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(shot.at),
    operation: {},
    exceptions: alarmsAt(network, shot, limits).filter(
      ({ place }) => region === null || (place !== null && place.code.startsWith(region)),
    ),
  }
}
