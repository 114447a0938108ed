import type { Page } from '@playwright/test'
import { expect, legibility, openWall, test } from './fixture'
import {
  config,
  goToScene,
  HD,
  link,
  PORTRAIT,
  resizeTo,
  settled,
  type Size,
  TRIPLE,
  UHD,
  unitOf,
  WIDE,
} from './site'

const FOUR_BY_THREE: Size = { width: 1440, height: 1080 }
const WIDE_UHD: Size = { width: 7680, height: 2160 }
const PHONE: Size = { width: 390, height: 844 }

/** The home city is looked at in every size, the others in the usual one, two of them in one more. */
const MORE: Readonly<Record<string, readonly Size[]>> = {
  baiyun: [WIDE, UHD, PORTRAIT],
  huaibei: [WIDE],
  heyuan: [PORTRAIT],
}

/** Walls this wide are made of screens 960u wide each; no text may lie across a joint. */
const seamsOf = ({ width, height }: Size) =>
  width / height > 3
    ? Array.from({ length: width / (960 * unitOf({ width, height })) - 1 }, (_, i) => {
        return (i + 1) * 960 * unitOf({ width, height })
      })
    : []

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

async function expectLegible(page: Page, size: Size): Promise<void> {
  const { issues } = await legibility(page, {
    min: 20 * unitOf(size),
    absolute: true,
    seams: seamsOf(size),
  })
  const found = [...issues, ...(await page.evaluate(faultsOfPanels))]
  const scene = await page.locator('html').getAttribute('data-scene')
  expect.soft(found, `${scene} at ${size.width}×${size.height}`).toEqual([])
}

// One page walks through all scenes: opening it anew for each would take most of the time and find nothing more.
for (const city of config.cities)
  for (const size of [HD, ...(MORE[city] ?? [])])
    test(`every scene of ${city} is legible at ${size.width}×${size.height}`, async ({ page }) => {
      await openWall(page, link(city, config.defaults.scene), size)
      await settled(page)
      await expectLegible(page, size)
      for (const scene of config.scenes.filter((id) => id !== config.defaults.scene)) {
        await goToScene(page, scene)
        await expectLegible(page, size)
      }
    })

// Layout after a resize and layout from the start are different paths.
test('the overview is laid out anew whenever the window changes', async ({ page }) => {
  await openWall(page, link('baiyun', 'overview'), HD)
  for (const size of [PORTRAIT, UHD, WIDE, HD]) {
    await resizeTo(page, size)
    await expectLegible(page, size)
  }
})

for (const size of [TRIPLE, FOUR_BY_THREE, WIDE_UHD])
  test(`the overview opens at ${size.width}×${size.height}`, async ({ page }) => {
    await openWall(page, link('baiyun', 'overview'), size)
    await settled(page)
    await expectLegible(page, size)
  })

test('every scene reads on a phone without scrolling sideways', async ({ page }) => {
  await openWall(page, link('baiyun', config.defaults.scene), PHONE)
  for (const scene of config.scenes) {
    await page.setViewportSize(PHONE)
    await goToScene(page, scene)
    const { scrollWidth, scrollHeight } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect.soft(scrollWidth, scene).toBeLessThanOrEqual(PHONE.width)
    expect.soft(scrollHeight, scene).toBeGreaterThan(PHONE.height)
    // As long as its content, nothing is merely scrolled away: what is cut off then is cut off for good.
    await page.setViewportSize({ width: PHONE.width, height: scrollHeight })
    await settled(page)
    expect.soft((await legibility(page, { min: 14, absolute: true })).issues, scene).toEqual([])
  }
})

test.describe('on a screen with two pixels a point', () => {
  test.use({ deviceScaleFactor: 2 })
  test('charts are drawn with both, and nothing is zoomed or scaled', async ({ page }) => {
    await openWall(page, link('baiyun', 'overview'))
    await settled(page)
    const density = await page
      .locator('[data-chart] canvas')
      .evaluateAll((all) => all.map((each) => (each as HTMLCanvasElement).width / each.clientWidth))
    expect(density.length).toBeGreaterThan(2)
    for (const each of density) expect(each).toBeCloseTo(2, 1)
    // Either would put the pointer beside what it points at, or blur what is drawn (docs/decisions).
    const scaled = await page.evaluate(
      () =>
        [...document.querySelectorAll('body *')].filter((element) => {
          const { transform, zoom } = getComputedStyle(element)
          return (
            zoom !== '1' || (!(element instanceof SVGElement) && /^matrix\((?!1, 0, 0, 1)/.test(transform))
          )
        }).length,
    )
    expect(scaled).toBe(0)
  })
})
