import { notASeed, type Demo } from '../kit/domain'
import { isSeed } from '../kit/seed'
import { simulate, type DataSeed } from './document'

const PARAMETERS = ['seed', 'baseYear', 'departments', 'consumers', 'towns', 'issueTitles', 'wanted'] as const

export const demo: Demo = {
  document(seed, moment) {
    if (!isSeed<DataSeed>(seed, 'data-aggregation/1', PARAMETERS)) throw notASeed('data-aggregation')
    return simulate(seed, moment)
  },
}
