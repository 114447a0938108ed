import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { expect, it } from 'vitest'
import '../../../src/charts/engine'
import { columns } from '../../../src/charts/forms/columns'
import { dotRows } from '../../../src/charts/forms/dot-rows'
import { rankBars } from '../../../src/charts/forms/rank-bars'
import { rowAt, rowsOf } from '../../../src/charts/placed-rows'
import { look } from './table'

echarts.use([SVGRenderer])

const rows = Array.from({ length: 9 }, (_, i) => ({
  key: `k${i}`,
  name: `第${i}行`,
  value: 90 - i,
  print: `${90 - i}`,
  lead: i === 2 ? null : `rows:${i}`,
}))
const ranks = { rows, unit: '件', tickLabel: '上周三' }
const dots = { rows, unit: '路', min: 0, max: 100, ticks: [0, 50, 100] }

/** The middle of every row's name as the engine draws it, px from above. */
function namesIn(option: echarts.EChartsCoreOption, { width, height }: { width: number; height: number }) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ ...option, tooltip: undefined })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return [...svg.matchAll(/<text[^>]*transform="translate\(\S+ (\S+)\)"[^>]*>(第\d行)/g)].map(
    ([, y, name]) => [name ?? '', Number(y)] as const,
  )
}

it.each([
  ['ranks', 300, 1],
  ['ranks', 130, 1],
  ['ranks', 700, 1.5],
  ['dots', 300, 1],
  ['dots', 130, 1],
  ['dots', 900, 2],
] as const)(
  '%s at %i px: every row that is drawn is reached where it is drawn, and no other',
  (form, height, u) => {
    const at = look(456, height, u)
    const placed = form === 'ranks' ? rowsOf.rankBars(ranks, at) : rowsOf.dotRows(dots, at)
    const drawn = namesIn(form === 'ranks' ? rankBars(ranks, at) : dotRows(dots, at), at)
    expect(drawn.length).toBeGreaterThan(3)
    expect(drawn.map(([name, y]) => [name, rowAt(placed, 20, y)?.said.split(' ')[0]])).toEqual(
      drawn.map(([name]) => [name, name]),
    )
    expect(placed.length).toBe(drawn.length)
  },
)

it('a row says what its tooltip says, and one of which nothing is known leads nowhere', () => {
  const placed = rowsOf.rankBars(ranks, look(456, 300))
  expect(placed.slice(1, 4).map(({ said, leads }) => [said, leads])).toEqual([
    ['第1行 89 件', true],
    ['第2行 88 件', false],
    ['第3行 87 件', true],
  ])
  expect(rowAt(placed, 20, 301)).toBeUndefined()
})

it('a column is reached where it is drawn, says what its tooltip says, and opens what it leads to', () => {
  const values = [5, 3, null, 8]
  const data = { labels: ['甲', '乙', '丙', '丁'], values, unit: '件', leads: ['a', 'b', null, 'd'] }
  const at = look(456, 300, 1.5)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: at.width, height: at.height })
  chart.setOption({ ...columns(data, at), tooltip: undefined })
  const middles = values.map((_, i) => chart.convertToPixel({ xAxisIndex: 0 }, i))
  chart.dispose()
  const placed = rowsOf.columns(data, at)
  expect(middles.map((x) => rowAt(placed, x, 150)?.said)).toEqual(['甲 5 件', '乙 3 件', '丙 缺', '丁 8 件'])
  expect(placed.map(({ key, leads }) => [key, leads])).toEqual([
    ['0', true],
    ['1', true],
    ['2', false],
    ['3', true],
  ])
})
