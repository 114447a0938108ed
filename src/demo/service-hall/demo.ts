import { notASeed, type Demo } from '../kit/domain'
import { isSeed } from '../kit/seed'
import { simulate, type HallSeed } from './document'

const PARAMETERS = ['seed', 'lines', 'slots', 'halls', 'towns', 'rating'] as const

export const demo: Demo = {
  document(seed, moment) {
    if (!isSeed<HallSeed>(seed, 'service-hall/1', PARAMETERS)) throw notASeed('service-hall')
    return simulate(seed, moment)
  },
}
