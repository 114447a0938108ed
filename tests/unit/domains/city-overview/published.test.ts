import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../../src/contract/figure'
import { apart, leftOut, publishedIn } from '../../../../src/domains/city-overview/published'
import { documents } from '../documents'

describe('labels beside the ends of lines', () => {
  it('stay where they belong while they do not touch', () => {
    expect(apart([10, 50, 30], 10)).toEqual([10, 50, 30])
  })

  it('stand around the middle of where they belong where they would, in their order', () => {
    expect(apart([52, 50, 10], 10)).toEqual([56, 46, 10])
    expect(apart([40, 50, 50, 60], 20)).toEqual([20, 40, 60, 80])
  })

  it('stay on the chart, and apart there as well', () => {
    expect(apart([0, 1, 2], 10)).toEqual([0, 10, 20])
    expect(apart([100, 99], 10)).toEqual([100, 90])
    expect(apart([0, 4, 15], 10)).toEqual([0, 10, 20])
  })
})

const like = [...documents.values()].flatMap(({ published }) => published)[0]
if (!like) throw new Error('nothing is published')
const figure = (id: string, metric: string, role: Figure['role'], area = 'hall'): Figure => ({
  ...like,
  id,
  metric,
  role,
  area,
  system: 'desk',
})

describe('what a city published', () => {
  const [document] = documents.values()
  if (!document) throw new Error('no documents')
  const published = [
    figure('a', 'share', 'baseline'),
    figure('b', 'share', 'actual'),
    figure('c', 'lost', 'baseline'),
    figure('d', 'places', 'actual'),
    figure('e', 'places-next', 'plan'),
    figure('f', 'codes', 'actual', 'health-code'),
    figure('g', 'said', 'actual'),
  ]
  const clash = {
    id: 'X',
    title: 'said twice',
    statements: [
      { label: 'here', value: '1', fact: 'g' },
      { label: 'there', value: '2', fact: 'h' },
    ],
    arithmetic: '',
    metrics: [],
  }
  const read = publishedIn(
    [{ ...document, published, contradictions: [clash] }],
    leftOut({ leave: ['health-code'] }),
  )

  it('is told as before and after, as reached or as planned, each figure once', () => {
    expect(read.pairs.map(({ before, after }) => [before.id, after.id])).toEqual([['a', 'b']])
    expect(read.reached.map(({ id }) => id)).toEqual(['c', 'd'])
    expect(read.planned.map(({ id }) => id)).toEqual(['e'])
  })

  it('leaves out the areas that a cell names, and a disputed figure outside its dispute', () => {
    expect(JSON.stringify([read.pairs, read.reached, read.planned])).not.toMatch(/"id":"[fg]"/)
    expect(read.contradictions).toEqual([clash])
  })
})
