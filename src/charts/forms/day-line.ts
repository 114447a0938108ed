import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { DaySeries } from '../../contract/measure'
import { exactText } from '../../lib/format'
import { niceMax, type Look } from '../look'
import { base, clockTime, columnTooltip, hourAxis, levelAxis, levelLine } from '../parts'
import { runningStep, type RunningStep } from '../running-step'
import { words } from '../words'

export interface DayLineData {
  readonly series: DaySeries
  readonly unit: string
  /**
   * Epoch ms of the data, where a step counts what came within it: the running one is then drawn at its pace, dashed. Absent for levels
   * (people who wait), which are whole at every moment.
   */
  readonly until?: number
  /** Dashed limit with its words, where one exists. */
  readonly limit?: { readonly value: number; readonly label: string }
}

/**
 * Now against usual over one day: a line that stops at the present, over the band of the same weekday where one is known.
 */
export function dayLine({ series, unit, limit, until }: DayLineData, look: Look): EChartsOption {
  const { u } = look
  const { startHour, stepMinutes, now: all, high = [] } = series
  const running = until === undefined ? undefined : runningStep(all, startHour, stepMinutes, until)
  const now = running ? all.map((value, i) => (i < running.index ? value : null)) : all
  const hours = now.map((_, i) => startHour + (i * stepMinutes) / 60)
  const endHour = startHour + (now.length * stepMinutes) / 60
  const top = niceMax(Math.max(...high, ...now.map((v) => v ?? 0), running?.pace ?? 0, limit?.value ?? 0))
  const tickEvery = look.width > 620 * u || endHour - startHour <= 10 ? 3 : 6
  return {
    ...base(look),
    grid: { left: 48 * u, right: 14 * u, top: 12 * u, bottom: 30 * u },
    tooltip: columnTooltip(look, (params) => tooltipText(params, series, unit, running)),
    xAxis: hourAxis(look, startHour, endHour, tickEvery),
    yAxis: levelAxis(look, 0, top),
    series: [
      ...band(series, hours, look),
      ...line(now, hours, running, look),
      ...(limit ? [levelLine(look, limit.value, startHour, limit.label)] : []),
    ],
  }
}

/** What is over, and a dashed way on to what the running step comes to; the hollow dot is the present. */
function line(
  now: readonly (number | null)[],
  hours: readonly number[],
  running: RunningStep | undefined,
  { u, colour }: Look,
): LineSeriesOption[] {
  const last = now.findLastIndex((v) => v !== null)
  const pace = running?.pace ?? null
  const dot = {
    symbol: 'circle',
    symbolSize: 9 * u,
    itemStyle: { color: colour.panel, borderColor: colour.brand, borderWidth: 2.6 * u },
  }
  const stroke = { color: colour.brand, width: 2.6 * u }
  const own = { type: 'line' as const, showSymbol: true, symbol: 'none', itemStyle: { color: colour.brand } }
  const ahead =
    running && pace !== null
      ? [
          [hours[last] ?? Number.NaN, now[last] ?? null],
          [hours[running.index] ?? Number.NaN, pace],
        ]
      : []
  return [
    {
      ...own,
      id: 'now',
      data: hours.map((h, i) => ({ value: [h, now[i] ?? null], ...(i === last && pace === null && dot) })),
      lineStyle: stroke,
    },
    {
      ...own,
      id: 'running',
      silent: true,
      data: ahead.map((value, i) => ({ value, ...(i === 1 && dot) })),
      lineStyle: { ...stroke, type: [4 * u, 4 * u] },
    },
  ]
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

function tooltipText(
  params: unknown,
  series: DaySeries,
  unit: string,
  running: RunningStep | undefined,
): string {
  const first: unknown = Array.isArray(params) ? params[0] : undefined
  const i = typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1
  if (i < 0 || i >= series.now.length) return ''
  const value = series.now[i] ?? null
  const hour = series.startHour + (i * series.stepMinutes) / 60
  return [
    clockTime(hour),
    value === null ? words.soon : `${exactText(value)} ${unit}`,
    ...(i === running?.index
      ? [words.running(running.pace === null ? null : exactText(running.pace), unit)]
      : []),
    ...(series.low && series.high
      ? [words.usual(exactText(series.low[i] ?? 0), exactText(series.high[i] ?? 0), unit)]
      : []),
  ].join('\n')
}
