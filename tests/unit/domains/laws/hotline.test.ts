import { describe } from 'vitest'
import { operation as contract, sums } from '../../../../src/domains/hotline/contract'
import { pastOrders, workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { objectionsTo } from '../objections'
import { underLaws, type Domain } from './laws'
import { isAt, rowsOf, type Words } from './rows'

const words: Words = {
  type: ({ oneOf }) => oneOf(['咨询', '投诉', '举报', '其他诉求']),
  category: ({ next, whole, oneOf }) =>
    next() < 0.7 ? oneOf(['噪声扰民', '占道经营', '其他']) : `类${whole(40)}`,
  metric: ({ oneOf }) => oneOf(['received', 'closed']),
  weekday: ({ oneOf }) => oneOf([2, 3]),
}

const domain: Domain = {
  counting,
  words,
  issues: (operation) => objectionsTo(operation, contract, sums),
  any: (draw) => [
    [workOrder, rowsOf(workOrder, draw.whole(24), words, draw)],
    [pastOrders, rowsOf(pastOrders, draw.whole(20), words, draw)],
  ],
  liesIn: ({ key }, row, town) => isAt(row, key === 'orderNo' ? 'town' : 'place', town),
  wide: () => [],
  sums: ['received.value', 'open.value', 'overdue.value', 'dueSoon.value', 'closed.value'],
  moves: { history: ['intake', 'twoDays', 'towns'] },
  uncounted: [
    'work-order.channel',
    'work-order.returnReason',
    'work-order.reassignedFrom',
    'work-order.extendReason',
    'work-order.calledBackAt',
    'work-order.solved',
    'work-order.satisfaction',
    'history.low',
    'history.high',
  ],
}

describe('any work orders', () => {
  underLaws(domain)
})
