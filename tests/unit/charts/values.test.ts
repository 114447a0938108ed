import { describe, expect, it } from 'vitest'
import { columns } from '../../../src/charts/forms/columns'
import { dayLine } from '../../../src/charts/forms/day-line'
import { hourColumns } from '../../../src/charts/forms/hour-columns'
import { rateLine, rateScale } from '../../../src/charts/forms/rate-line'
import { niceMax } from '../../../src/charts/look'
import { colour, look } from './table'

const at = look(456, 320)

/** `data` of the series with this id. */
function dataOf(option: { series?: unknown }, id: string): unknown[] {
  const series: unknown[] = Array.isArray(option.series) ? option.series : []
  for (const one of series) {
    if (typeof one !== 'object' || one === null || !('id' in one) || one.id !== id) continue
    if ('data' in one && Array.isArray(one.data)) return one.data
  }
  throw new Error(`no series ${id}`)
}

describe('a day', () => {
  const series = { startHour: 8, stepMinutes: 30, now: [0, 3, null], low: [1, 1, 1], high: [4, 6, 5] }
  const option = dayLine({ series, unit: '件' }, at)

  it('stops at the present: what has not come is null, and a real 0 stays 0', () => {
    expect(dataOf(option, 'now')).toMatchObject([
      { value: [8, 0] },
      { value: [8.5, 3] },
      { value: [9, null] },
    ])
  })

  it('stacks its band from the low to the high', () => {
    expect(dataOf(option, 'low')).toEqual([
      [8, 1],
      [8.5, 1],
      [9, 1],
    ])
    expect(dataOf(option, 'high')).toEqual([
      [8, 3],
      [8.5, 5],
      [9, 4],
    ])
  })

  it('marks the last known point only', () => {
    expect(dotsOf(option, 'now')).toEqual([false, true, false])
  })
})

/** Which points of a line have a dot. */
const dotsOf = (option: { series?: unknown }, id: string) =>
  dataOf(option, id).map((point) => typeof point === 'object' && point !== null && 'symbol' in point)

const clock = (time: string) => Date.parse(`2026-11-18T${time}:00+08:00`)

describe('an hour that is not over', () => {
  const day = (now: (number | null)[], until: string) =>
    dayLine({ series: { startHour: 8, stepMinutes: 60, now }, unit: '件', until: clock(until) }, at)

  it('is no whole hour: the line ends at the last whole one, and a dashed way leads to what it comes to at its pace', () => {
    const option = day([40, 44, 22, null], '10:30')
    expect(dataOf(option, 'now')).toMatchObject([
      { value: [8, 40] },
      { value: [9, 44] },
      { value: [10, null] },
      { value: [11, null] },
    ])
    expect(dataOf(option, 'running')).toMatchObject([{ value: [9, 44] }, { value: [10, 44] }])
    expect(dotsOf(option, 'now')).toEqual([false, false, false, false])
    expect(dotsOf(option, 'running')).toEqual([false, true])
  })

  it.each([
    ['just begun', [40, 44, 6, null], '10:05'],
    ['of too few', [40, 44, 3, null], '10:40'],
  ])('%s has no pace: the dot stands at the last whole hour', (_, now, until) => {
    const option = day(now, until)
    expect(dataOf(option, 'running')).toEqual([])
    expect(dotsOf(option, 'now')).toEqual([false, true, false, false])
  })

  it('of another day, or over, is whole', () => {
    expect(dataOf(day([40, 44, 22, null], '11:00'), 'now')).toMatchObject([{}, {}, { value: [10, 22] }, {}])
  })

  it('in columns stands to what came, and dashed to its pace', () => {
    const rows = [40, 22, null].map((value, i) => ({ hour: 9 + i, value }))
    const option = hourColumns({ unit: '张', tickLabel: '常态', rows, until: clock('10:30') }, at)
    expect(dataOf(option, 'value')).toMatchObject([{ value: 40 }, { value: 22 }, { value: null }])
    expect(dataOf(option, 'running')).toEqual([null, 22, null])
  })
})

it('a day and its hours without a usual range have neither band nor tick, and are drawn to their end', () => {
  const day = dayLine({ series: { startHour: 8, stepMinutes: 30, now: [0, 3, null] }, unit: '件' }, at)
  expect(dataOf(day, 'now')).toHaveLength(3)
  expect(() => dataOf(day, 'low')).toThrow()
  expect(day.xAxis).toMatchObject({ min: 8, max: 9.5 })
  const rows = [
    { hour: 9, value: 4, usual: 6 },
    { hour: 10, value: 2 },
  ]
  expect(dataOf(hourColumns({ unit: '张', tickLabel: '常态', rows, until: 0 }, at), 'usual')).toEqual([
    [0, 6],
  ])
})

describe('daily columns', () => {
  const data = { labels: ['a', 'b', 'c'], values: [5, null, 0], unit: '条' }

  it('a missing day is a hatched gap with its word, a day without records is 0', () => {
    const [day, missing, zero] = dataOf(columns(data, at), 'values')
    expect(day).toMatchObject({ value: 5, itemStyle: { color: colour.barMute } })
    expect(missing).toMatchObject({
      itemStyle: { color: 'transparent' },
      label: { show: true, formatter: '缺' },
    })
    expect(zero).toMatchObject({ value: 0, itemStyle: { color: colour.brand }, label: { show: false } })
  })

  it('an alarm hue stands only where a breach is declared', () => {
    const hues = (option: { series?: unknown }) => JSON.stringify(option.series)
    expect(hues(columns(data, at))).not.toContain(colour.p2)
    expect(hues(columns({ ...data, breach: { from: 2, tone: 'p2' } }, at))).toContain(colour.p2)
  })
})

describe('a rate over time', () => {
  it('keeps gaps open', () => {
    const points = [
      { hour: 0, value: 98 },
      { hour: 1, value: null },
      { hour: 2, value: 99 },
    ]
    const option = rateLine({ points, unit: '%' }, at)
    expect(dataOf(option, 'rate')).toMatchObject([
      { value: [0, 98] },
      { value: [1, null] },
      { value: [2, 99] },
    ])
    expect(option.series).toMatchObject([{ connectNulls: false }])
  })

  it('has a scale in half points that holds every value and the target, within 0–100', () => {
    const scale = (values: (number | null)[], target?: number) =>
      rateScale({
        points: values.map((value, hour) => ({ hour, value })),
        unit: '%',
        ...(target === undefined ? {} : { target: { value: target, label: '' } }),
      })
    for (const values of [[98.2, null, 98.9], [0], [100], [99.95, 100]]) {
      const { min, max } = scale(values, 98)
      for (const v of [...values, 98]) expect(v === null || (v >= min && v <= max)).toBe(true)
      expect(min % 0.5).toBe(0)
      expect(min).toBeGreaterThanOrEqual(0)
      expect(max).toBeLessThanOrEqual(100)
      expect(max - min).toBeGreaterThanOrEqual(0.5)
    }
    expect(scale([null])).toEqual({ min: 0, max: 100 })
  })

  it('has the words of its target where the line is not', () => {
    const where = (value: (hour: number) => number) => {
      const points = Array.from({ length: 25 }, (_, hour) => ({ hour, value: value(hour) }))
      const option = rateLine({ points, unit: '%', target: { value: 98, label: '目标 98' } }, at)
      const [, level] = [option.series].flat()
      const draw: unknown = level && 'renderItem' in level ? level.renderItem : undefined
      if (typeof draw !== 'function') throw new Error('no target')
      const drawn: unknown = Reflect.apply(draw, undefined, [
        { coordSys: { x: 0, width: 300 } },
        { coord: () => [0, 50] },
      ])
      const words = JSON.stringify(drawn)
      return `${/"align":"(\w+)"/.exec(words)?.[1]} ${words.includes('"verticalAlign":"top"') ? 'below' : 'above'}`
    }
    expect(where(() => 98.7)).toBe('left below')
    expect(where(() => 97.2)).toBe('left above')
    // It falls short for a while in the morning: 淮北 on 11-19 at 03:00.
    expect(where((hour) => (hour > 2 && hour < 6 ? 97.94 : 98.8))).toBe('right below')
    expect(where((hour) => (hour > 2 && hour < 6 ? 98.1 : 97.2))).toBe('right above')
  })
})

describe('niceMax', () => {
  it('is a round number at or above the maximum, not far above', () => {
    for (let i = 1; i < 4000; i++) {
      const max = i * 1.7
      const nice = niceMax(max)
      if (nice < max || nice > Math.max(2, max * 1.51)) expect.fail(`${max} → ${nice}`)
    }
    expect([0, 1, 2, 7, 47, 130, 1000].map(niceMax)).toEqual([2, 2, 2, 8, 50, 160, 1000])
  })
})
