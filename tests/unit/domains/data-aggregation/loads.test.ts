import { describe, expect, it } from 'vitest'
import { load } from '../../../../src/domains/data-aggregation/records'
import { DAY, dayStart, HOUR, isoDate, isoTime } from '../../../../src/lib/calendar'
import { at, sum } from '../../demo/cities'
import { countedOf, rowsOf } from './counted'
import { NOW, type Row } from './rows'

const TODAY = dayStart(NOW)

/** What a department brought `back` days before the latest; null did not come. */
const delivery = (dept: string, back: number, records: number | null, known: Row = {}): Row => {
  const day = TODAY - (back + 1) * DAY
  const arrivedAt = records === null ? null : isoTime(day + 30 * HOUR)
  return {
    loadId: `${dept}-${back}`,
    dept,
    day: isoTime(day),
    arrivedAt,
    records,
    stock: 1000 - back,
    cycleDays: 1,
    ...known,
  }
}

/** Deliveries of a department on consecutive days, the latest first. */
const run = (dept: string, volumes: readonly (number | null)[], known: Row = {}) =>
  volumes.map((records, back) => delivery(dept, back, records, known))

const countedLoads = (rows: readonly Row[], now = NOW) => countedOf([[load, rowsOf(load, ...rows)]], { now })

const days = (n: number, records = 10) => Array.from({ length: n }, () => records)

describe('a batch that never arrived', () => {
  const rows = [...run('甲', [null, ...days(40)]), ...run('乙', [null, ...days(40)])]

  it('is unknown and not 0, for the day and for every department, and its stores hold what they held', () => {
    const { intake, departments, loaded, records, loadedDay } = countedLoads(rows)
    expect([loadedDay, intake?.latest.value, intake?.days?.at(-1)?.records]).toEqual([
      '2026-11-17',
      null,
      null,
    ])
    expect(departments?.map(({ latest }) => latest)).toEqual([null, null])
    expect(loaded).toEqual({ done: 0, due: 2 })
    expect(records?.value).toBe(2000)
  })

  it('is left out of the mean and of the month', () => {
    const gap = [...run('甲', [20, ...days(3), null, ...days(60)])]
    const { intake } = countedLoads(gap)
    expect(intake?.latest.compare).toEqual({ label: '前 13 日均', value: 10 })
    // 17 days of November, one of them without a batch, against 17 of October.
    expect(intake?.month).toMatchObject({
      value: 170,
      period: '本月 17 日',
      compare: { label: '上月同期', value: 170 },
    })
  })

  it('neither breaks nor lengthens a row of empty loads', () => {
    const { departments } = countedLoads([
      ...run('甲', [0, null, 0, ...days(5)], { stock: 9000 }),
      ...run('乙', [5, null, 0, 5]),
    ])
    expect(departments?.map(({ zeroLoads, idleDays, lastLoad }) => [zeroLoads, idleDays, lastLoad])).toEqual([
      [2, 3, '2026-11-14'],
      [0, 0, '2026-11-17'],
    ])
  })
})

describe('what the rows do not reach back to', () => {
  it('is not compared with, nor drawn', () => {
    const { intake } = countedLoads(run('甲', days(10)))
    expect(intake?.days).toHaveLength(10)
    expect(intake?.latest).not.toHaveProperty('compare')
    expect(intake).not.toHaveProperty('month')
    expect(countedLoads(run('甲', days(20))).intake?.month).not.toHaveProperty('compare')
  })

  it('has no day of a last load', () => {
    const [only] = countedLoads(run('甲', [0, 0, 0])).departments ?? []
    expect(only).toMatchObject({ lastLoad: null, zeroLoads: 3, latest: 0 })
    expect(only).not.toHaveProperty('idleDays')
  })
})

describe('who was to deliver', () => {
  it('is who has a row, and who has none although the cycle has run out', () => {
    const silent = run('乙', days(9)).slice(2)
    const weekly = [1, 8].map((back) => delivery('丙', back, 5, { cycleDays: 7 }))
    const lateWeekly = [8, 15].map((back) => delivery('丁', back, 5, { cycleDays: 7 }))
    const { loaded, departments } = countedLoads([...run('甲', days(9)), ...silent, ...weekly, ...lateWeekly])
    expect(loaded).toEqual({ done: 1, due: 3 })
    const latest = departments?.map(({ name, latest: records }) => [name, records])
    expect(Object.fromEntries(latest ?? [])).toEqual({ 甲: 10, 乙: null, 丙: 0, 丁: null })
  })

  it('waits for a month of 31 days', () => {
    const monthly = delivery('乙', 31, 5, { cycleDays: 30 })
    expect(countedLoads([...run('甲', days(40)), monthly]).loaded).toEqual({ done: 1, due: 1 })
  })
})

describe('a department', () => {
  it('with two stores has what both hold and brought', () => {
    const two = ['人口库', '房屋库'].flatMap((library) =>
      run('甲', [3, 4], { library, classes: 2 }).map((row) => ({
        ...row,
        loadId: `${library}-${String(row.loadId)}`,
      })),
    )
    const { departments, classes } = countedLoads(two)
    expect(departments).toMatchObject([{ records: 2000, latest: 6, classes: 4 }])
    expect(classes?.value).toBe(4)
  })

  it('that was renamed is the same one, under its new name', () => {
    const before = run('规划局', days(9), { deptCode: 'd1' }).slice(3)
    const after = run('规划和自然资源局', days(3), { deptCode: 'd1' })
    const { departments, records } = countedLoads([...before, ...after])
    expect(departments).toMatchObject([{ id: 'd1', name: '规划和自然资源局', idleDays: 0 }])
    expect(records?.value).toBe(1000)
  })

  it('whose store nobody tells takes the total away: a smaller one would be wrong', () => {
    const operation = countedLoads([...run('甲', days(3)), ...run('乙', days(3), { stock: null })])
    expect(operation).not.toHaveProperty('records')
    expect(operation).not.toHaveProperty('departments')
    expect(operation.intake?.latest.value).toBe(20)
  })

  it('that delivered twice a day holds what it held after the later delivery', () => {
    const twice = [
      delivery('甲', 0, 3, { loadId: 'b', stock: 1003, arrivedAt: isoTime(TODAY + 2 * HOUR) }),
      delivery('甲', 0, 4, { loadId: 'a', stock: 1007, arrivedAt: isoTime(TODAY + 5 * HOUR) }),
    ]
    expect(countedLoads(twice).departments).toMatchObject([{ records: 1007, latest: 7 }])
  })

  it('keeps its stock through a row that does not tell it', () => {
    const [first, ...others] = run('甲', days(3))
    expect(countedLoads([{ ...first, stock: null }, ...others]).records?.value).toBe(999)
  })

  it('beyond those that can be listed stands with the rest, and the sums are those of all', () => {
    const many = Array.from({ length: 95 }, (_, i) =>
      delivery(`部门${i}`, 0, i, { stock: i * 10, classes: 1 }),
    )
    const { departments, records, classes } = countedLoads(many)
    expect(departments).toHaveLength(80)
    expect(departments?.at(-1)).toMatchObject({ name: '另 16 个部门', classes: 16 })
    expect(sum(departments?.map((d) => d.records) ?? [])).toBe(records?.value)
    expect(classes?.value).toBe(95)
  })
})

it('one delivery more changes its own department and the sums, nothing else', () => {
  const rows = [...run('甲', days(40)), ...run('乙', days(40)).slice(1)]
  const [before, after] = [countedLoads(rows), countedLoads([...rows, delivery('乙', 0, 7)])]
  const first = ({ departments }: typeof before) => departments?.find(({ name }) => name === '甲')
  expect(first(after)).toEqual(first(before))
  expect([before.intake?.latest.value, after.intake?.latest.value]).toEqual([10, 17])
  expect([before.loaded, after.loaded]).toEqual([
    { done: 1, due: 2 },
    { done: 2, due: 2 },
  ])
  expect(after.intake?.days?.slice(0, -1)).toEqual(before.intake?.days?.slice(0, -1))
})

it('what arrived after the moment has not arrived: before six the batch of the day before stands', () => {
  const rows = run('甲', days(40))
  const early = countedLoads(rows, at('2026-11-18 05:59'))
  expect([early.loadedDay, early.records?.value]).toEqual(['2026-11-16', 999])
  expect(early.intake?.days?.at(-1)?.date).toBe(isoDate(TODAY - 2 * DAY))
})

describe('a batch of a day that has not come', () => {
  it('is not there yet, though its row is', () => {
    const rows = run('甲', days(40))
    const announced = { ...delivery('甲', -3, null), loadId: 'announced' }
    const { intake, loadedDay } = countedLoads([...rows, announced])
    expect([loadedDay, intake?.latest.value]).toEqual([
      countedLoads(rows).loadedDay,
      countedLoads(rows).intake?.latest.value,
    ])
  })
})
