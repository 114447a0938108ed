import type { CustomSeriesOption, EChartsOption } from 'echarts'
import { minText, type Look } from '../look'
import { axisLabel, base, baseline, tooltip } from '../parts'
import { indexOf } from './rank-bars'
import { words } from '../words'

export interface HourColumnsData {
  readonly unit: string
  /** What the tick stands for: 周三同时段中位. */
  readonly tickLabel: string
  /** null: the hour has not begun; its tick, where there is one, stands alone and says what to expect. */
  readonly rows: readonly { readonly hour: number; readonly value: number | null; readonly usual?: number }[]
}

/** Volume by hour against the same weekday: columns from 0 with a reference tick, the running hour emphasised, values on the axis. */
export function hourColumns({ unit, tickLabel, rows }: HourColumnsData, look: Look): EChartsOption {
  const { u, colour, font } = look
  const top = Math.max(1, ...rows.map((r) => Math.max(r.value ?? 0, r.usual ?? 0))) * 1.08
  const running = rows.findLastIndex((r) => r.value !== null)
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
        const value = row.value === null ? words.ahead : `${row.value} ${unit}`
        const usual = row.usual === undefined ? '' : `\n${tickLabel} ${row.usual} ${unit}`
        return `${words.hours(row.hour, row.hour + 1)}\n${value}${usual}`
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
          return row ? `{hour|${i === 0 ? words.hour(row.hour) : row.hour}}\n{value|${row.value ?? '—'}}` : ''
        },
        rich: {
          hour: { ...line, color: colour.text3 },
          value: { ...line, color: colour.text1, fontWeight: 700 },
        },
      },
    },
    yAxis: { type: 'value', min: 0, max: top, show: false },
    series: [
      {
        id: 'value',
        type: 'bar',
        barWidth: '58%',
        data: rows.map((r, i) => ({
          value: r.value,
          itemStyle: { color: i === running ? colour.brand : colour.bar, borderRadius: 2 * u },
        })),
      },
      usualTicks(rows, look),
    ],
  }
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
