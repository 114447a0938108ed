import { notASeed, type Demo } from '../kit/domain'
import { isSeed } from '../kit/seed'
import { simulate, type VideoSeed } from './document'

const PARAMETERS = ['seed', 'towns', 'types', 'sources', 'groups', 'shifts', 'plans'] as const

export const demo: Demo = {
  document(seed, moment) {
    if (!isSeed<VideoSeed>(seed, 'video/1', PARAMETERS)) throw notASeed('video')
    return simulate(seed, moment)
  },
}
