import { expect, it } from 'vitest'
import { drawCourse } from '../../../src/map/courses'

const BOX = { x0: 0, x1: 30, y0: 0, y1: 10 }
/** Heights of the corners of a path above the foot of the box. */
const heights = (path: string) => [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => 10 - Number(y))

it('draws a value as high as it is, from 0 up', () => {
  const { lines } = drawCourse({ now: [0, 5, 10, 20], low: null, high: null }, BOX)
  expect(heights(lines)).toEqual([0, 2.5, 5, 10])
})

it('does not draw what has not come, and nothing across what is not known', () => {
  const { lines, tips } = drawCourse({ now: [1, null, 3, null], low: null, high: null }, BOX)
  expect(lines.match(/M/g)).toHaveLength(2)
  expect(lines).not.toContain('L')
  expect(tips).toMatch(/^M20\.0 /)
})

it('does not draw one order as high as a day of them', () => {
  expect(Math.max(...heights(drawCourse({ now: [0, 1, 0], low: null, high: null }, BOX).lines))).toBe(2.5)
})

it('draws the usual range on the same scale', () => {
  const { bands } = drawCourse({ now: [2, 2], low: [1, 1], high: [8, 4] }, BOX)
  expect(heights(bands).map((height) => Math.round(height * 10) / 10)).toEqual([10, 5, 1.2, 1.2])
})
