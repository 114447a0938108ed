import { isoTime } from '../../lib/calendar'
import type { VideoDocument } from '../../domains/video/contract'
import type { Moment, Seed } from '../kit/seed'
import { dataTime } from './clock'
import type { VideoDemo } from './seed'

export type VideoSeed = Seed<VideoDocument, VideoDemo>

/**
 * What the platform says of itself besides its rows: the published figures and its data time. Every figure of its operation is
 * counted from the rows, so the document has none. Pure.
 */
export function simulate({ document, demo }: VideoSeed, { now, region }: Moment): VideoDocument {
  if (!demo) return document
  return {
    ...document,
    region: region ?? document.region,
    asOf: isoTime(dataTime(document.city, demo.seed, now)),
    operation: {},
    exceptions: [],
    judged: false,
  }
}
