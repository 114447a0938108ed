import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { goToScene, HD, link, PORTRAIT, resizeTo, UHD, WIDE } from './site'
import { alter } from './source'
import { namePoints, scopedTo, townsOf } from './towns'

const TOWNS = townsOf('baiyun')
const tile = (code: string) => `[data-panel="city-map"] [data-town="${code}"]`
const townAt = (code: string) => TOWNS.find((town) => town.code === code) ?? { code, short: '?' }

test('the map is hit exactly in whatever shape the window takes', async ({ page }) => {
  await openWall(page, link('baiyun', 'overview'), HD)
  // More pixels of the same shape cost seconds; that a point scales with them is seen in the chart below.
  for (const size of [WIDE, PORTRAIT]) {
    await resizeTo(page, size)
    const points = await namePoints(page, 'baiyun')
    const at = `at ${size.width}×${size.height}`
    expect(points.length, at).toBeGreaterThanOrEqual(TOWNS.length - 2)
    expect(
      points.filter(({ code, hit }) => code !== hit),
      at,
    ).toEqual([])
    for (const { code, x, y } of [points[0], points.at(-1)].filter((point) => point !== undefined)) {
      await page.mouse.click(x, y)
      await scopedTo(page, townAt(code))
    }
    await page.keyboard.press('Escape')
    await scopedTo(page, null)
  }
})

/** Towns in the order of the chart: furthest outside their own usual first, then by count, then by code (read off the map's labels). */
async function townsByDeviation(page: Page): Promise<string[]> {
  const rows = await page.locator('[data-panel="city-map"] [data-town]').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const [n = 0, low = 0, high = 0] = [...(tile.getAttribute('aria-label') ?? '').matchAll(/\d+/g)].map(
        Number,
      )
      return { code: tile.getAttribute('data-town') ?? '', n, off: Math.max(n - high, low - n, 0) }
    }),
  )
  return rows
    .toSorted((a, b) => b.off - a.off || b.n - a.n || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code)
}

test('a row of the town chart is pointed at exactly and leads to its orders, and from there to its town, whatever the size of the window', async ({
  page,
}) => {
  await openWall(page, link('baiyun', 'overview'), HD)
  const order = await townsByDeviation(page)
  await goToScene(page, 'hotline')
  for (const size of [HD, UHD]) {
    await resizeTo(page, size)
    const chart = page.locator('[data-panel="hotline-towns"] [data-chart]')
    const box = await chart.boundingBox()
    if (!box) throw new Error('no chart')
    const u = size.height / 1080
    // As many rows as fit at 28u, less one line for the axis; they stand evenly between 2u above and its 30u.
    const rows = Math.min(order.length, Math.floor(box.height / (28 * u)) - 1)
    const band = (box.height - 32 * u) / rows
    for (const row of [0, rows - 1]) {
      const [x, y] = [box.x + box.width * 0.5, box.y + 2 * u + (row + 0.5) * band]
      const before = await chart.screenshot()
      await page.mouse.move(x, y)
      // The chart is made anew for it, and what is pressed before it has been drawn again is not there yet.
      let last = before
      const settled = async () => {
        const next = await chart.screenshot()
        const same = next.equals(last)
        last = next
        return same && !next.equals(before)
      }
      await expect.poll(settled, 'a tooltip appears').toBe(true)
      await page.mouse.click(x, y)
      const drawer = page.getByRole('dialog')
      await expect(drawer).toHaveAccessibleName(new RegExp(`^今日受理 · ${townAt(order[row] ?? '').short}`))
      if (row > 0) await drawer.getByRole('button', { name: /^全屏只看/ }).click()
      await page.mouse.move(2, 2)
      if (row > 0) await scopedTo(page, townAt(order[row] ?? ''))
      for (let left = row > 0 ? 2 : 1; left > 0; left--) await page.keyboard.press('Escape')
      await expect(drawer).toHaveCount(0)
      await scopedTo(page, null)
    }
  }
})

test("a customer's approved map draws and is chosen from like the shipped one", async ({ page }) => {
  await alter<{ map: string }>(page, /config\/cities\/baiyun\.json/, (city) => {
    city.map = 'maps/approved.json'
  })
  const square = (x: number, y: number, size: number) => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
  const shapes = [
    { code: '440111002', name: '三元里街道', parts: [[square(113.2, 23.1, 0.08)]] },
    { code: '440111103', name: '人和镇', parts: [[square(113.2, 23.2, 0.08), square(113.23, 23.23, 0.02)]] },
    {
      code: '440111108',
      name: '钟落潭镇',
      parts: [[square(113.3, 23.2, 0.08)], [square(113.3, 23.1, 0.03)]],
    },
  ]
  const features = shapes.map(({ code, name, parts }) => ({
    type: 'Feature',
    properties: { code: Number(code), name },
    geometry: { type: 'MultiPolygon', coordinates: parts },
  }))
  const approval = 'GS(2026)0001号'
  const map = { type: 'FeatureCollection', approval, features }
  await page.route(/maps\/approved\.json/, (route) => route.fulfill({ json: map }))
  await openWall(page, link('baiyun', 'overview'))
  await expect(page.locator('[data-map="geographic"]')).toBeVisible()
  await expect(page.locator('[data-panel="city-map"]')).toContainText(`审图号 ${approval}`)
  await expect(page.locator('[data-panel="city-map"] [data-town]')).toHaveCount(3)
  const [south, north] = await Promise.all(
    ['440111002', '440111103'].map((code) => page.locator(`${tile(code)} [data-map-tile]`).boundingBox()),
  )
  expect(south?.y ?? 0).toBeGreaterThan((north?.y ?? 0) + (north?.height ?? 0) / 2)
  const east = await page.locator(`${tile('440111108')} [data-map-tile]`).boundingBox()
  if (!east) throw new Error('the town is not drawn')
  await page.mouse.click(east.x + east.width * 0.9, east.y + east.height * 0.2)
  await scopedTo(page, { code: '440111108', short: '钟落潭' })
})
