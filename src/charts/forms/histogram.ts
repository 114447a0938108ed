import type { CustomSeriesOption, EChartsOption } from 'echarts'
import { exactText } from '../../lib/format'
import { minText, niceMax, type Look } from '../look'
import { base, levelAxis, timeAxis, tooltip } from '../parts'
import { indexOf } from './rank-bars'
import { words } from '../words'

export interface HistogramData {
  /** Classes in order; the last may be open (`to` null). */
  readonly classes: readonly { readonly from: number; readonly to: number | null; readonly count: number }[]
  readonly unit: string
  readonly countUnit: string
  /** Dashed limits, ascending; classes beyond the last one stand out. */
  readonly limits: readonly { readonly at: number; readonly label: string }[]
  /** A measured point of the distribution, e.g. its P90. */
  readonly point?: { readonly at: number; readonly label: string }
  /** Alarm hue of what is beyond the last limit, when an exception about it stands in the list. */
  readonly tone?: 'p1' | 'p2' | undefined
}

const AXIS = 30
const WORDS = 27

/** How long things took: classes on a true scale, the limits dashed, the words above the plot where no bar can reach them. */
export function histogram(data: HistogramData, look: Look): EChartsOption {
  const { u, colour } = look
  const { classes, limits, unit } = data
  const width = (classes[0]?.to ?? 1) - (classes[0]?.from ?? 0)
  const end = (classes.at(-1)?.from ?? 0) + width
  const top = niceMax(Math.max(1, ...classes.map((c) => c.count)))
  const every = limits[0]?.at ?? width * 3
  const last = limits.at(-1)?.at ?? Infinity
  const tone = (from: number) => {
    if (from >= last) return data.tone ? colour[data.tone] : colour.brand
    return from >= every ? colour.bar : colour.barMute
  }
  return {
    ...base(look),
    grid: { left: 54 * u, right: 16 * u, top: (data.point ? 2 : 1) * WORDS * u + 6 * u, bottom: AXIS * u },
    tooltip: {
      ...tooltip(look),
      trigger: 'item',
      formatter: (params: unknown) => {
        const row = classes[indexOf(params)]
        if (!row) return ''
        return `${row.to === null ? words.from(row.from, unit) : `${row.from}–${row.to} ${unit}`}\n${exactText(row.count)} ${data.countUnit}`
      },
    },
    xAxis: timeAxis(look, {
      min: 0,
      max: end,
      interval: every,
      labels: {
        showMaxLabel: false,
        formatter: (v: number) => (v === 0 ? `0 ${unit}` : String(v)),
        alignMinLabel: 'left',
      },
    }),
    yAxis: levelAxis(look, 0, top),
    series: [
      {
        id: 'classes',
        type: 'custom',
        data: classes.map((c) => [c.from, c.to ?? end, c.count]),
        renderItem: (_params, api) => {
          const [left = 0, y = 0] = api.coord([api.value(0), api.value(2)])
          const [right = 0, bottom = 0] = api.coord([api.value(1), 0])
          return {
            type: 'rect',
            shape: {
              x: left + u,
              y,
              width: Math.max(1, right - left - 2 * u),
              height: bottom - y,
              r: 1.5 * u,
            },
            style: { fill: tone(Number(api.value(0))) },
          }
        },
      },
      ...limits.map((limit, i) => upright(`limit${i}`, limit, { row: 0, dashed: true, end }, look)),
      ...(data.point ? [upright('point', data.point, { row: 1, dashed: false, end }, look)] : []),
    ],
  }
}

interface Upright {
  /** Row of words above the plot, counted from the top. */
  readonly row: number
  readonly dashed: boolean
  readonly end: number
}

/** A vertical line through the plot with its words above it. */
function upright(
  id: string,
  { at, label }: { readonly at: number; readonly label: string },
  { row, dashed, end }: Upright,
  look: Look,
): CustomSeriesOption {
  const { u, colour, font } = look
  return {
    id,
    type: 'custom',
    silent: true,
    z: 3,
    tooltip: { show: false },
    data: [[Math.min(at, end), 0]],
    renderItem: (_params, api) => {
      const [x = 0, bottom = 0] = api.coord([Math.min(at, end), 0])
      const [left = 0] = api.coord([0, 0])
      const half = label.length * 8 * u
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, y1: (row + 1) * WORDS * u - 2 * u, x2: x, y2: bottom },
            style: {
              stroke: dashed ? colour.ref : colour.text1,
              lineWidth: (dashed ? 1.4 : 2.2) * u,
              ...(dashed && { lineDash: [7 * u, 5 * u] }),
            },
          },
          {
            type: 'text',
            style: {
              x: Math.max(left - 40 * u + half, Math.min(x, look.width - half)),
              y: row * WORDS * u,
              text: label,
              fill: dashed ? colour.text3 : colour.text1,
              font: `${dashed ? 400 : 700} ${minText(look)}px ${font}`,
              align: 'center',
              verticalAlign: 'top',
            },
          },
        ],
      }
    },
  }
}
