import { notASeed, type Demo } from '../kit/domain'
import { isSeed, type Moment } from '../kit/seed'
import { simulate, type HotlineSeed } from './document'
import { allRows } from './lists'
import { openIn, recentIn, scopeOf } from './scope'

const PARAMETERS = ['yearTotal', 'hours', 'restHours', 'towns', 'categories', 'keyItems'] as const

function seedOf(seed: unknown): HotlineSeed {
  if (isSeed<HotlineSeed>(seed, 'hotline/1', PARAMETERS)) return seed
  throw notASeed('hotline')
}

function orders(seed: unknown, moment: Moment) {
  const { document, demo } = seedOf(seed)
  if (!demo) return []
  const scope = scopeOf(document.city, demo, moment)
  return allRows(scope, openIn(scope, recentIn(scope)))
}

export const demo: Demo = {
  document: (seed, moment) => simulate(seedOf(seed), moment),
  lists: {
    orders: {
      list: 'hotline.orders/1',
      record: 'hotline.order/1',
      key: 'orderNo',
      sort: 'dueAt',
      rows: orders,
    },
  },
}
