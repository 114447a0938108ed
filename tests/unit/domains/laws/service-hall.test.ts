import { describe } from 'vitest'
import { partOf } from '../../../../src/contract/records/row-view'
import { operation as contract, sums } from '../../../../src/domains/service-hall/contract'
import {
  counter,
  evaluation,
  hall,
  pastQueues,
  terminal,
  ticket,
} from '../../../../src/domains/service-hall/records'
import { counting } from '../../../../src/domains/service-hall/summary'
import { objectionsTo } from '../objections'
import { underLaws, type Domain } from './laws'
import { isAt, rowsOf, type Words } from './rows'

const words: Words = {
  hall: ({ whole }) => `${hall.id}-${whole(5)}`,
  line: ({ oneOf }) => oneOf(['综合受理', '企业专区', '不动产登记与税务联办']),
  business: ({ next, whole, oneOf }) => (next() < 0.7 ? oneOf(['社会保险', '其他事项']) : `业务${whole(30)}`),
  counter: ({ whole }) => 1 + whole(6),
  no: ({ whole }) => 1 + whole(6),
  weekday: ({ oneOf }) => oneOf([2, 3]),
  minute: ({ whole }) => 480 + 10 * whole(60),
  weeks: ({ oneOf }) => oneOf([1, 8]),
  unit: ({ oneOf }) => oneOf(['台', '台', '处']),
}

/** Parts that speak of all halls, not of the one in focus. */
const SPANNING = new Set(['all', 'halls', 'towns', 'terminals', 'evaluation'])

const domain: Domain = {
  counting,
  words,
  issues: (operation) => objectionsTo(operation, contract, sums),
  any: (draw) => [
    [hall, rowsOf(hall, draw.whole(6), words, draw)],
    [ticket, rowsOf(ticket, draw.whole(24), words, draw)],
    [counter, rowsOf(counter, draw.whole(12), words, draw)],
    [evaluation, rowsOf(evaluation, draw.whole(20), words, draw)],
    [terminal, rowsOf(terminal, draw.whole(12), words, draw)],
    [pastQueues, rowsOf(pastQueues, draw.whole(30), words, draw)],
  ],
  liesIn: (kind, row, town, sent) =>
    kind === pastQueues ||
    isAt(row, 'town', town) ||
    (kind !== hall &&
      sent.some(
        ([one, rows]) =>
          one === hall && rows.some(({ hall: id, ...own }) => id === row['hall'] && isAt(own, 'town', town)),
      )),
  wide: (parts) =>
    // A town without a hall is shown the main hall of the city.
    partOf(parts, 'all.halls') === 0 ? Object.keys(parts).filter((name) => !SPANNING.has(name)) : [],
  sums: [
    'all.halls',
    'all.waiting.value',
    'all.tickets.value',
    'all.served.value',
    'terminals.total',
    'terminals.online',
  ],
  moves: {
    terminal: ['terminals', 'towns'],
    evaluation: ['evaluation'],
    history: ['waiting', 'waitingCurve', 'hours', 'halls'],
  },
  uncounted: ['ticket.bookedAt', 'ticket.priority', 'evaluation.channel'],
}

describe('any rows of the halls', () => {
  underLaws(domain)
})
