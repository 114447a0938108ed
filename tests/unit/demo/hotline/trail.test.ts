import { describe, expect, it } from 'vitest'
import { workOrders } from '../../../../src/demo/hotline/rows'
import { at, cn } from '../cities'
import { demo } from './day'

const NOW = at('2026-11-18 10:42')

/** A moment of a row, epoch ms; NaN where it is not there. */
const momentOf = (row: object, field: string): number =>
  Date.parse(String(Object.entries(row).find(([name]) => name === field)?.[1] ?? ''))
const textOf = (row: object, field: string): string =>
  String(Object.entries(row).find(([name]) => name === field)?.[1] ?? '')

const rows = workOrders('baiyun', { ...demo, calendar: cn }, { now: NOW, since: null, calendar: cn })
const having = (field: string) => rows.filter((row) => textOf(row, field) !== '')

describe('an order that was sent to the wrong department', () => {
  const returned = having('returnedAt')

  it('comes back after it was sent, is passed on and only then signed for, and none was answered on the spot', () => {
    expect(returned.length).toBeGreaterThan(500)
    const order = ['dispatchedAt', 'returnedAt', 'reassignedAt', 'signedAt']
    for (const row of returned) {
      const known = order.map((field) => momentOf(row, field)).filter((moment) => moment <= NOW)
      expect(known.toSorted((a, b) => a - b)).toEqual(known)
      expect(textOf(row, 'mode')).toBe('auto')
    }
  })

  it('says why, and from whom to whom it went', () => {
    for (const row of returned) {
      expect(textOf(row, 'returnReason')).not.toBe('')
      const passedOn = textOf(row, 'reassignedAt') !== ''
      expect(textOf(row, 'reassignedFrom') !== '').toBe(passedOn)
      expect(textOf(row, 'dept')).not.toBe(textOf(row, 'reassignedFrom'))
    }
    expect(new Set(returned.map((row) => textOf(row, 'returnReason'))).size).toBeGreaterThan(4)
  })

  it('is told by what changed since: its return, and that it was passed on', () => {
    const some = returned.filter((row) => momentOf(row, 'reassignedAt') < NOW - 60_000).slice(0, 20)
    for (const row of some)
      for (const field of ['returnedAt', 'reassignedAt']) {
        const moment = momentOf(row, field)
        const changed = workOrders(
          'baiyun',
          { ...demo, calendar: cn },
          { now: moment + 1000, since: moment - 1000, calendar: cn },
        )
        expect(changed.map((one) => textOf(one, 'orderNo'))).toContain(textOf(row, 'orderNo'))
      }
  })
})

it('more time is granted to what takes long, with a reason, between signature and reply', () => {
  const extended = having('extendedAt')
  expect(extended.length).toBeGreaterThan(10)
  for (const row of extended) {
    expect(textOf(row, 'extendReason')).not.toBe('')
    expect(momentOf(row, 'extendedAt')).toBeGreaterThan(momentOf(row, 'signedAt'))
    expect(momentOf(row, 'repliedAt') < momentOf(row, 'extendedAt')).toBe(false)
  }
  expect(having('extendReason')).toEqual(extended)
})
