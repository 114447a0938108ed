import { describe, expect, it } from 'vitest'
import { dueText } from '../../../src/lib/due'
import { countText, durationText, printCount, rateText, signed } from '../../../src/lib/format'
import { groupsText, shareText } from '../../../src/lib/format-more'

const MINUTE = 60_000

describe('live counts', () => {
  it.each([
    [0, '0', ''],
    [7, '7', ''],
    [999, '999', ''],
    [1284, '1,284', ''],
    [9999, '9,999', ''],
    [10_000, '1', '万'],
    [36_000, '3.6', '万'],
    [36_120, '3.61', '万'],
    [310_000, '31', '万'],
    [8_431_000, '843.1', '万'],
    [43_210_000, '4,321', '万'],
    // What would round up to a fifth digit takes the next scale.
    [99_999_999, '1', '亿'],
    [1e8, '1', '亿'],
    [1_267_000_000, '12.67', '亿'],
    [1_270_000_000, '12.7', '亿'],
    [-1284, '−1,284', ''],
    [-36_000, '−3.6', '万'],
    [2.5, '2.5', ''],
  ])('%d prints as %s %s', (value, text, scale) => {
    expect(printCount(value)).toEqual({ text, scale })
  })

  it('a missing value is a dash, never 0', () => {
    expect(printCount(null)).toEqual({ text: '—', scale: '' })
    expect(countText(null)).toBe('—')
  })

  it('have commas also where a report wrote none, and a year never does', () => {
    expect(groupsText('27629 − 11582 件，2021 年')).toBe('27,629 − 11,582 件，2021 年')
  })

  it('stand in running text with a thin scale word', () => {
    expect(countText(1284)).toBe('1,284')
    expect(countText(36_000)).toBe('3.6 万')
  })

  it('keep trailing zeros of whole numbers: 20 is not 2', () => {
    expect(countText(200_000)).toBe('20 万')
    expect(countText(1_000_000)).toBe('100 万')
    expect(countText(10_000_000)).toBe('1,000 万')
  })
})

describe('differences', () => {
  it('carry their sign as wide as a digit, and ± for none', () => {
    expect(signed(12)).toBe('+12')
    expect(signed(-12)).toBe('−12')
    expect(signed(-1284)).toBe('−1,284')
    expect(signed(0)).toBe('±0')
    expect(signed(4.84, 1)).toBe('+4.8')
    expect(signed(-0.04, 1)).toBe('±0.0')
    expect(signed(-12)).not.toContain('-')
  })
})

describe('rates', () => {
  it('have one decimal, two where the target is fine, and always the same of one metric', () => {
    expect(rateText(98.65)).toBe('98.7')
    expect([98.65, 85, 7.5].map((rate) => rateText(rate, 85))).toEqual(['98.7', '85.0', '7.5'])
    expect([98.65, 98, 93.1].map((rate) => rateText(rate, 98))).toEqual(['98.65', '98.00', '93.10'])
    expect(rateText(null, 99)).toBe('—')
  })

  it('are whole where they are all or nothing', () => {
    expect([100, 0].map((rate) => rateText(rate, 98))).toEqual(['100', '0'])
  })

  it('never print the target where it is missed', () => {
    expect(rateText(84.96, 85)).toBe('84.960')
    expect(rateText(97.996, 98)).toBe('97.996')
  })

  it('of few are what they are of them', () => {
    expect(shareText(20, 15)).toBe('3/15')
    expect(shareText(100, 29, 95)).toBe('29/29')
    expect(shareText(20, 30)).toBe('20.0%')
  })
})

describe('durations', () => {
  it.each([
    [0, '不足 1 分'],
    [59_999, '不足 1 分'],
    [MINUTE, '1 分'],
    [41 * MINUTE, '41 分'],
    [59 * MINUTE, '59 分'],
    [60 * MINUTE, '1 时'],
    [192 * MINUTE, '3 时 12 分'],
    [23 * 60 * MINUTE + 59 * MINUTE, '23 时 59 分'],
    [24 * 60 * MINUTE, '1 天'],
    [53 * 60 * MINUTE, '2 天 5 时'],
    [-192 * MINUTE, '3 时 12 分'],
  ])('%d ms reads %s', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })

  it('say on which side of a deadline the moment lies', () => {
    const due = 1_000_000_000
    expect(dueText(due, due - 108 * MINUTE)).toBe('剩 1 时 48 分')
    expect(dueText(due, due)).toBe('剩 不足 1 分')
    expect(dueText(due, due + 41 * MINUTE)).toBe('已超 41 分')
  })
})
