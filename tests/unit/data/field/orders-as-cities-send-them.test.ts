import { describe, expect, it } from 'vitest'
import { recordsOf } from './foreign'

const GOOD = {
  service_request_id: '26110000012',
  status: 'open',
  service_name: '路灯故障',
  agency_responsible: '区城管局',
  requested_datetime: '2026-11-18T01:00:00Z',
  updated_datetime: '2026-11-18T02:40:00Z',
  expected_datetime: '2026-11-20T01:00:00Z',
}

/** An Open311 answer as work orders. */
const FIELDS = {
  orderNo: 'service_request_id',
  title: 'service_name',
  category: 'service_name',
  dept: { from: 'agency_responsible', optional: true },
  acceptedAt: 'requested_datetime',
  dueAt: { from: 'expected_datetime', optional: true },
  closedAt: { map: "$enum('closed', status) ? updated_datetime : null" },
}
const rules = { enums: { closed: { open: false, closed: true } } }
const read = (...rows: readonly unknown[]) => recordsOf(FIELDS, rows, { rules })

const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(GOOD).filter(([name]) => !names.includes(name)))

describe('one odd order beside a good one', () => {
  it.each([
    ['an id with a hyphen', { ...GOOD, service_request_id: '26-00000012' }, { orderNo: '26-00000012' }],
    ['an id that is a number', { ...GOOD, service_request_id: 14_280_001 }, { orderNo: '14280001' }],
    ['no deadline at all', without('expected_datetime'), { category: '路灯故障' }],
    [
      'a long office',
      { ...GOOD, agency_responsible: '某某新区综合行政执法局第一执法大队一中队直属分队' },
      { dept: '某某新区综合行政执法局第一执法大队一中队直属分队' },
    ],
    ['no category', { ...GOOD, service_name: null }, { orderNo: GOOD.service_request_id }],
    ['a closed order', { ...GOOD, status: 'closed' }, { closedAt: Date.parse(GOOD.updated_datetime) }],
  ])('%s is an order like any other', async (_, odd, told) => {
    const [first, second] = await read(GOOD, odd)
    expect(first).toMatchObject({
      orderNo: GOOD.service_request_id,
      dueAt: Date.parse(GOOD.expected_datetime),
    })
    expect(second).toMatchObject(told)
  })

  it.each([
    ['not numbered yet', without('service_request_id'), 'orderNo', /缺少此字段/],
    ['of a third status', { ...GOOD, status: 'submitted' }, 'closedAt', /没有“submitted”/],
    ['without its status', without('status'), 'closedAt', /没有字段|缺少/],
    ['due before it came', { ...GOOD, expected_datetime: '2026-11-16T01:00:00Z' }, 'dueAt', /早于/],
    ['of no time', { ...GOOD, requested_datetime: 'yesterday' }, 'acceptedAt', /yesterday.*不是时间/],
  ])('%s costs itself, by field and value', async (_, odd, field, message) => {
    const [first, second] = await read(GOOD, odd)
    expect(first).toHaveProperty('orderNo')
    expect(second).toEqual({ field, message: expect.stringMatching(message) as unknown })
  })
})
