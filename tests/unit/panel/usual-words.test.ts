import { describe, expect, it } from 'vitest'
import { usualWords } from '../../../src/panel/usual-words'

const line = { stepMinutes: 60, now: [1, null] }
const range = { low: [1, 1], high: [2, 2] }
const said = (operation: unknown) => usualWords(operation).flatMap(({ lines }) => lines)

describe('what the ⓘ says of usual ranges', () => {
  it('is from how many weeks they are known', () => {
    expect(said({ intake: { ...line, ...range, weeks: 8 } })).toEqual(['由 8 周同时段的记录得出'])
  })

  it('is the fewest and the most where lines differ, wherever they stand', () => {
    const towns = [{ lately: { course: { ...line, ...range, weeks: 5 } } }]
    expect(said({ intake: { ...line, ...range, weeks: 8 }, towns })).toEqual(['由 5–8 周同时段的记录得出'])
  })

  it('is that nobody says so where nobody does', () => {
    expect(said({ intake: { ...line, ...range } })).toEqual(['部分来源未说明由几周的记录得出'])
  })

  it('is that there is none, and why, where no line has one', () => {
    expect(said({ intake: line })).toEqual(['可比的历史记录不足，不画常态区间'])
  })

  it('is nothing of a document without a line', () => {
    expect([said(null), said({ count: 1 })]).toEqual([[], []])
  })
})
