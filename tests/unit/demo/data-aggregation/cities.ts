import { buildDataAggregation } from '../../../../mock-data/generator/data-aggregation'
import { simulate } from '../../../../src/demo/data-aggregation/document'
import type { DataDemo } from '../../../../src/demo/data-aggregation/seed'
import type { DataDocument, DataOperation } from '../../../../src/domains/data-aggregation/contract'
import { at, citiesOf } from '../cities'

/** Night before and after the load, the mock-up's moment, a Sunday, a missing batch, New Year and the end of the year. */
export const MOMENTS = [
  '2026-11-18 03:00',
  '2026-11-18 06:00',
  '2026-11-18 10:42',
  '2026-11-22 15:20',
  '2026-11-13 09:00',
  '2026-12-31 23:59',
  '2027-01-01 00:00',
  '2027-01-01 07:30',
  '2019-05-06 12:00',
].map(at)

/** The cities that have a data platform. */
export const PRESENT = ['baiyun', 'huaibei', 'xiantao']

export const {
  seedOf,
  bases,
  baseOf,
  demoOf,
  documentAt: dataAt,
} = citiesOf<DataDocument, DataDemo, DataOperation>(buildDataAggregation, simulate)
