import type { AnyKind } from '../../../../src/contract/records/kind'
import type { Moment } from '../../../../src/contract/records/summary'
import { operation as contract, sums } from '../../../../src/domains/data-aggregation/contract'
import {
  catalogueEntry,
  dataIssue,
  load,
  sharingCall,
} from '../../../../src/domains/data-aggregation/records'
import { counting } from '../../../../src/domains/data-aggregation/summary'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { bookOf } from '../book'
import { agreeing } from '../objections'
import { NOW, type AnyRows, type Row } from './rows'

/** What rows come to; refused where the document's contract would refuse it, or show that it contradicts itself. */
export function countedOf(
  sent: readonly (readonly [AnyKind, readonly unknown[]])[],
  moment: Partial<Moment> = {},
) {
  const operation = counting.count(bookOf(...sent), {
    now: NOW,
    region: null,
    limits: {},
    calendar: PLAIN_CALENDAR,
    ...moment,
  })
  return agreeing(structuredClone(operation), contract, sums)
}

export const counted = ({ loads, entries, calls, issues }: AnyRows, moment: Partial<Moment> = {}) =>
  countedOf(
    [
      [load, loads],
      [catalogueEntry, entries],
      [sharingCall, calls],
      [dataIssue, issues],
    ],
    moment,
  )

const withAll = (known: Row, names: readonly string[]): Row => ({
  ...Object.fromEntries(names.map((name) => [name, null])),
  ...known,
})

/** Rows of which only `known` is known. */
export const rowsOf = ({ columns }: AnyKind, ...known: readonly Row[]) =>
  known.map((row) => withAll(row, Object.keys(columns)))
