import { expect, it } from 'vitest'
import { narrowedText, readNarrowed } from '../../../../src/screens/drawer/narrowed'

it.each([
  ['hotline_open', {}],
  ['hotline_open', { stage: 'sign' }],
  ['hotline_open', { dept: '区水务局&环保=a:b', stage: 'sign' }],
] as const)('a list is read as its link says: %s %o', (metric, narrowed) => {
  expect(readNarrowed(narrowedText(metric, narrowed))).toEqual({ metric, narrowed })
})

it('one list has one link, in whatever order it was narrowed', () => {
  expect(narrowedText('a', { y: '1', x: '2' })).toBe(narrowedText('a', { x: '2', y: '1' }))
})
