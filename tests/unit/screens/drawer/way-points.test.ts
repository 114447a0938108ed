import { expect, it } from 'vitest'
import type { RecordRow, RowValue } from '../../../../src/contract/records/record-rows'
import { readings } from '../../../../src/domains/hotline/readings'
import { pointsOf } from '../../../../src/screens/drawer/way-points'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')

const said = (fields: Readonly<Record<string, RowValue>>, kind = 'work-order') => {
  const row: RecordRow = { kind, key: '1', fields }
  const reading = readings[kind]
  return (reading ? pointsOf(reading, row, NOW) : []).map(({ label, notes, took, tone }) =>
    [label, ...notes, took, tone].filter((one) => one !== null).join(' '),
  )
}

const order = {
  acceptedAt: '2026-11-08T10:12:00+08:00',
  channel: '电话',
  dispatchedAt: '2026-11-08T10:31:00+08:00',
  mode: 'auto',
  dept: '区生态环境分局',
  sentTo: '区生态环境分局',
  due: '2026-11-18T10:12:00+08:00',
  waits: true,
}

it('tells the way of an order with what each step took against its limit, and by how much it is late', () => {
  expect(said(order)).toEqual([
    '受理 电话 past',
    '派单 自动派单 区生态环境分局 用 19 分（限 2 时） past',
    '到期 已超 30 分 late',
    '现在 距上一步 10 天 late',
  ])
})

it('the deadline stands ahead while there is time, and a step that has not come has not happened', () => {
  expect(said({ ...order, due: '2026-11-18T12:42:00+08:00', signedAt: '2026-11-19T08:00:00+08:00' })).toEqual(
    [
      '受理 电话 past',
      '派单 自动派单 区生态环境分局 用 19 分（限 2 时） past',
      '现在 距上一步 10 天 now',
      '到期 剩 2 时 ahead',
    ],
  )
})

it('an order that nobody has to answer any more ends with its last step', () => {
  const closed = said({ ...order, waits: false, closedAt: '2026-11-12T09:00:00+08:00' })
  expect(closed.at(-1)).toBe('办结 用 3 天 22 时 past')
})

it('says why an order came back and from whom to whom it went then, and why it was granted more time', () => {
  const twice = {
    ...order,
    sentTo: '区城管局',
    returnedAt: '2026-11-08T11:31:00+08:00',
    returnReason: '不属本单位职责',
    reassignedAt: '2026-11-08T11:41:00+08:00',
    hop: '区城管局 → 区生态环境分局',
    extendedAt: '2026-11-10T11:41:00+08:00',
    extendReason: '等待第三方检测报告',
  }
  expect(said(twice).slice(1, 5)).toEqual([
    '派单 自动派单 区城管局 用 19 分（限 2 时） past',
    '退单 不属本单位职责 用 1 时 past',
    '改派 区城管局 → 区生态环境分局 用 10 分 past',
    '批准延期 等待第三方检测报告 用 2 天 past',
  ])
})

it('of what is known to the day only says the day', () => {
  const row = {
    kind: 'key-item',
    key: '1',
    fields: { closedOn: '2026-11-03', watchUntil: '2027-02-03', lasts: true },
  }
  const reading = readings['key-item']
  const points = reading ? pointsOf(reading, row, NOW) : []
  expect(points.map(({ when, label }) => `${when} ${label}`)).toEqual([
    '11-03 办结',
    '11-18 10:42 现在',
    '2027-02-03 到期',
  ])
})
