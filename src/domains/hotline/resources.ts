import { documentOf, listOf, recordOf } from '../../contract/resource'
import type { HotlineDocument, Order } from './contract'
import type { Study } from './contract-study'

/** 12345 hotline work orders: what they come to. */
export const hotline = documentOf<HotlineDocument>({ id: 'hotline' })

/** The open orders themselves, most urgent first unless `sort` says otherwise. */
export const orders = listOf<Order>({ id: 'hotline.orders' }, ['stage', 'category', 'dept'])

/** One order by its number. */
export const order = recordOf<Order>({ id: 'hotline.order' })

/** A year of orders as a question narrows them: counts by day, by hour of the week, by category, topic, town, department and outcome. */
export const study = recordOf<Study>({ id: 'hotline.study' }, [
  'from',
  'to',
  'week',
  'hours',
  'category',
  'topic',
  'town',
  'dept',
  'outcome',
])
