import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { DaySeries } from '../../contract/measure'
import { niceMax, type Look } from '../look'
import { base, clockTime, columnTooltip, hourAxis, levelAxis, levelLine } from '../parts'
import { words } from '../words'

export interface DayLineData {
  readonly series: DaySeries
  readonly unit: string
  /** Dashed limit with its words, where one exists. */
  readonly limit?: { readonly value: number; readonly label: string }
}

/**
 * Now against usual over one day: a line that stops at the present, over the band of the same weekday where one is known.
 */
export function dayLine({ series, unit, limit }: DayLineData, look: Look): EChartsOption {
  const { u, colour } = look
  const { startHour, stepMinutes, now, high = [] } = series
  const hours = now.map((_, i) => startHour + (i * stepMinutes) / 60)
  const endHour = startHour + (now.length * stepMinutes) / 60
  const top = niceMax(Math.max(...high, ...now.map((v) => v ?? 0), limit?.value ?? 0))
  const last = now.findLastIndex((v) => v !== null)
  const tickEvery = look.width > 620 * u || endHour - startHour <= 10 ? 3 : 6
  const x = hours.map((h) => [h] as const)
  return {
    ...base(look),
    grid: { left: 48 * u, right: 14 * u, top: 12 * u, bottom: 30 * u },
    tooltip: columnTooltip(look, (params) => tooltipText(params, series, unit)),
    xAxis: hourAxis(look, startHour, endHour, tickEvery),
    yAxis: levelAxis(look, 0, top),
    series: [
      ...band(series, hours, look),
      {
        id: 'now',
        type: 'line',
        data: x.map(([h], i) => ({
          value: [h, now[i] ?? null],
          symbol: i === last ? 'circle' : 'none',
          symbolSize: 9 * u,
          itemStyle: { color: colour.panel, borderColor: colour.brand, borderWidth: 2.6 * u },
        })),
        showSymbol: true,
        symbol: 'none',
        lineStyle: { color: colour.brand, width: 2.6 * u },
        itemStyle: { color: colour.brand },
      },
      ...(limit ? [levelLine(look, limit.value, startHour, limit.label)] : []),
    ],
  }
}

/** The usual range: an invisible line at its lower end and an area stacked on it. */
function band({ low, high }: DaySeries, hours: readonly number[], { colour }: Look): LineSeriesOption[] {
  if (!low || !high) return []
  const line = {
    type: 'line' as const,
    stack: 'band',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
  }
  return [
    { ...line, id: 'low', data: hours.map((h, i) => [h, low[i] ?? null]) },
    {
      ...line,
      id: 'high',
      data: hours.map((h, i) => [h, (high[i] ?? 0) - (low[i] ?? 0)]),
      areaStyle: { color: colour.band, opacity: 1 },
    },
  ]
}

function tooltipText(params: unknown, series: DaySeries, unit: string): string {
  const first: unknown = Array.isArray(params) ? params[0] : undefined
  const i = typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1
  if (i < 0 || i >= series.now.length) return ''
  const value = series.now[i] ?? null
  const hour = series.startHour + (i * series.stepMinutes) / 60
  return [
    clockTime(hour),
    value === null ? words.soon : `${value} ${unit}`,
    ...(series.low && series.high ? [words.usual(series.low[i] ?? 0, series.high[i] ?? 0, unit)] : []),
  ].join('\n')
}
