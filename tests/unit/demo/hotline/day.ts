import { buildHotline } from '../../../../mock-data/generator/hotline'
import { answerOf, type CountedMoment } from '../../../../mock-data/generator/counted'
import { demo as hotline } from '../../../../src/demo/hotline/demo'
import type { HotlineSeed } from '../../../../src/demo/hotline/document'
import { counting } from '../../../../src/domains/hotline/summary'
import type { HotlineDemo } from '../../../../src/demo/hotline/seed'
import type { HotlineDocument, WholeHotline } from '../../../../src/domains/hotline/contract'
import { citiesOf } from '../cities'

/** The hotline as a wall shows it: counted from the orders of the demo. */
export const simulate = (from: HotlineSeed, moment: CountedMoment) =>
  answerOf(hotline, counting, from, moment) as HotlineDocument

const cities = citiesOf<HotlineDocument, HotlineDemo, WholeHotline>(buildHotline, simulate)

/** The one city that published how many orders a year brings. */
export const seed = cities.seedOf('baiyun')
export const base = seed.document
export const demo = cities.demoOf('baiyun')

export const hotlineAt = (moment: string | number, region: string | null = null) =>
  cities.documentAt('baiyun', moment, region)

export const operationAt = (moment: string | number, region: string | null = null) =>
  cities.operationAt('baiyun', moment, region)

export const total = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((n, row) => n + of(row), 0)
