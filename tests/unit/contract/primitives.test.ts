import { describe, expect, it } from 'vitest'
import {
  count,
  date,
  list,
  moment,
  rate,
  regionCode,
  slug,
  text,
  together,
} from '../../../src/contract/primitives'

const accepts = (schema: { safeParse(input: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('each primitive at its borders', () => {
  it('text is never empty and never longer than its bound', () => {
    expect(accepts(text(3), '一二三')).toBe(true)
    expect(accepts(text(3), '')).toBe(false)
    expect(accepts(text(3), '一二三四')).toBe(false)
    expect(accepts(text(3), 3)).toBe(false)
  })

  it('a list stops at its bound', () => {
    expect(accepts(list(count, 2), [1, 2])).toBe(true)
    expect(accepts(list(count, 2), [1, 2, 3])).toBe(false)
  })

  it.each([
    [0, true],
    [7, true],
    [-1, false],
    [1.5, false],
    ['7', false],
    [Number.NaN, false],
    [Infinity, false],
    [null, false],
  ])('count %s: %s', (value, good) => {
    expect(accepts(count, value)).toBe(good)
  })

  it.each([
    [0, true],
    [100, true],
    [98.65, true],
    [100.1, false],
    [-0.1, false],
  ])('rate %d: %s', (value, good) => {
    expect(accepts(rate, value)).toBe(good)
  })

  it.each([
    ['2026-11-18T10:42:00+08:00', true],
    ['2026-11-18T02:42:00Z', true],
    ['2026-11-18T02:42:00.123Z', true],
    ['2026-11-18T10:42:00', false],
    ['2026-11-18 10:42:00+08:00', false],
    ['2026-11-18', false],
    ['1763433720000', false],
    // Of the right shape and yet no moment: it would count as brand new, since NaN is never above a threshold.
    ['2026-13-45T99:00:00+08:00', false],
  ])('moment %s: %s', (value, good) => {
    expect(accepts(moment, value)).toBe(good)
  })

  it.each([
    ['2026-11-18', true],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-02-30', false],
  ])('date %s: %s', (value, good) => {
    expect(accepts(date, value)).toBe(good)
  })

  it.each([
    ['440111', true],
    ['440111001000', true],
    ['44011', false],
    ['4401110010000', false],
    ['44011x', false],
  ])('region code %s: %s', (value, good) => {
    expect(accepts(regionCode, value)).toBe(good)
  })

  it.each([
    ['hotline', true],
    ['data-aggregation', true],
    ['hotline_open', true],
    ['Hotline', false],
    ['1hotline', false],
    ['热线', false],
    ['a'.repeat(65), false],
    ['', false],
  ])('slug %s: %s', (value, good) => {
    expect(accepts(slug, value)).toBe(good)
  })
})

describe('rules between parts that may be absent', () => {
  const less = (a: number, b: number) => a <= b

  it.each([
    [1, 2, true],
    [2, 1, false],
    [0, 0, true],
    [2, null, true],
    [2, undefined, true],
    [null, 1, true],
    [undefined, 1, true],
  ])('%s against %s: %s', (a, b, holds) => {
    expect(together(a, b, less)).toBe(holds)
  })
})
