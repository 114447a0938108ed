import type { Page } from '@playwright/test'
import { surveyed } from '../unit/map/shapes'
import { expect, openWall, test } from './fixture'
import { link, settled } from './site'
import { received, scopedTo } from './towns'

const health = (page: Page) => page.locator('header [data-health]')

/** The map file is away until `back` is called. */
async function mapAway(page: Page): Promise<{ back: () => void; asked: () => number }> {
  let away = true
  let asked = 0
  await page.route(/maps\/baiyun\.json/, (route) => {
    asked += 1
    return away ? route.fulfill({ status: 503 }) : route.continue()
  })
  return { back: () => void (away = false), asked: () => asked }
}

test.describe('a map that is away', () => {
  test.use({ allow: [/503/] })

  test('is told as away, and comes back by itself', async ({ page }) => {
    const map = await mapAway(page)
    await openWall(page, link('baiyun', 'overview'))
    const panel = page.locator('[data-panel="city-map"]')
    await expect(panel).toHaveAttribute('data-state', 'failed')
    await expect(panel).toContainText('地图 maps/baiyun.json HTTP 503')
    await expect(health(page)).toHaveAttribute('data-health', 'failed')
    await expect(health(page)).toContainText('地图未读到')
    await expect(health(page)).not.toContainText('全部正常')
    await page.keyboard.press('h')
    await expect(page.getByRole('dialog')).toContainText('区划地图 maps/baiyun.json · 失败')
    await page.keyboard.press('Escape')
    // Everything else stands.
    expect(await received(page)).toBeGreaterThan(0)
    await expect.poll(map.asked).toBeGreaterThan(1)
    map.back()
    await expect(panel.locator('[data-town]')).toHaveCount(24, { timeout: 60_000 })
    await expect(panel).not.toHaveAttribute('data-state', 'failed')
    await expect(health(page)).not.toContainText('地图')
    await expect(health(page)).not.toHaveAttribute('data-health', 'failed')
    await settled(page)
    // Once it is here nobody asks for it any more.
    const asked = map.asked()
    await page.keyboard.press('3')
    await settled(page)
    await page.keyboard.press('1')
    await settled(page)
    expect(map.asked()).toBe(asked)
  })

  test('denies no town: the wall stays with the one its link names', async ({ page }) => {
    await openWall(page, link('baiyun', 'hotline', 'region=440111103'))
    const key = page.locator('[data-panel="hotline-keys"] [data-metric="hotline_received_today"]')
    const share = await key.getAttribute('data-value')
    const map = await mapAway(page)
    await openWall(page, link('baiyun', 'hotline', 'region=440111103'))
    await scopedTo(page, { code: '440111103', short: '440111103' })
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(key).toHaveAttribute('data-value', share ?? '')
    await expect(health(page)).toContainText('地图未读到')
    map.back()
    await scopedTo(page, { code: '440111103', short: '人和' })
    await expect(key).toHaveAttribute('data-value', share ?? '')
  })
})

test('a map whose code no link can carry is refused where it stands', async ({ page }) => {
  const features = [{ code: 'T-1', name: '甲镇' }].map((properties) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [[[113, 23], [113.1, 23], [113.1, 23.1], [113, 23]]] }, // prettier-ignore
  }))
  await page.route(/maps\/baiyun\.json/, (route) =>
    route.fulfill({ json: { type: 'FeatureCollection', features } }),
  )
  await openWall(page, link('baiyun', 'overview'))
  const panel = page.locator('[data-panel="city-map"]')
  await expect(panel).toHaveAttribute('data-state', 'failed')
  await expect(panel).toContainText('features[0].properties.code：行政区划代码须为 6–12 位数字')
})

test('a map of another place says that its codes are not those of the data', async ({ page }) => {
  await page.route(/maps\/baiyun\.json/, (route) => route.fulfill({ json: surveyed(2, 1, 4) }))
  await openWall(page, link('baiyun', 'overview'))
  await expect(page.locator('[data-panel="city-map"]')).toContainText(
    '地图与数据的区划代码无一相同：地图 990101001…，数据 440111',
  )
})

test('a map of 57,600 corners is laid out beside the page, which goes on', async ({ page }) => {
  await page.route(/maps\/baiyun\.json/, (route) => route.fulfill({ json: surveyed(5, 4, 720) }))
  let workers = 0
  page.on('worker', (worker) => {
    if (worker.url().includes('map.worker')) workers += 1
  })
  await openWall(page, link('baiyun', 'overview'))
  await settled(page)
  expect(workers).toBe(1)
  await expect(page.locator('[data-panel="city-map"] [data-town]')).toHaveCount(20)
  // Coming back to the scene the picture stands at once: nothing is asked of the worker before it is drawn.
  await page.keyboard.press('3')
  await settled(page)
  await page.keyboard.press('1')
  await expect(page.locator('[data-panel="city-map"] [data-town]')).toHaveCount(20)
})
