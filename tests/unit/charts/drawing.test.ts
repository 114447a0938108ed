import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { describe, expect, it } from 'vitest'
import '../../../src/charts/engine'
import { registerTooltip } from '../../../src/charts/tooltip'
import { rankBars } from '../../../src/charts/forms/rank-bars'
import { FORMS, look } from './table'
import type { Look } from '../../../src/charts/look'
import type { EChartsOption } from 'echarts'

// The engine's own registration plus one renderer that needs no screen: a form that uses what is not registered fails here.
echarts.use([SVGRenderer])
registerTooltip()

function draw(build: (look: Look) => EChartsOption, at: Look): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: at.width, height: at.height })
  chart.setOption(build(at))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

interface Drawn {
  readonly text: string
  readonly size: number
}

const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const textsOf = (svg: string): Drawn[] =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => ({
    text: decode(text),
    size: Number(/font(?:-size)?[:=]"?[^;"]*?([\d.]+)px/.exec(attributes)?.[1] ?? Number.NaN),
  }))

describe.each([
  { width: 456, height: 320, u: 1 },
  { width: 1824, height: 900, u: 2 },
])('at $width × $height', ({ width, height, u }) => {
  const at = look(width, height, u)

  it.each(FORMS)('$name shows its rows, values and references', ({ build, texts }) => {
    const drawn = textsOf(draw(build, at)).map(({ text }) => text)
    for (const text of texts) expect(drawn).toContain(text)
  })

  it.each(FORMS)('$name draws no type below 20 units, but for the digit inside a mark', ({ build }) => {
    const drawn = textsOf(draw(build, at))
    expect(drawn.filter(({ size }) => Number.isNaN(size))).toEqual([])
    expect(drawn.filter(({ text, size }) => size < 20 * u && !/^\d{1,2}$/.test(text))).toEqual([])
    expect(drawn.filter(({ size }) => size < 17 * u)).toEqual([])
  })

  it.each(FORMS)('$name draws marks, not only words, and never markup from data', ({ build }) => {
    const svg = draw(build, at)
    expect(svg.match(/<path /g)?.length ?? 0).toBeGreaterThan(2)
    expect(svg).not.toMatch(/<img|<script|NaN|undefined/)
  })
})

it('a ranking drops its last rows in a low box instead of shrinking its type', () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ key: `k${i}`, name: `第${i}类`, value: 100 - i }))
  const build = (at: Look) => rankBars({ rows, unit: '件' }, at)
  const names = (height: number) =>
    textsOf(draw(build, look(400, height))).filter(({ text }) => text.startsWith('第')).length
  expect(names(400)).toBe(12)
  expect(names(120)).toBeLessThan(7)
  expect(names(120)).toBeGreaterThan(2)
})
