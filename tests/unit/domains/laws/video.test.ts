import { describe } from 'vitest'
import { rowReader } from '../../../../src/contract/records/read-row'
import { operation as contract, sums } from '../../../../src/domains/video/contract'
import { camera, outage, patrol, usual } from '../../../../src/domains/video/records'
import { counting } from '../../../../src/domains/video/summary'
import { objectionsTo } from '../objections'
import { underLaws, type Domain } from './laws'
import { isAt, rowsOf, type Words } from './rows'

const words: Words = {
  camera: ({ whole }) => `${camera.id}-${whole(28)}`,
  fault: ({ whole }) => `f-${whole(12)}`,
  source: ({ next, whole, oneOf }) =>
    next() < 0.8 ? oneOf(['公安', '城管', '水务', '镇街']) : `单位${whole(40)}`,
  metric: ({ oneOf }) => oneOf(['offline', 'other']),
  hour: ({ oneOf }) => oneOf([9, 10]),
  weekday: ({ oneOf }) => oneOf([2, 3]),
}

const read = rowReader(camera)

const domain: Domain = {
  counting,
  words,
  issues: (operation) => objectionsTo(operation, contract, sums),
  any: (draw) => [
    [camera, rowsOf(camera, draw.whole(24), words, draw)],
    [outage, rowsOf(outage, draw.whole(24), words, draw)],
    [patrol, rowsOf(patrol, draw.whole(16), words, draw)],
    [usual, rowsOf(usual, draw.whole(12), words, draw)],
  ],
  liesIn: (kind, row, town, sent) => {
    if (kind === patrol) return true
    const own = sent
      .flatMap(([one, rows]) => (one === camera ? rows : []))
      .find((one) => one['id'] === row['camera'] && 'cells' in read(one, 0))
    return isAt(kind === outage && own ? own : row, kind === usual ? 'place' : 'town', town)
  },
  // Sources stand in the order of the whole city.
  wide: () => ['sources'],
  sums: ['channels.value', 'offline.value', 'dropped.value', 'restored.value'],
  moves: { patrol: ['patrol'], history: ['towns'] },
  uncounted: ['history.mean', 'history.weeks'],
}

describe('any cameras and outages', () => {
  underLaws(domain)
})
