import { describe, expect, it } from 'vitest'
import { mostOf, sharedRow } from '../../../src/blocks/fit'

const rows = [0, 1, 2, 3, 4, 5, 6]
const most = (height: number, units: Parameters<typeof mostOf>[1], columns: number | 'wide' = 1) =>
  mostOf(rows, units, columns === 'wide' ? ({ width }) => (width < 700 ? 1 : 2) : columns, {
    width: 800,
    height,
  })

describe('the rows that fit', () => {
  it('stand in full: a row that would be cut is not counted', () => {
    expect([0, 39, 40, 79, 80, 1000].map((height) => most(height, 40))).toEqual([0, 0, 1, 1, 2, 7])
  })

  it('forgive half a unit, which is what rounding a measured room may cost', () => {
    expect(most(119.6, 40)).toBe(3)
    expect(most(119.4, 40)).toBe(2)
  })

  it('fill their lines where some stand beside each other', () => {
    expect(most(100, 40, 2)).toBe(4)
    expect(most(160, 40, 2)).toBe(7)
    expect(most(100, 40, 'wide')).toBe(4)
  })

  it('may each have a height of its own, and a line is as tall as the tallest in it', () => {
    const tall = (_: unknown, row: unknown) => (row === 1 ? 60 : 40)
    expect(most(140, tall)).toBe(3)
    expect(most(139, tall)).toBe(2)
    expect(most(99, tall, 2)).toBe(2)
    expect(most(100, tall, 2)).toBe(4)
  })

  it('may take their height from the room there is', () => {
    expect(most(160, ({ width }) => width / 10)).toBe(2)
  })

  it('share what room there is, so that a few do not leave the half of it empty, and never come too close or too far apart', () => {
    expect([sharedRow(300, 6, 36, 60), sharedRow(300, 4, 36, 60), sharedRow(300, 12, 36, 60)]).toEqual([
      50, 60, 36,
    ])
    expect(sharedRow(300, 0, 36, 60)).toBe(60)
  })
})
