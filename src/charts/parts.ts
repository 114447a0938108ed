import type {
  CustomSeriesOption,
  EChartsOption,
  TooltipComponentOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from 'echarts'
import { minText, type Look } from './look'
import { words } from './words'

/** Everything every chart shares: no entrance or update animation (walls), token font, plain-text tooltips. */
export function base(look: Look): EChartsOption {
  return {
    animation: look.animate,
    textStyle: { fontFamily: look.font, fontSize: minText(look), color: look.colour.text3 },
    aria: { enabled: false },
    tooltip: tooltip(look),
  }
}

/** Rich text is drawn on the canvas: data can never become markup, and a strict style policy holds. */
export function tooltip(look: Look): TooltipComponentOption {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: look.colour.panel,
    borderColor: look.colour.line2,
    padding: [8 * look.u, 12 * look.u],
    textStyle: { fontFamily: look.font, fontSize: minText(look), color: look.colour.text1 },
  }
}

export const axisLabel = (look: Look) => ({
  fontFamily: look.font,
  fontSize: minText(look),
  color: look.colour.text3,
})

export const baseline = (look: Look) => ({
  show: true,
  lineStyle: { color: look.colour.line2, width: look.u },
})

export const gridLine = (look: Look) => ({
  show: true,
  lineStyle: { color: look.colour.line1, width: Math.max(1, look.u) },
})

interface TimeAxis {
  readonly min: number
  readonly max: number
  /** Distance of the ticks; left out where `labels` names the values. */
  readonly interval?: number
  /** What is written at the ticks, and how the outermost of them lean. */
  readonly labels: NonNullable<Extract<XAXisComponentOption, { type?: 'value' }>['axisLabel']>
}

/** A horizontal axis of time on a true scale: a baseline and words, no ticks and no lines through the plot. */
export const timeAxis = (look: Look, { labels, ...scale }: TimeAxis): XAXisComponentOption => ({
  type: 'value',
  ...scale,
  axisLine: baseline(look),
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { ...axisLabel(look), margin: 8 * look.u, ...labels },
})

/** The hours of one day, the first and the last with their unit and leaning inwards. */
/** An hour of the next day by its own name: 26 is 2 o'clock. */
const inDay = (hour: number) => (hour > 24 ? hour - 24 : hour)

export const hourAxis = (look: Look, start: number, end: number, every: number): XAXisComponentOption =>
  timeAxis(look, {
    min: start,
    max: end,
    interval: every,
    labels: {
      showMaxLabel: true,
      showMinLabel: true,
      alignMinLabel: 'left',
      alignMaxLabel: 'right',
      formatter: (hour: number) =>
        hour === start || hour === end ? words.hour(inDay(hour)) : String(inDay(hour)),
    },
  })

/** A vertical axis of values with three lines of the grid: its ends and its middle. */
export const levelAxis = (
  look: Look,
  min: number,
  max: number,
  formatter?: (value: number) => string,
): YAXisComponentOption => ({
  type: 'value',
  min,
  max,
  interval: (max - min) / 2,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: gridLine(look),
  axisLabel: { ...axisLabel(look), margin: 10 * look.u, ...(formatter && { formatter }) },
})

/** `9.25` → 9:15. */
export function clockTime(hour: number): string {
  const minutes = Math.round((hour % 1) * 60)
  return `${Math.floor(inDay(hour))}:${String(minutes).padStart(2, '0')}`
}

/** The tooltip of a whole column of the plot, with a line where the pointer stands. */
export const columnTooltip = (
  look: Look,
  formatter: (params: unknown) => string,
): TooltipComponentOption => ({
  ...tooltip(look),
  trigger: 'axis',
  axisPointer: { type: 'line', lineStyle: { color: look.colour.ref, width: look.u } },
  formatter,
})

/**
 * A dashed reference across the plot at `value` with its words on the line: target, limit or mean.
 * `x` is any value of the horizontal axis; the line spans the whole plot.
 */
export function levelLine(
  look: Look,
  value: number,
  x: number,
  label = '',
  side: 'left' | 'right' = 'right',
  /** Words under the line, where the data runs above it. */
  below = false,
): CustomSeriesOption {
  const { u, colour, font } = look
  return {
    id: 'level',
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    data: [[x, value]],
    renderItem: ({ coordSys }, api) => {
      const [, y = 0] = api.coord([x, value])
      const { x: left, width } = boxOf(coordSys)
      const at = side === 'right' ? left + width : left + 4 * u
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: left, y1: y, x2: left + width, y2: y },
            style: { stroke: colour.ref, lineWidth: 1.4 * u, lineDash: [7 * u, 5 * u] },
          },
          {
            type: 'text',
            style: {
              x: at,
              y: below ? y + 5 * u : y - 4 * u,
              text: label,
              fill: colour.text3,
              font: `${minText(look)}px ${font}`,
              align: side,
              verticalAlign: below ? 'top' : 'bottom',
            },
          },
        ],
      }
    },
  }
}

/** The plot's box of a cartesian chart. The engine types it as an open record. */
function boxOf(coordSys: object): { x: number; width: number } {
  const number = (key: 'x' | 'width') =>
    key in coordSys ? Number((coordSys as Record<string, unknown>)[key]) : 0
  return { x: number('x'), width: number('width') }
}

/** The axis of a list of rows, the first on top, without lines of its own. */
export const rowAxis = (rows: readonly { readonly key: string }[]) => ({
  type: 'category' as const,
  inverse: true,
  data: rows.map(({ key }) => key),
  axisLine: { show: false },
  axisTick: { show: false },
})
