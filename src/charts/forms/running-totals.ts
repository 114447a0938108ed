import type { CustomSeriesOption, EChartsOption } from 'echarts'
import { exactText } from '../../lib/format'
import { minText, niceMax, type Look } from '../look'
import { base, clockTime, columnTooltip, hourAxis, levelAxis } from '../parts'
import { indexOf } from './rank-bars'

export interface RunningTotalsData {
  readonly startHour: number
  readonly endHour: number
  readonly stepMinutes: number
  readonly unit: string
  /** At most two: the first is what came in, the second what of it was done. They stop at the present. */
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[]
}

/** Running totals of one day: what came in and what was done; the gap between the lines is what is still open. */
export function runningTotals(data: RunningTotalsData, look: Look): EChartsOption {
  const { u, colour } = look
  const { startHour, endHour, stepMinutes, unit, lines } = data
  const hour = (i: number) => startHour + (i * stepMinutes) / 60
  const top = niceMax(Math.max(1, ...lines.flatMap((l) => l.values)))
  return {
    ...base(look),
    grid: { left: 62 * u, right: 14 * u, top: 12 * u, bottom: 30 * u },
    tooltip: columnTooltip(look, (params) => {
      const i = indexOf(params)
      const texts = lines.map((l) => `${l.name} ${printed(l.values[i])} ${unit}`)
      return [clockTime(hour(i)), ...texts].join('\n')
    }),
    xAxis: hourAxis(look, startHour, endHour, 3),
    yAxis: levelAxis(look, 0, top),
    series: [
      ...lines.map((line, k) => ({
        id: line.name,
        type: 'line' as const,
        data: line.values.map((value, i) => [hour(i), value]),
        symbol: 'none',
        lineStyle: {
          color: k === 0 ? colour.brand : colour.cat2,
          width: 2.6 * u,
          type: k === 0 ? ('solid' as const) : [6 * u, 4 * u],
        },
      })),
      endLabels(data, hour, look),
    ],
  }
}

const printed = (value: number | null | undefined) => (value == null ? '—' : exactText(value))

/** What each line is, beside its end: the total of now stands above the chart, and the last step is some minutes older. */
function endLabels(
  { lines, startHour, endHour }: RunningTotalsData,
  hour: (i: number) => number,
  look: Look,
): CustomSeriesOption {
  const { u, colour, font } = look
  const ends = lines.flatMap(({ name, values }, k) => {
    const value = values.at(-1)
    return value === undefined ? [] : [{ k, name, value, at: hour(values.length - 1) }]
  })
  return {
    id: 'ends',
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    data: ends.length === 0 ? [] : [[ends[0]?.at ?? startHour, 0]],
    renderItem: (_params, api) => {
      const late = (ends[0]?.at ?? startHour) > startHour + (endHour - startHour) * 0.55
      const spots = ends.map((end) => ({ ...end, point: api.coord([end.at, end.value]) }))
      const [first, second] = spots
      const apart =
        first && second ? Math.max(0, 26 * u - ((second.point[1] ?? 0) - (first.point[1] ?? 0))) : 0
      return {
        type: 'group',
        children: spots.map(({ k, name, point: [x = 0, y = 0] }) => ({
          type: 'text' as const,
          style: {
            x: late ? x - 10 * u : x + 10 * u,
            y: Math.max(
              14 * u,
              k === 0 ? y - apart / 2 - (late ? 12 * u : 0) : y + apart / 2 + (late ? 12 * u : 0),
            ),
            text: name,
            fill: k === 0 ? colour.text1 : colour.cat2,
            font: `${k === 0 ? 700 : 400} ${minText(look)}px ${font}`,
            align: late ? ('right' as const) : ('left' as const),
            verticalAlign: 'middle' as const,
          },
        })),
      }
    },
  }
}
