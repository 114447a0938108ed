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

const KEYS_ALONE = {
  id: 'hall',
  title: '大厅',
  dataset: 'service-hall',
  present: {
    panels: { keys: 'hall-keys' },
    layouts: { '16:9': { columns: [1], rows: [1], areas: ['keys'] } },
  },
}

test('a scene without a chart goes through both stages too', async ({ page }) => {
  await page.addInitScript(note)
  await page.route(/config\/scenes\/hall\.json/, (route) => route.fulfill({ json: KEYS_ALONE }))
  await openWall(page, link('baiyun', 'hall'))
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
  await page.goto(`/?${shippedLink('heyuan', 'overview')}`, { waitUntil: 'commit' })
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

/** Elements that are zoomed or scaled: either would put the pointer beside what it points at, or blur what is drawn (docs/decisions). */
const scaled = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter((element) => {
        const { transform, zoom } = getComputedStyle(element)
        return zoom !== '1' || (!(element instanceof SVGElement) && /^matrix\((?!1, 0, 0, 1)/.test(transform))
      }).length,
  )

test('charts are drawn with the pixels of the screen from the start, and follow its ratio and the zoom while the page runs', async ({
  page,
  cdp,
}) => {
  const screenOf = (width: number, height: number, deviceScaleFactor: number) =>
    cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false })
  await screenOf(1920, 1080, 2)
  await openWall(page, link('baiyun', 'overview'))
  await settled(page)
  const density = await ratios(page)
  expect(density.length).toBeGreaterThan(2)
  for (const each of density) expect(each).toBeCloseTo(2, 1)
  expect(await scaled(page)).toBe(0)

  await goToScene(page, 'hotline')
  for (const [width, height, ratio] of [
    [1920, 1080, 1],
    // Zoom 110 %.
    [1745, 982, 1.1],
    [1920, 1080, 2],
    [1920, 1080, 1],
  ] as const) {
    await screenOf(width, height, ratio)
    await expect
      .poll(async () => {
        const all = await ratios(page)
        // A canvas has whole pixels only.
        return all.length > 0 && all.every((each) => Math.abs(each - ratio) < 0.01)
      }, `ratio ${ratio}`)
      .toBe(true)
    await settled(page)
  }
})
