import { describe } from 'vitest'
import { operation as contract, sums } from '../../../../src/domains/data-aggregation/contract'
import {
  catalogueEntry,
  dataIssue,
  load,
  sharingCall,
  usualCalls,
} from '../../../../src/domains/data-aggregation/records'
import { counting } from '../../../../src/domains/data-aggregation/summary'
import { objectionsTo } from '../objections'
import { underLaws, type Domain } from './laws'
import { isAt, rowsOf, type Words } from './rows'

const words: Words = {
  dept: ({ whole }) => `部门${whole(6)}`,
  class: ({ next, whole, oneOf }) =>
    next() < 0.7 ? oneOf(['政务省级', '社会数据', '经济数据']) : `类${whole(30)}`,
  consumer: ({ next, whole }) => (next() < 0.8 ? `局${whole(4)}` : `局${whole(60)}`),
  minutes: ({ oneOf }) => oneOf([15, 15, 15, 60]),
  cycleDays: ({ oneOf }) => oneOf([1, 7, 30]),
  metric: ({ oneOf }) => oneOf(['calls-15', 'calls-60']),
  weekday: ({ oneOf }) => oneOf([2, 3]),
}

const domain: Domain = {
  counting,
  words,
  issues: (operation) => objectionsTo(operation, contract, sums),
  any: (draw) => [
    [catalogueEntry, rowsOf(catalogueEntry, draw.whole(24), words, draw)],
    [load, rowsOf(load, draw.whole(24), words, draw)],
    [sharingCall, rowsOf(sharingCall, draw.whole(24), words, draw)],
    [dataIssue, rowsOf(dataIssue, draw.whole(24), words, draw)],
    [usualCalls, rowsOf(usualCalls, draw.whole(30), words, draw)],
  ],
  liesIn: (kind, row, town) => kind !== dataIssue || isAt(row, 'town', town),
  wide: () => [],
  sums: ['issues.open.value', 'issues.overdue.value', 'issues.raised.value'],
  moves: {
    'catalogue-entry': ['catalogue', 'ontime', 'lateResources'],
    'data-issue': ['issues'],
    'sharing-call': ['sharing'],
    history: ['sharing'],
    load: ['loadedDay', 'intake', 'batch', 'loaded', 'records', 'classes', 'departments', 'issues'],
  },
  uncounted: [
    'catalogue-entry.title',
    'catalogue-entry.dept',
    'catalogue-entry.shareType',
    'history.mean',
    'history.weeks',
  ],
}

describe('any rows of the data platform', () => {
  underLaws(domain)
})
