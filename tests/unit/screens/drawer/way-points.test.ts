import { expect, it } from 'vitest'
import type { RecordRow, RowValue } from '../../../../src/contract/records/record-rows'
import { readings } from '../../../../src/domains/hotline/readings'
import { pointsOf } from '../../../../src/screens/drawer/way-points'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const reading = readings['work-order']

const said = (fields: Readonly<Record<string, RowValue>>) => {
  const row: RecordRow = { kind: 'work-order', key: '1', fields }
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
