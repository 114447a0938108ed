import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { goToScene, link, settled, shippedLink } from './site'
import { scopedTo, townsOf } from './towns'

/** Notes every value that `<html data-ready>` takes, with what was drawn at that moment. */
function note() {
  const seen: { ready: string; loading: number; maps: number; canvases: number; waiting: number }[] = []
  Object.assign(window, { stages: seen })
  const count = (selector: string) => document.querySelectorAll(selector).length
  new MutationObserver((records) => {
    // Two changes in one task are still two changes.
    const values = records.slice(1).map(({ oldValue }) => oldValue)
    for (const ready of [...values, document.documentElement.dataset['ready'] ?? null])
      seen.push({
        ready: ready ?? 'none',
        loading: count('[data-state="loading"]'),
        maps: count('[data-map]:not([data-painted])'),
        canvases: count('[data-chart] canvas'),
        waiting: count('[data-chart]:not([data-painted])'),
      })
  }).observe(document, { subtree: true, attributeFilter: ['data-ready'], attributeOldValue: true })
}

type Seen = { ready: string; loading: number; maps: number; canvases: number; waiting: number }[]
const stages = (page: Page): Promise<Seen> =>
  page.evaluate(() => (Reflect.get(window, 'stages') as Seen).splice(0))

test('figures stand before any chart, then charts; the same after each change of scene and region', async ({
  page,
}) => {
  await page.addInitScript(note)
  await openWall(page, link('baiyun', 'overview'))
  const [figures, all, ...more] = await stages(page)
  expect(more).toEqual([])
  expect(figures).toMatchObject({ ready: 'figures', loading: 0, maps: 0, canvases: 0 })
  expect(figures?.waiting).toBeGreaterThan(0)
  expect(all).toMatchObject({ ready: 'true', loading: 0, maps: 0, waiting: 0 })
  expect(all?.canvases).toBeGreaterThan(0)

  const town = townsOf('baiyun')[0]
  if (!town) throw new Error('no town')
  const changes = [
    () => goToScene(page, 'hotline'),
    () => goToScene(page, 'overview'),
    async () => {
      await page.locator(`[data-panel="city-map"] [data-town="${town.code}"]`).focus()
      await page.keyboard.press('Enter')
      await scopedTo(page, town)
      await settled(page)
    },
  ]
  for (const change of changes) {
    await change()
    expect((await stages(page)).map(({ ready }) => ready)).toEqual(['none', 'figures', 'true'])
  }
})

test('a scene without a chart goes through both stages too', async ({ page }) => {
  await page.addInitScript(note)
  await openWall(page, link('xiantao', 'video'))
  await expect(page.locator('[data-chart]')).toHaveCount(0)
  expect((await stages(page)).map(({ ready }) => ready)).toEqual(['figures', 'true'])
})

test('the chart engine is fetched before the figures and evaluated after them; tooltips only when pointed at', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const times = (name: string) => asked.filter((path) => path.includes(`/${name}-`)).length
  await page.route(/\/assets\/echarts-/, async (route) => {
    const response = await route.fetch()
    const body = `${await response.text()}\nglobalThis.evaluatedAt = document.documentElement.dataset.ready`
    await route.fulfill({ response, body })
  })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // No figure can stand before the city has been read.
  await page.route(/\/mock-data\//, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/?${shippedLink('baiyun', 'overview')}`, { waitUntil: 'commit' })
  await expect.poll(() => times('echarts'), 'the engine is on its way').toBe(1)
  release()
  await settled(page)
  expect(await page.evaluate(() => String(Reflect.get(window, 'evaluatedAt')))).toBe('figures')
  expect(times('echarts')).toBe(1)
  expect(times('tooltip')).toBe(0)
  await page.locator('[data-chart]').first().hover()
  await expect.poll(() => times('tooltip')).toBe(1)
  await settled(page)
})

test('while the chart engine does not come, the figures stand', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/echarts-/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/?${link('baiyun', 'overview')}`, { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'figures')
  await expect(page.locator('[data-metric="exceptions_open"]')).toHaveAttribute('data-value', /\d/)
  await expect(page.locator('[data-chart] canvas')).toHaveCount(0)
  release()
  await settled(page)
})

/** Device pixels a CSS pixel of every chart's canvas. */
const ratios = (page: Page) =>
  page
    .locator('[data-chart] canvas')
    .evaluateAll((all) =>
      all.map((each) =>
        each instanceof HTMLCanvasElement ? each.width / each.getBoundingClientRect().width : 0,
      ),
    )

test('charts follow the pixel ratio of the screen and the zoom while the page runs', async ({ page }) => {
  await openWall(page, link('baiyun', 'hotline'))
  await settled(page)
  const session = await page.context().newCDPSession(page)
  for (const [width, height, deviceScaleFactor] of [
    [1920, 1080, 2],
    // Zoom 110 %.
    [1745, 982, 1.1],
    [1920, 1080, 1],
  ] as const) {
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor,
      mobile: false,
    })
    await expect
      .poll(async () => {
        const all = await ratios(page)
        // A canvas has whole pixels only.
        return all.length > 0 && all.every((ratio) => Math.abs(ratio - deviceScaleFactor) < 0.01)
      }, `ratio ${deviceScaleFactor}`)
      .toBe(true)
    await settled(page)
  }
})
