import type { EChartsOption } from 'echarts'
import { type Look } from '../look'
import { axisLabel, base, clockTime, columnTooltip, levelAxis, levelLine, timeAxis } from '../parts'
import { indexOf } from './rank-bars'
import { words } from '../words'

export interface RateLineData {
  /** In order of time; `hour` counts hours from the first midnight of the series, so that ticks stand on round hours. */
  readonly points: readonly { readonly hour: number; readonly value: number | null }[]
  readonly unit: string
  readonly target?: { readonly value: number; readonly label: string }
}

/** Half a point is the smallest step a rate is read in. */
const STEP = 0.5

/** The truncated scale of a rate: half points that hold every value and the target. */
export function rateScale(data: RateLineData): { min: number; max: number } {
  const values = data.points.flatMap(({ value }) => (value === null ? [] : [value]))
  const all = [...values, ...(data.target ? [data.target.value] : [])]
  if (all.length === 0) return { min: 0, max: 100 }
  const min = Math.max(0, Math.floor((Math.min(...all) - 0.1) / STEP) * STEP)
  const max = Math.min(100, Math.ceil((Math.max(...all) + 0.1) / STEP) * STEP)
  return { min, max: Math.max(max, min + 2 * STEP) }
}

/** `26` → 2: the hour of the day. */
const clock = (hour: number) => ((Math.floor(hour) % 24) + 24) % 24

/** A saturated rate over a day: a line on a truncated scale, never an area, against its dashed target. */
export function rateLine(data: RateLineData, look: Look): EChartsOption {
  const { u, colour } = look
  const { points, target } = data
  const first = points[0]?.hour ?? 0
  const end = points.at(-1)?.hour ?? 24
  const every = look.width > 700 * u ? 3 : 6
  const ticks = Array.from({ length: 49 }, (_, h) => h).filter(
    (h) => h % every === 0 && h > first + 0.6 && h < end - every * 0.4,
  )
  const last = points.findLastIndex(({ value }) => value !== null)
  // The words of the target stand at its left end, on the side where the first third of the day leaves room; at its right end, by the last
  // third, where the first one crosses it.
  const goal = target?.value ?? 0
  const met = points.map(({ value }) => value === null || value >= goal)
  const early = met.slice(0, met.length / 3)
  const crossed = early.includes(!early[0])
  const above = !(crossed ? met.slice(-met.length / 3) : early).includes(false)
  const { min: low, max } = rateScale(data)
  // In a low box half a point is less than a line of type: the target's words need the room of a whole one.
  const cramped = above && target && (goal - low) * (look.height - 44 * u) < 27 * u * (max - low)
  const min = cramped ? Math.max(0, low - STEP) : low
  return {
    ...base(look),
    grid: { left: 58 * u, right: 76 * u, top: 14 * u, bottom: 30 * u },
    tooltip: columnTooltip(look, (params) => {
      const at = points[indexOf(params)]
      if (!at) return ''
      const value = at.value === null ? words.missing : `${at.value} ${data.unit}`
      return `${clockTime(clock(at.hour) + (at.hour % 1))}\n${value}`
    }),
    xAxis: timeAxis(look, {
      min: first,
      max: end,
      labels: {
        customValues: ticks,
        formatter: (h: number) => (h === ticks[0] ? words.hour(clock(h)) : String(clock(h))),
      },
    }),
    yAxis: levelAxis(look, min, max, (v) => String(Math.round(v * 100) / 100)),
    series: [
      {
        id: 'rate',
        type: 'line',
        connectNulls: false,
        data: points.map(({ hour, value }, i) => ({
          value: [hour, value],
          symbol: i === last ? 'circle' : 'none',
          symbolSize: 9 * u,
          itemStyle: { color: colour.panel, borderColor: colour.brand, borderWidth: 2.6 * u },
          label: {
            show: i === last,
            position: 'right' as const,
            formatter: value === null ? '' : value.toFixed(2),
            ...axisLabel(look),
            color: colour.text1,
            fontWeight: 700,
          },
        })),
        showSymbol: true,
        symbol: 'none',
        lineStyle: { color: colour.brand, width: 2.6 * u },
        itemStyle: { color: colour.brand },
      },
      ...(target
        ? [levelLine(look, goal, ticks[0] ?? 0, target.label, crossed ? 'right' : 'left', above)]
        : []),
    ],
  }
}
