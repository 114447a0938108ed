import type { CustomSeriesOption, EChartsOption } from 'echarts'
import { exactText } from '../../lib/format'
import { type Look } from '../look'
import { axisLabel, base, baseline, tooltip, levelLine } from '../parts'
import { minText } from '../look'
import { indexOf } from './rank-bars'
import { words as said } from '../words'

export interface ColumnsData {
  readonly labels: readonly string[]
  /** null is a missing day: drawn as a hatched gap, never as 0. */
  readonly values: readonly (number | null)[]
  readonly unit: string
  /** Dashed mean of the earlier columns. */
  readonly mean?: number
  /** Index from which columns are emphasised (default: only the last). */
  readonly emphasiseFrom?: number
  /** Columns past a limit, in the alarm hue of an exception that stands in the list. */
  readonly breach?: { readonly from: number; readonly tone: 'p1' | 'p2' }
  /** Dashed vertical limit in front of column `at`. */
  readonly limit?: { readonly at: number; readonly label: string }
  /** Indices whose value is printed on top. */
  readonly print?: readonly number[]
  /** Indices that carry an axis label. */
  readonly ticks?: readonly number[]
  /** What a press on each column opens, as a link says it; null where nothing is known of it. */
  readonly leads?: readonly (string | null)[]
}

/** What is left free beside the columns, in u. */
export const SIDE = 2

/** A column in words: what it is of, and how much that is. */
export const columnText = ({ labels, values, unit }: ColumnsData, i: number) => {
  const value = values[i]
  return `${labels[i] ?? ''}\n${value == null ? said.missing : `${exactText(value)} ${unit}`}`
}

/** Daily volumes and ageing histograms: columns from 0, the present emphasised, gaps left as gaps. */
export function columns(data: ColumnsData, look: Look): EChartsOption {
  const { u } = look
  const present = data.values.filter((v) => v !== null)
  const worded = data.print !== undefined || data.values.includes(null)
  // In a low box the printed values need a larger part of the height.
  const words = Math.min(0.6, (30 * u) / Math.max(1, look.height - 36 * u))
  const top = Math.max(1, ...present, data.mean ?? 0) * (worded ? Math.max(1.28, 1 / (1 - words)) : 1.12)
  const gap = data.mean ?? Math.max(1, ...present) * 0.9
  const n = data.values.length
  const ticks = data.ticks ?? [0, n - 1]
  return {
    ...base(look),
    grid: { left: SIDE * u, right: SIDE * u, top: 6 * u, bottom: 30 * u },
    tooltip: {
      ...tooltip(look),
      trigger: 'item',
      formatter: (params: unknown) => columnText(data, indexOf(params)),
    },
    xAxis: {
      type: 'category',
      data: [...data.labels],
      axisLine: baseline(look),
      axisTick: { show: false },
      axisLabel: {
        ...axisLabel(look),
        margin: 8 * u,
        interval: (i: number) => ticks.includes(i),
        hideOverlap: false,
        // Labels of every column stand under their own column; only far-apart ends lean inwards.
        alignMinLabel: ticks.length === n ? 'center' : 'left',
        alignMaxLabel: ticks.length === n ? 'center' : 'right',
        showMinLabel: ticks.includes(0),
        showMaxLabel: ticks.includes(n - 1),
      },
    },
    yAxis: { type: 'value', min: 0, max: top, show: false },
    series: [
      {
        id: 'values',
        type: 'bar',
        barWidth: '62%',
        data: data.values.map((value, i) =>
          value === null ? gapOf(gap, look) : columnOf(value, i, data, look),
        ),
      },
      ...(data.mean === undefined ? [] : [levelLine(look, data.mean, 0)]),
      ...(data.limit ? [limitLine(data.limit, n, top, look)] : []),
    ],
  }
}

/** A missing value: hatched up to where a usual one would end. */
function gapOf(value: number, look: Look) {
  return {
    value,
    itemStyle: hatch(look),
    label: { show: true, position: 'top' as const, formatter: said.missing, ...axisLabel(look) },
  }
}

function columnOf(value: number, i: number, data: ColumnsData, look: Look) {
  const { u, colour } = look
  const breach = data.breach && i >= data.breach.from ? data.breach : undefined
  const calm = i >= (data.emphasiseFrom ?? data.values.length - 1) ? colour.brand : colour.barMute
  return {
    value,
    itemStyle: { color: breach ? colour[breach.tone] : calm, borderRadius: 1.5 * u },
    label: {
      show: data.print?.includes(i) ?? false,
      position: 'top' as const,
      formatter: exactText(value),
      fontSize: minText(look),
      fontWeight: breach ? 700 : 400,
      color: breach ? colour[`${breach.tone}Text`] : colour.text2,
    },
  }
}

/** A dashed line between two columns with its words beside it; category axes cannot place one between ticks. */
function limitLine(
  limit: { at: number; label: string },
  n: number,
  top: number,
  look: Look,
): CustomSeriesOption {
  const { u, colour, font } = look
  return {
    id: 'limit',
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    data: [[limit.at, 0]],
    renderItem: (_params, api) => {
      const [x = 0, bottom = 0] = api.coord([limit.at, 0])
      const [, y = 0] = api.coord([limit.at, top])
      const at = x - (look.width - 2 * SIDE * u) / n / 2
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: at, y1: y, x2: at, y2: bottom },
            style: { stroke: colour.ref, lineWidth: 1.4 * u, lineDash: [7 * u, 5 * u] },
          },
          {
            type: 'text',
            style: {
              x: at - 8 * u,
              y: y + 2 * u,
              text: limit.label,
              fill: colour.text3,
              font: `${minText(look)}px ${font}`,
              align: 'right',
              verticalAlign: 'top',
            },
          },
        ],
      }
    },
  }
}

function hatch(look: Look) {
  return {
    color: 'transparent',
    borderColor: look.colour.off,
    borderWidth: look.u,
    borderType: 'solid' as const,
    decal: {
      symbol: 'rect',
      color: look.colour.off,
      dashArrayX: [1, 0],
      dashArrayY: [2 * look.u, 5 * look.u],
      rotation: Math.PI / 4,
    },
  }
}
