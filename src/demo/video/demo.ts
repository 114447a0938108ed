import { notASeed, type Demo, type RowsMoment } from '../kit/domain'
import { isSeed } from '../kit/seed'
import { cameraRows } from './cameras'
import { dataTime } from './clock'
import { simulate, type VideoSeed } from './document'
import { networkOf, type Network } from './network'
import { outageRows } from './outages'
import { patrolRows } from './patrol'
import { usualRows } from './usual'

const PARAMETERS = ['seed', 'towns', 'types', 'sources', 'groups', 'clips', 'shifts', 'plans'] as const

function seedOf(seed: unknown): VideoSeed {
  if (!isSeed<VideoSeed>(seed, 'video/1', PARAMETERS)) throw notASeed('video')
  return seed
}

/**
 * Rows as the platform had them at its own data time: it hangs now and then, and what it knew when it was last asked is what it knew
 * then, not what had happened by then. A city without cameras has none.
 */
const rowsOf =
  (give: (network: Network, now: number, since: number | null) => readonly object[]) =>
  (seed: unknown, { now, since }: RowsMoment) => {
    const { document, demo: parameters } = seedOf(seed)
    if (parameters === null) return []
    const known = (at: number) => dataTime(document.city, parameters.seed, at)
    return give(networkOf(parameters), known(now), since === null ? null : known(since))
  }

export const demo: Demo = {
  document: (seed, moment) => simulate(seedOf(seed), moment),
  dataTime(seed, now) {
    const { document, demo: parameters } = seedOf(seed)
    return parameters ? dataTime(document.city, parameters.seed, now) : now
  },
  records: {
    camera: rowsOf(cameraRows),
    outage: rowsOf(outageRows),
    patrol: rowsOf((network, now) => patrolRows(network.demo, now)),
    history: rowsOf(usualRows),
  },
  pieces: {
    points: async (seed, moment) => (await import('./points')).pointsOf(seedOf(seed), moment),
  },
}
