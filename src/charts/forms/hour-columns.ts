import type { BarSeriesOption, CustomSeriesOption, EChartsOption } from 'echarts'
import { exactText } from '../../lib/format'
import { minText, type Look } from '../look'
import { axisLabel, base, baseline, tooltip } from '../parts'
import { runningStep, type RunningStep } from '../running-step'
import { indexOf } from './rank-bars'
import { words } from '../words'

export interface HourColumnsData {
  readonly unit: string
  /** Epoch ms of the data: the hour that is not over is drawn to its pace, dashed. */
  readonly until: number
  /** What the tick stands for: 周三同时段中位. */
  readonly tickLabel: string
  /** null: the hour has not begun; its tick, where there is one, stands alone and says what to expect. */
  readonly rows: readonly { readonly hour: number; readonly value: number | null; readonly usual?: number }[]
}

/** Volume by hour against the same weekday: columns from 0 with a reference tick, the running hour emphasised, values on the axis. */
export function hourColumns({ unit, tickLabel, rows, until }: HourColumnsData, look: Look): EChartsOption {
  const { u, colour, font } = look
  const values = rows.map(({ value }) => value)
  const running = runningStep(values, rows[0]?.hour ?? 0, 60, until)
  const pace = running?.pace ?? null
  const top = Math.max(1, pace ?? 0, ...rows.map((r) => Math.max(r.value ?? 0, r.usual ?? 0))) * 1.08
  const line = { fontSize: minText(look), fontFamily: font, lineHeight: 26 * u }
  return {
    ...base(look),
    grid: { left: 2 * u, right: 2 * u, top: 8 * u, bottom: 58 * u },
    tooltip: {
      ...tooltip(look),
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (params: unknown) => {
        const row = rows[indexOf(params)]
        if (!row) return ''
        const value = row.value === null ? words.ahead : `${exactText(row.value)} ${unit}`
        const usual = row.usual === undefined ? '' : `\n${tickLabel} ${exactText(row.usual)} ${unit}`
        const rest =
          row === rows[running?.index ?? -1]
            ? `\n${words.running(pace === null ? null : exactText(pace), unit)}`
            : ''
        return `${words.hours(row.hour, row.hour + 1)}\n${value}${rest}${usual}`
      },
    },
    xAxis: {
      type: 'category',
      data: rows.map((r) => String(r.hour)),
      axisLine: baseline(look),
      axisTick: { show: false },
      axisLabel: {
        ...axisLabel(look),
        margin: 6 * u,
        interval: 0,
        formatter: (_: string, i: number) => {
          const row = rows[i]
          return row
            ? `{hour|${i === 0 ? words.hour(row.hour) : row.hour}}\n{value|${row.value === null ? '—' : exactText(row.value)}}`
            : ''
        },
        rich: {
          hour: { ...line, color: colour.text3 },
          value: { ...line, color: colour.text1, fontWeight: 700 },
        },
      },
    },
    yAxis: { type: 'value', min: 0, max: top, show: false },
    series: [...bars(values, running, look), usualTicks(rows, look)],
  }
}

function bars(
  values: readonly (number | null)[],
  running: RunningStep | undefined,
  { u, colour }: Look,
): BarSeriesOption[] {
  const pace = running?.pace ?? null
  const bar = { type: 'bar' as const, stack: 'hour', barWidth: '58%' }
  return [
    {
      ...bar,
      id: 'value',
      data: values.map((value, i) => ({
        value,
        itemStyle: { color: i === running?.index ? colour.brand : colour.bar, borderRadius: 2 * u },
      })),
    },
    {
      ...bar,
      id: 'running',
      silent: true,
      data: values.map((value, i) => (i === running?.index && pace !== null ? pace - (value ?? 0) : null)),
      itemStyle: {
        color: 'transparent',
        borderColor: colour.brand,
        borderWidth: 1.6 * u,
        borderType: 'dashed',
      },
    },
  ]
}

function usualTicks(rows: HourColumnsData['rows'], look: Look): CustomSeriesOption {
  const { u, colour } = look
  const half = ((look.width - 4 * u) / Math.max(1, rows.length)) * 0.29 + 5 * u
  return {
    id: 'usual',
    type: 'custom',
    z: 3,
    silent: true,
    tooltip: { show: false },
    data: rows.flatMap((r, i) => (r.usual === undefined ? [] : [[i, r.usual]])),
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const coming = rows[Number(api.value(0))]?.value === null
      return {
        type: 'rect',
        shape: { x: x - half, y: y - 1.5 * u, width: 2 * half, height: 3 * u },
        style: { fill: coming ? colour.off : colour.text1 },
      }
    },
  }
}
