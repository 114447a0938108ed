import { describe, expect, it } from 'vitest'
import { contradictions, unevenRates } from './contradictions'
import { figuresOf, marksOf } from './figures'

const shown = (panel: string, html: string) => ({ panel, figures: figuresOf(html) })
const tickets = (value: number, text: string, more = '') =>
  `<p class="${more}"><b data-metric="hall_tickets_today" data-value="${value}">${text}</b></p>`

describe('two panels of one wall', () => {
  it('may print one figure with and without its unit', () => {
    expect(
      contradictions([shown('a', tickets(1388, '1,388')), shown('b', tickets(1388, '1,388 张'))]),
    ).toEqual([])
  })

  it.each([
    ['value', tickets(388, '388'), tickets(382, '382')],
    ['number', tickets(1469, '1,469'), tickets(1469, '1469 张')],
    ['colour', tickets(34, '34', '_p2_1'), tickets(34, '34')],
  ])('must not show it with another %s', (way, one, other) => {
    const found = contradictions([shown('a', one), shown('b', other)])
    expect(found).toContainEqual(expect.stringContaining(`hall_tickets_today has more than one ${way}`))
  })

  it('may show a figure of another part, or of a report', () => {
    const of = (id: string, n: number) => `<b data-metric="m" data-of="${id}" data-value="${n}">${n}</b>`
    const fact = '<b data-metric="m" data-fact="BY-035" data-value="9">9</b>'
    expect(contradictions([shown('a', of('main', 1) + of('east', 2)), shown('b', fact)])).toEqual([])
    expect(contradictions([shown('a', of('main', 1)), shown('b', of('main', 2))])).toHaveLength(2)
  })

  it('print the rates of one metric with the same decimals', () => {
    const rate = (text: string) => shown('a', `<b data-metric="rate" data-value="1">${text}</b>`)
    const all = new Set(['rate'])
    expect(unevenRates(all, [rate('98.50%'), rate('98.94 %'), rate('100'), rate('11/12')])).toEqual([])
    expect(unevenRates(all, [rate('98.5%'), rate('98.94%')])).toEqual(['rate: 98.5%, 98.94%'])
  })
})

it('a mark is found by its number', () => {
  const html = '<i><svg data-mark="2" aria-label="二级 第 4 件"></svg></i><i data-no="4"></i>'
  expect(marksOf(html)).toEqual(['4', '4'])
})
