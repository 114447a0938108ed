import { use } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { hall, ticket } from '../../../../src/domains/service-hall/records'
import { serviceHall } from '../../../../src/domains/service-hall/resources'
import { HOUR } from '../../../../src/lib/calendar'
import { FixedSize } from '../../../../src/panel/room'
import { wholeCity } from '../../golden/whole-city'
import { anyRows, counted, NOW, withRows } from './rows'

vi.mock('../../../../src/panel/use-size', () => ({ useSize: () => [() => undefined, use(FixedSize)] }))
vi.mock('../../../../src/charts/Chart', () => ({ Chart: () => null }))
vi.mock('../../../../src/map/CityMap', () => ({ CityMap: () => null }))

const HALL = [
  'service-hall',
  'hall-keys',
  'hall-throughput',
  'hall-waits',
  'hall-counters',
  'hall-business',
  'hall-list',
]

async function wallOf(id: string, moment: string) {
  const { answers, said } = await wholeCity(id, moment, { width: 912, height: 420 })
  const document = answers.flatMap((one) => one.document ?? []).find((one) => serviceHall.owns(one))
  return { operation: document?.operation, said }
}

describe.each([
  ['at night', '2026-11-19T03:00', '2026-11-18', '11-18'],
  ['on a Sunday', '2026-11-22T15:00', '2026-11-20', '11-20'],
  ['on a holiday', '2026-10-03T10:42', '2026-09-30', '09-30'],
])('a hall that is closed %s', (_, moment, day, printed) => {
  it('is told by its last workday as that day itself told it', async () => {
    const { operation } = await wallOf('heyuan', moment)
    const then = (await wallOf('heyuan', `${day}T23:30`)).operation
    expect(operation?.lastDay?.day).toBe(day)
    expect(operation?.lastDay?.tickets.value).toBe(then?.tickets?.value)
    expect(operation?.lastDay?.served.value).toBe(then?.served?.value)
    expect(operation?.lastDay?.meanWait?.value).toBe(then?.meanWait?.value)
    expect(operation?.lastDay?.waits).toEqual(then?.waits)
    expect(operation?.lastDay?.halls?.map((one) => one.tickets)).toEqual(
      then?.halls?.map((one) => one.tickets),
    )
  })

  it('says 闭厅 and the date, and nowhere that there is no data', async () => {
    const { said } = await wallOf('heyuan', moment)
    for (const id of HALL) {
      const { state, lines } = said(id)
      const text = lines.join('\n')
      expect(state, id).not.toBe('empty')
      expect(text, id).toMatch(new RegExp(`${printed}|闭`))
      expect(text, id).not.toMatch(/无数据|返回 0 条|— 分/)
    }
    expect(said('hall-counters').lines.join('\n')).toMatch(/窗已闭/)
  })
})

it('a hall that has opened tells of today alone', async () => {
  expect((await wallOf('heyuan', '2026-11-19T09:01')).operation?.lastDay).toBeUndefined()
  expect((await wallOf('heyuan', '2026-11-19T21:00')).operation?.lastDay).toBeUndefined()
})

it('where no place of several halls is known, none speaks for all, and none has a last day', () => {
  const dawn = { now: NOW + 20 * HOUR }
  const placed = anyRows(3, { placed: true })
  expect(counted(placed, dawn).lastDay).toBeDefined()
  const nowhere = withRows(placed, hall, (rows) => rows.map((row) => ({ ...row, town: null })))
  expect(counted(nowhere, dawn).lastDay).toBeUndefined()
})

it('closed, with records that reach back to no workday, it says so and draws no day', () => {
  const [dawn, placed] = [{ now: NOW + 20 * HOUR }, anyRows(3, { placed: true })]
  const today = withRows(placed, ticket, () => [])
  const told = counted(today, dawn)
  expect(told.service?.state).toBe('closed')
  expect(told.lastDay).toBeUndefined()
})
