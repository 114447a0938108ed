import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/contract/figure'
import { changeText, figureText } from '../../../src/blocks/MetricFigure'
import { periodWords, railFigures } from '../../../src/panel/Rail'
import { sample } from '../contract/sample'

describe('a figure as printed', () => {
  it('counts scale in front of their unit, rates stay percent', () => {
    expect(figureText({ value: 36_000, unit: '件', period: '今日' })).toEqual({ text: '3.6', unit: '万件' })
    expect(figureText({ value: 1284, unit: '件', period: '今日' })).toEqual({ text: '1,284', unit: '件' })
    expect(figureText({ value: 98.65, unit: '%', period: '今日' })).toEqual({ text: '98.7', unit: '%' })
    expect(figureText({ value: null, unit: '件', period: '今日' })).toEqual({ text: '—', unit: '件' })
  })

  it('a rate within a point of its target gets its second decimal', () => {
    expect(figureText({ value: 98.65, unit: '%', period: '今日' }, 99).text).toBe('98.65')
    expect(figureText({ value: 98.65, unit: '%', period: '今日' }, 90).text).toBe('98.7')
  })

  it('a change is in percent of before, and a difference where before was nothing', () => {
    expect(changeText(110, 100)).toBe('+10.0%')
    expect(changeText(96, 100)).toBe('−4.0%')
    expect(changeText(100, 100)).toBe('±0.0%')
    expect(changeText(5, 0)).toBe('+5')
    expect(changeText(null, 5)).toBe('—')
    expect(changeText(5, null)).toBe('—')
  })
})

describe('published figures in the rail', () => {
  const figure = (metric: string, role: Figure['role'], id: string): Figure => ({
    id,
    metric,
    role,
    label: metric,
    short: metric,
    printed: { lead: '', figure: '1', tail: '件' },
    value: 1,
    unit: '件',
    period: '2021',
    area: 'hotline',
    system: '热线',
    comparison: null,
    definition: null,
  })
  const document = sample({
    published: [
      figure('b', 'target', 'X1'),
      figure('b', 'actual', 'X2'),
      figure('a', 'actual', 'X3'),
      figure('c', 'baseline', 'X4'),
    ],
  })

  it('come in the panel’s order, never targets or baselines, and nothing for what was not published', () => {
    expect(railFigures(document, ['a', 'b', 'c', 'd']).map(({ id }) => id)).toEqual(['X3', 'X2'])
  })

  it('carry their own year and kind of period', () => {
    expect(periodWords('2021')).toEqual(['2021', '年报'])
    expect(periodWords('2020上半年')).toEqual(['2020', '上半年'])
    expect(periodWords('2023汛期')).toEqual(['2023', '汛期'])
    expect(periodWords('历年累计')).toEqual(['历年累计', ''])
  })
})
