import { notASeed, type Demo, type RowsMoment } from '../kit/domain'
import { isSeed, type Moment } from '../kit/seed'
import { atWork, type HotlineCity } from './at-work'
import { documentAt, type HotlineSeed } from './document'
import { allRows } from './lists'
import { workOrders } from './rows'
import { openIn, recentIn, scopeOf } from './scope'

const PARAMETERS = ['yearTotal', 'hours', 'restHours', 'towns', 'categories', 'keyItems'] as const

function seedOf(seed: unknown): HotlineSeed {
  if (isSeed<HotlineSeed>(seed, 'hotline/1', PARAMETERS)) return seed
  throw notASeed('hotline')
}

function orders(seed: unknown, moment: Moment) {
  const { document, demo } = seedOf(seed)
  if (!demo) return []
  const scope = scopeOf(document.city, atWork(demo, moment.calendar), moment)
  return allRows(scope, openIn(scope, recentIn(scope)))
}

const rowsBy =
  (make: (city: string, demo: HotlineCity, moment: RowsMoment) => readonly object[]) =>
  (seed: unknown, moment: RowsMoment) => {
    const { document, demo } = seedOf(seed)
    return demo ? make(document.city, atWork(demo, moment.calendar), moment) : []
  }

export const demo: Demo = {
  document: (seed, moment) => documentAt(seedOf(seed), moment),
  records: { 'work-order': rowsBy(workOrders) },
  pieces: {
    'year-order': async (seed, moment, cursor) => {
      const { document, demo } = seedOf(seed)
      if (!demo) return { rows: {}, asOf: moment.now, next: null }
      const { yearOrders } = await import('./year')
      return yearOrders(document.city, atWork(demo, moment.calendar), moment, cursor)
    },
  },
  lists: {
    orders: {
      list: 'hotline.orders/1',
      record: 'hotline.order/1',
      key: 'orderNo',
      sort: 'dueAt',
      says: ['orderNo', 'title', 'category', 'dept', 'town'],
      rows: orders,
    },
  },
}
