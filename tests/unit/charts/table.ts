import type { EChartsOption } from 'echarts'
import { columns } from '../../../src/charts/forms/columns'
import { dayLine } from '../../../src/charts/forms/day-line'
import { dotRows } from '../../../src/charts/forms/dot-rows'
import { histogram } from '../../../src/charts/forms/histogram'
import { hourColumns } from '../../../src/charts/forms/hour-columns'
import { rankBars } from '../../../src/charts/forms/rank-bars'
import { rateLine } from '../../../src/charts/forms/rate-line'
import { runningTotals } from '../../../src/charts/forms/running-totals'
import type { Look } from '../../../src/charts/look'

const TONES =
  'text1 text2 text3 brand brandDim panel line1 line2 ref band bar barMute off p1 p2 p3 p1Text p2Text p1Ink p2Ink cat2 cat3'.split(
    ' ',
  )

/** Every tone has a colour of its own, so that a wrong one shows. */
export const colour = Object.fromEntries(
  TONES.map((tone, i) => [tone, `#${(0x10_20_30 + i * 0x07_05_03).toString(16)}`]),
) as Look['colour']

export const look = (width: number, height: number, u = 1): Look => ({
  u,
  width,
  height,
  font: 'sans-serif',
  animate: false,
  colour,
})

export const HOSTILE = '<img src=x onerror=alert(1)>'

interface Form {
  readonly name: string
  readonly build: (look: Look) => EChartsOption
  /** What must stand in the picture. */
  readonly texts: readonly string[]
}

const form = <Data>(
  name: string,
  build: (data: Data, look: Look) => EChartsOption,
  data: Data,
  texts: readonly string[],
): Form => ({ name, build: (at) => build(data, at), texts })

const hours = (value: number) => Array.from({ length: 24 }, () => value)

/** Every chart form with a case that has missing values, references and marks, and hostile names where there are names. */
export const FORMS: readonly Form[] = [
  form(
    'columns',
    columns,
    {
      labels: ['11-15', '11-16', '11-17', '11-18'],
      values: [40, null, 60, 90],
      unit: '万条',
      mean: 50,
      breach: { from: 3, tone: 'p2' as const },
      limit: { at: 2, label: '时限 10 天' },
      print: [2, 3],
    },
    ['11-15', '11-18', '缺', '60', '90', '时限 10 天'],
  ),
  form(
    'day-line',
    dayLine,
    {
      series: {
        startHour: 0,
        stepMinutes: 60,
        now: hours(0).map((_, h) => (h < 11 ? 20 + h : null)),
        low: hours(10),
        high: hours(40),
      },
      unit: '件',
      until: Date.parse('2026-11-18T10:42:00+08:00'),
      limit: { value: 45, label: '上限 45' },
    },
    ['0 时', '24 时', '12', '上限 45'],
  ),
  form(
    'dot-rows',
    dotRows,
    {
      rows: [
        { key: 'a', name: '景泰街', value: 99.1, print: '99.1', target: 98 },
        {
          key: 'b',
          name: HOSTILE,
          value: 91,
          print: '91.0',
          target: 98,
          breach: { severity: 'major', no: 7 },
        },
        { key: 'c', name: '人和镇', value: null, print: '—', range: [92, 97] as const, outlier: true },
        { key: 'd', name: '江高镇', value: 95, print: '95.0', range: [92, 97] as const, outlier: true },
      ],
      unit: '%',
      min: 90,
      max: 100,
      ticks: [90, 95, 100],
    },
    ['景泰街', '人和镇', '江高镇', '99.1', '91.0', '—', '90', '95', '100', '7'],
  ),
  form(
    'histogram',
    histogram,
    {
      classes: [0, 5, 10, 15, 20].map((from) => ({
        from,
        to: from === 20 ? null : from + 5,
        count: 40 - from,
      })),
      unit: '分',
      countUnit: '人',
      limits: [{ at: 15, label: '目标 15 分' }],
      point: { at: 18, label: 'P90 18 分' },
      tone: 'p2' as const,
    },
    ['0 分', '15', '目标 15 分', 'P90 18 分'],
  ),
  form(
    'hour-columns',
    hourColumns,
    {
      unit: '号',
      tickLabel: '周三同时段中位',
      until: Date.parse('2026-11-18T10:42:00+08:00'),
      rows: [9, 10, 11, 12].map((hour) => ({ hour, value: hour < 11 ? hour * 7 : null, usual: 60 })),
    },
    ['9 时', '10', '63', '70', '—'],
  ),
  form(
    'rank-bars',
    rankBars,
    {
      rows: [
        { key: 'a', name: '城市管理', value: 312, tick: 280 },
        { key: 'b', name: HOSTILE, value: 120, tick: 130, outlier: true },
        { key: 'c', name: '其他', value: 0, muted: true, print: '无' },
      ],
      unit: '件',
      tickLabel: '上周三',
    },
    ['城市管理', '其他', '312', '120 ○', '无'],
  ),
  form(
    'rate-line',
    rateLine,
    {
      points: hours(0).map((_, hour) => ({ hour, value: hour === 5 || hour > 10 ? null : 98 + hour / 20 })),
      unit: '%',
      target: { value: 98, label: '目标 98' },
    },
    ['98.50', '目标 98', '12'],
  ),
  form(
    'running-totals',
    runningTotals,
    {
      startHour: 9,
      endHour: 17,
      stepMinutes: 30,
      unit: '号',
      lines: [
        { name: '取号', values: [40, 90, 150] },
        { name: '办结', values: [10, 60, 120] },
      ],
    },
    ['9 时', '17 时', '取号', '办结'],
  ),
]
