import { expect, it } from 'vitest'
import { standsFor } from '../../../../src/map/points/use-view'
import { clamped, movedBy, NEAREST, viewOn, WHOLE, zoomedAt } from '../../../../src/map/points/view'

const extent = { width: 1000, height: 600 }

it('what is under the pointer stays there while one comes nearer', () => {
  const at = [700, 200] as const
  const view = zoomedAt(zoomedAt(WHOLE, extent, 2, at), extent, 1.7, at)
  expect(view.k).toBeCloseTo(3.4)
  expect(700 * view.k + view.x).toBeCloseTo(700)
  expect(200 * view.k + view.y).toBeCloseTo(200)
})

it('never goes beyond the edges, nor further away than the whole, nor nearer than makes sense', () => {
  expect(movedBy(WHOLE, extent, 300, -80)).toEqual(WHOLE)
  expect(zoomedAt(WHOLE, extent, 0.2, [0, 0])).toEqual(WHOLE)
  expect(zoomedAt(WHOLE, extent, 1e6, [500, 300]).k).toBe(NEAREST)
  expect(movedBy({ k: 2, x: -100, y: -100 }, extent, 1e5, -1e5)).toEqual({ k: 2, x: 0, y: -600 })
  expect(clamped({ k: 2, x: -5000, y: 0 }, extent).x).toBe(-1000)
})

it('comes to a part of the map with that in its middle and whole on the screen', () => {
  const box = { x0: 400, y0: 300, x1: 500, y1: 340 }
  const { k, x, y } = viewOn(box, extent)
  expect([box.x0 * k + x, box.y0 * k + y].every((at) => at > 0)).toBe(true)
  expect(box.x1 * k + x).toBeLessThan(extent.width)
  expect(box.y1 * k + y).toBeLessThan(extent.height)
  expect(450 * k + x).toBeCloseTo(500)
})

it('what was drawn stands while it covers the screen and is fine enough, and no longer', () => {
  const drawn = zoomedAt(WHOLE, extent, 4, [500, 300])
  const moved = (dx: number) => movedBy(drawn, extent, dx, 0)
  expect(standsFor(drawn, moved(100), extent)).toBe(true)
  expect(standsFor(drawn, moved(180), extent)).toBe(false)
  expect(standsFor(drawn, zoomedAt(drawn, extent, 1.5, [10, 10]), extent)).toBe(true)
  expect(standsFor(drawn, zoomedAt(drawn, extent, 2, [500, 300]), extent)).toBe(false)
})
