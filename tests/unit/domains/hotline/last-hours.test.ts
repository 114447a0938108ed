import { describe, expect, it } from 'vitest'
import type { Moment } from '../../../../src/contract/records/summary'
import { createStore } from '../../../../src/data/store/store'
import { operation as contract, sums } from '../../../../src/domains/hotline/contract'
import { workOrder } from '../../../../src/domains/hotline/records'
import { counting } from '../../../../src/domains/hotline/summary'
import { HOUR, isoTime, MINUTE } from '../../../../src/lib/calendar'
import { PLAIN_CALENDAR } from '../../../../src/lib/working-time'
import { at } from '../../demo/cities'
import { agreeing } from '../objections'

/** A source that gives every column and does not know it. */
const UNKNOWN = Object.fromEntries(Object.keys(workOrder.columns).map((name) => [name, null]))

/** One order every half hour since three weeks before `now`, all complaints of one kind, none of which has been signed for. */
function hotlineAt(now: number, moment: Partial<Moment> = {}) {
  const store = createStore(workOrder)
  const run = store.begin(true)
  run.put(
    Array.from({ length: 21 * 48 }, (_, i) => {
      const accepted = now - MINUTE - i * 0.5 * HOUR
      return {
        ...UNKNOWN,
        orderNo: String(i),
        type: '投诉',
        category: '噪声扰民',
        mode: 'auto',
        town: { code: '440111001', name: '镇' },
        acceptedAt: isoTime(accepted),
        dispatchedAt: isoTime(accepted),
        ...(i > 400 && { closedAt: isoTime(accepted + HOUR) }),
      }
    }),
  )
  run.commit(now)
  const told = counting.count(
    { of: ({ id }) => (id === workOrder.id ? store.table : undefined) },
    { now, region: null, limits: {}, calendar: PLAIN_CALENDAR, ...moment },
  )
  return agreeing(told, contract, sums)
}

describe('the last 24 hours of the hotline', () => {
  it.each(['00:05', '03:00', '07:59'])('stand for today at %s: 24 whole hours, two orders each', (time) => {
    const { lastHours } = hotlineAt(at(`2026-11-18 ${time}`))
    expect(lastHours?.intake.now).toEqual(Array.from({ length: 24 }, () => 2))
    expect(lastHours?.received).toMatchObject({ value: 48, compare: { value: 48 } })
    expect(lastHours?.categories).toMatchObject([{ count: 48, lastWeek: 48, outlier: false }])
    expect(lastHours?.towns).toMatchObject([{ count: 48 }])
    expect(lastHours?.complaintShare?.value).toBe(100)
  })

  it('begin at the running hour of yesterday', () => {
    const { lastHours } = hotlineAt(at('2026-11-18 03:20'))
    expect(lastHours?.from).toBe(isoTime(at('2026-11-17 03:00')))
    expect(lastHours?.intake.startHour).toBe(3)
  })

  it.each(['08:00', '10:42', '23:59'])('are not told at %s: today has enough to show', (time) => {
    expect(hotlineAt(at(`2026-11-18 ${time}`)).lastHours).toBeUndefined()
  })
})

describe('the stay before a department signs', () => {
  const signOf = (time: string) => hotlineAt(at(time)).stages?.find(({ key }) => key === 'sign')

  it('grows by day and rests at night, as its limit does', () => {
    const [evening, morning] = [signOf('2026-11-17 20:00'), signOf('2026-11-18 06:00')]
    expect(evening).toMatchObject({ working: true, limitMinutes: 120 })
    // Ten hours later half of the orders came in the night, at which nobody can have signed them.
    expect(morning?.medianMinutes ?? Infinity).toBeLessThanOrEqual(evening?.medianMinutes ?? 0)
  })

  it('is nothing of an order that came on a day off', () => {
    const store = createStore(workOrder)
    const run = store.begin(true)
    const [came, now] = [at('2026-11-21 10:00'), at('2026-11-22 15:00')]
    run.put([
      { ...UNKNOWN, orderNo: '1', mode: 'auto', acceptedAt: isoTime(came), dispatchedAt: isoTime(came) },
    ])
    run.commit(now)
    const { stages } = contract.parse(
      counting.count(
        { of: ({ id }) => (id === workOrder.id ? store.table : undefined) },
        { now, region: null, limits: {}, calendar: PLAIN_CALENDAR },
      ),
    )
    expect(stages?.find(({ key }) => key === 'sign')).toMatchObject({ count: 1, medianMinutes: 0 })
  })
})
