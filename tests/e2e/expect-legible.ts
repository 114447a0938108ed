import type { Page } from '@playwright/test'
import { expect, legibility } from './fixture'
import { seamsOf, type Size, unitOf } from './site'

/** Boxes that leave the window or lie on each other, and charts without a drop of ink. */
function faultsOfPanels() {
  const name = (element: Element) => element.closest('[data-panel]')?.getAttribute('data-panel') ?? '?'
  const panels = [...document.querySelectorAll('[data-panel]')]
  const boxes = panels.map((panel) => ({ panel, box: panel.getBoundingClientRect() }))
  const outside = boxes
    .filter(
      ({ box }) => box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1,
    )
    .map(({ panel }) => `OUTSIDE ${name(panel)}`)
  const flat = boxes
    .filter(({ box }) => box.width < 40 || box.height < 40)
    .map(({ panel }) => `FLAT ${name(panel)}`)
  const crossed = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      return x > 1 && y > 1 ? [`CROSSED ${name(a.panel)} × ${name(b.panel)}`] : []
    }),
  )
  const small = document.createElement('canvas')
  const [width, height] = [(small.width = 96), (small.height = 64)]
  const context = small.getContext('2d', { willReadFrequently: true })
  const inkOf = (chart: Element) => {
    const canvas = chart.querySelector('canvas')
    if (!context || !canvas) return 0
    context.clearRect(0, 0, width, height)
    context.drawImage(canvas, 0, 0, width, height)
    return context.getImageData(0, 0, width, height).data.filter((value, i) => i % 4 === 3 && value > 16)
      .length
  }
  const blank = [...document.querySelectorAll('[data-chart]')]
    .filter((chart) => !chart.hasAttribute('data-painted') || inkOf(chart) < 20)
    .map((chart) => `BLANK ${name(chart)} ${chart.getAttribute('aria-label') ?? ''}`)
  return [...(panels.length === 0 ? ['NO PANELS'] : []), ...outside, ...flat, ...crossed, ...blank]
}

/** The scene that is shown can be read: no text too small, cut, outside or on a seam, no panel outside or on another, no chart blank. */
export async function expectLegible(page: Page, size: Size): Promise<void> {
  const { issues } = await legibility(page, {
    min: 20 * unitOf(size),
    absolute: true,
    seams: seamsOf(size),
  })
  const found = [...issues, ...(await page.evaluate(faultsOfPanels))]
  const scene = await page.locator('html').getAttribute('data-scene')
  expect.soft(found, `${scene} at ${size.width}×${size.height}`).toEqual([])
}
