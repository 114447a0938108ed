import type { EChartsOption, TooltipComponentOption } from 'echarts'
import { minText, type Look } from './look'

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

/** A round number at or just above `max` whose half is round as well: 0, mid and max label the axis. */
export function niceMax(max: number): number {
  if (max <= 0) return 2
  const power = 10 ** Math.floor(Math.log10(max))
  const step = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((s) => s * power >= max) ?? 10
  const nice = step * power
  return nice < 2 ? 2 : nice
}

/** Tallest row in u: few rows stand at the top with usual spacing instead of floating far apart. */
const ROW_MAX = 48

/** Space in px to leave under `rows` rows in a box of `height` px whose axis takes `axis` px. */
export function belowRows(look: Look, rows: number, axis: number): number {
  return Math.max(axis, look.height - rows * ROW_MAX * look.u)
}
