import { expect } from 'vitest'
import type { AnyKind } from '../../../../src/contract/records/kind'
import type { Moment } from '../../../../src/contract/records/summary'
import { operation as contract, sums, type VideoOperation } from '../../../../src/domains/video/contract'
import { camera, outage } from '../../../../src/domains/video/records'
import { counting } from '../../../../src/domains/video/summary'
import { bookOf } from '../book'
import { agreeing } from '../objections'
import { NOW, type Row } from './rows'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'

/** What the contract lets through of what is counted from `sent`; all of it. */
export function counted(
  sent: readonly (readonly [AnyKind, readonly unknown[]])[],
  moment: Partial<Moment> = {},
): VideoOperation {
  const operation = counting.count(bookOf(...sent), {
    now: NOW,
    region: null,
    limits: {},
    calendar: PLAIN_CALENDAR,
    ...moment,
  })
  const told = agreeing(operation, contract, sums)
  expect(told).toEqual(JSON.parse(JSON.stringify(operation)))
  return told
}

/** From cameras and outages. */
export const both = (cameras: readonly Row[], outages: readonly Row[], moment: Partial<Moment> = {}) =>
  counted(
    [
      [camera, cameras],
      [outage, outages],
    ],
    moment,
  )
