import { documentOf, listOf, recordOf } from '../../contract/resource'
import type { HotlineDocument, Order } from './contract'

/** 12345 hotline work orders: what they come to. */
export const hotline = documentOf<HotlineDocument>({ id: 'hotline' })

/** The open orders themselves, most urgent first unless `sort` says otherwise. */
export const orders = listOf<Order>({ id: 'hotline.orders' }, ['stage', 'category', 'dept'])

/** One order by its number. */
export const order = recordOf<Order>({ id: 'hotline.order' })
