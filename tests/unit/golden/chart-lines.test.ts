import { expect, it } from 'vitest'
import { FORMS, look } from '../charts/table'
import { chartLines } from './chart-lines'

it.each(FORMS)('$name: every text of the picture is in the list, and every value', ({ build, texts }) => {
  const lines = chartLines(build(look(900, 1200)))
  const all = lines.join('\n')
  for (const text of texts) expect(all).toContain(text)
  expect(lines.length).toBeGreaterThan(2)
})

it('a stacked line is listed where it is drawn, and a missing value as missing', () => {
  const line = (id: string, data: (number | null)[][]) => ({
    id,
    type: 'line' as const,
    stack: 'band',
    data,
  })
  expect(
    chartLines({
      series: [
        line('low', [
          [9, 10],
          [10, 20],
          [11, null],
        ]),
        line('high', [
          [9, 5],
          [10, 0.12345],
          [11, 4],
        ]),
      ],
    }),
  ).toEqual(['low: 10 20 —', 'high: 15 20.123 —'])
})

it('another value is another line', () => {
  const [form] = FORMS
  if (!form) throw new Error('no form')
  const option = form.build(look(900, 1200))
  const before = chartLines(option)
  expect(chartLines({ ...option, xAxis: { type: 'category', data: ['a'] } })).not.toEqual(before)
})
