import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn, EChartsOption } from 'echarts'
import { RANK, type Severity } from '../../contract/severity'
import { minText, type Look } from '../look'
import { axisLabel, base, gridLine, rowAxis, tooltip } from '../parts'
import { plotRows, type Openable } from '../rows'
import { indexOf } from './rank-bars'
import { words } from '../words'

export interface DotRow extends Openable {
  readonly name: string
  /** null is a missing reading: no dot, — in the value column. */
  readonly value: number | null
  readonly print: string
  /** Own usual range (P10–P90). */
  readonly range?: readonly [number, number]
  /** Target tick for rates. */
  readonly target?: number
  /** A breach that stands in the exception list, with its number. */
  readonly breach?: { readonly severity: Severity; readonly no: number }
  /** Far from its own usual: white ring, not an alarm. */
  readonly outlier?: boolean
}

export interface DotRowsData {
  readonly rows: readonly DotRow[]
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
  readonly names?: number
  readonly values?: number
}

export const plotOf = ({ rows, ticks }: DotRowsData, look: Look) =>
  plotRows(look, rows, (ticks.length > 0 ? 30 : 2) * look.u)

/** Rates against a target and towns against their own range: a dot on a track. Rates sit on a truncated scale, so dots, never bars. */
export function dotRows(data: DotRowsData, look: Look): EChartsOption {
  const { u, colour } = look
  const { min, max, names = 64, values = 76 } = data
  const strong = { fontWeight: 700 as const, fontSize: minText(look), fontFamily: look.font }
  const { rows, bottom } = plotOf(data, look)
  const categories = rowAxis(rows)
  return {
    ...base(look),
    grid: {
      left: (names + 8) * u,
      right: values * u,
      top: 2 * u,
      bottom,
    },
    tooltip: {
      ...tooltip(look),
      trigger: 'item',
      formatter: (params: unknown) => rowText(rows[indexOf(params)], data.unit),
    },
    xAxis: scaleAxis(data, look),
    yAxis: [
      {
        ...categories,
        axisLabel: {
          ...axisLabel(look),
          interval: 0,
          margin: (names + 8) * u,
          width: names * u,
          overflow: 'truncate',
          align: 'left',
          color: colour.text2,
          formatter: (_: string, i: number) =>
            rows[i]?.breach || rows[i]?.outlier ? `{on|${rows[i]?.name}}` : (rows[i]?.name ?? ''),
          rich: {
            on: { color: colour.text1, fontWeight: 700, fontSize: minText(look), fontFamily: look.font },
          },
        },
      },
      {
        ...categories,
        position: 'right',
        axisLabel: {
          ...axisLabel(look),
          interval: 0,
          margin: values * u,
          align: 'right',
          color: colour.text1,
          fontWeight: 700,
          formatter: (_: string, i: number) => valueText(rows[i]),
          rich: {
            p1: { color: colour.p1Text, ...strong },
            p2: { color: colour.p2Text, ...strong },
            p3: { color: colour.p3Text, ...strong },
          },
        },
      },
    ],
    series: [
      {
        id: 'rows',
        type: 'custom',
        data: rows.map((r, i) => ({ name: r.key, value: [r.value ?? min, i] })),
        renderItem: (_params, api) => renderRow(rows, look, min, max, api),
      },
    ],
  }
}

/** The scale below the rows, with a line up at each of its ticks. */
function scaleAxis({ min, max, ticks }: DotRowsData, look: Look) {
  return {
    type: 'value' as const,
    min,
    max,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: ticks.length > 0 ? gridLine(look) : { show: false },
    interval: ticks.length > 1 ? (ticks[1] ?? 1) - (ticks[0] ?? 0) : max - min,
    axisLabel: { ...axisLabel(look), show: ticks.length > 0, margin: 8 * look.u },
  }
}

function renderRow(
  rows: readonly DotRow[],
  look: Look,
  min: number,
  max: number,
  api: CustomSeriesRenderItemAPI,
): CustomSeriesRenderItemReturn {
  const { u, colour } = look
  const i = Number(api.value(1))
  const row = rows[i]
  const at = (v: number): [number, number] => {
    const [x = 0, y = 0] = api.coord([Math.min(Math.max(v, min), max), i])
    return [x, y]
  }
  const [left, y] = at(min)
  const [right] = at(max)
  // All of the row can be pointed at, however high it is.
  const [, tall = 20 * u] = [api.size?.([0, 1])].flat()
  const hit = {
    type: 'rect' as const,
    shape: { x: left, y: y - tall / 2, width: right - left, height: tall },
    style: { fill: 'transparent' },
  }
  const track = {
    type: 'rect' as const,
    shape: { x: left, y: y - 0.5 * u, width: right - left, height: u },
    style: { fill: colour.line1 },
  }
  if (!row) return { type: 'group', children: [track] }
  const parts = [hit, track, ...rangePart(row, look, at), ...targetPart(row, look, at)]
  if (row.value === null) return { type: 'group', children: parts }
  return { type: 'group', children: [...parts, ...dotPart(row, row.value, look, at)] }
}

type At = (v: number) => [number, number]

function rangePart(row: DotRow, { u, colour }: Look, at: At) {
  if (!row.range) return []
  const [x0, y] = at(row.range[0])
  const [x1] = at(row.range[1])
  return [
    {
      type: 'rect' as const,
      shape: { x: x0, y: y - 6 * u, width: Math.max(x1 - x0, 3 * u), height: 12 * u, r: 2 * u },
      style: { fill: colour.band },
    },
  ]
}

function targetPart(row: DotRow, { u, colour }: Look, at: At) {
  if (row.target === undefined) return []
  const [x, y] = at(row.target)
  const tick = {
    type: 'rect' as const,
    shape: { x: x - 1.5 * u, y: y - 8 * u, width: 3 * u, height: 16 * u },
    style: { fill: colour.ref },
  }
  if (row.value === null) return [tick]
  const [v] = at(row.value)
  const link = {
    type: 'rect' as const,
    shape: { x: Math.min(x, v), y: y - 2 * u, width: Math.abs(v - x), height: 4 * u },
    style: { fill: row.breach ? colour[`p${RANK[row.breach.severity]}`] : colour.brandDim },
  }
  return [link, tick]
}

function dotPart(row: DotRow, value: number, look: Look, at: At) {
  const { u, colour } = look
  const [x, y] = at(value)
  if (row.breach) return breachMark(row.breach, x, y, look)
  if (row.outlier) {
    return [
      {
        type: 'circle' as const,
        shape: { cx: x, cy: y, r: 6.5 * u },
        style: { fill: colour.panel, stroke: colour.text1, lineWidth: 3 * u },
      },
    ]
  }
  return [{ type: 'circle' as const, shape: { cx: x, cy: y, r: 6 * u }, style: { fill: colour.brand } }]
}

/** The exception's mark: shape and hue say the level, the digit is its number in the list. */
function breachMark(
  { severity, no }: NonNullable<DotRow['breach']>,
  x: number,
  y: number,
  { u, colour, font }: Look,
) {
  const a = 12.5 * u
  const fill = colour[`p${RANK[severity]}`]
  const diamond: [number, number][] = [
    [x, y - a],
    [x + a, y],
    [x, y + a],
    [x - a, y],
  ]
  const shapes = {
    critical: {
      type: 'rect' as const,
      shape: { x: x - 11 * u, y: y - 11 * u, width: 22 * u, height: 22 * u, r: 2 * u },
      style: { fill },
    },
    major: { type: 'polygon' as const, shape: { points: diamond }, style: { fill } },
    minor: {
      type: 'circle' as const,
      shape: { cx: x, cy: y, r: 11 * u },
      style: { fill: colour.panel, stroke: fill, lineWidth: 2.4 * u },
    },
  }
  const ink = { critical: colour.p1Ink, major: colour.p2Ink, minor: colour.p3Text }[severity]
  return [
    shapes[severity],
    {
      type: 'text' as const,
      silent: true,
      style: {
        x,
        y: y + u,
        text: String(no),
        fill: ink,
        font: `700 ${17 * u}px ${font}`,
        align: 'center' as const,
        verticalAlign: 'middle' as const,
      },
    },
  ]
}

/** The value as printed, in the hue of the exception it raised. */
function valueText(row: DotRow | undefined): string {
  if (!row) return ''
  return row.breach ? `{p${RANK[row.breach.severity]}|${row.print}}` : row.print
}

/** A range is what was usual, not what was measured: a tenth is exact enough. */
const tenth = (value: number) => String(Math.round(value * 10) / 10)

export function rowText(row: DotRow | undefined, unit: string): string {
  if (!row) return ''
  return [
    row.name,
    row.value === null ? words.none : /\d$/.test(row.print) ? `${row.print} ${unit}` : row.print,
    ...(row.range ? [words.ownUsual(tenth(row.range[0]), tenth(row.range[1]), unit)] : []),
    ...(row.target === undefined ? [] : [words.target(row.target, unit)]),
  ].join('\n')
}
