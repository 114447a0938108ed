import { use } from 'react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadAllPanels, panels } from '../../../../src/domains/registry'
import { serviceHall } from '../../../../src/domains/service-hall/resources'
import { parseTime } from '../../../../src/lib/calendar'
import { FixedSize } from '../../../../src/panel/room'
import { config, openCity } from '../../golden/city'
import { drawn } from '../../golden/drawn'

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
  const now = parseTime(`${moment}:00+08:00`)
  const city = await openCity(id)
  const { answers, feed } = await city.reading({ now, region: null })
  const setting = {
    now,
    region: null,
    answers,
    feed,
    sources: config.sources,
    size: { width: 912, height: 420 },
  }
  const document = answers.flatMap((one) => one.document ?? []).find((one) => serviceHall.owns(one))
  const operation = document?.operation
  const said = (panelId: string) => {
    const panel = panels.get(panelId)
    if (!panel) throw new Error(`no panel ${panelId}`)
    return drawn(city, panel, setting)
  }
  return { operation, said }
}

beforeAll(async () => {
  await loadAllPanels()
})

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
