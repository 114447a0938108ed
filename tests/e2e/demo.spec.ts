import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { built, config, goToScene, shippedLink, readRecorded } from './site'
import { LIVE, liveProfile } from './source'
import { scopedTo, townsOf } from './towns'

/** What only a demo loads: its way in, the thread with the city's code, what moves its clock and what shows that. */
const DEMO_CODE = /\/(demo-fetch|city\.worker|replay|ClockStrip)-[^/]*\.(?:js|css)$/
const partsIn = (paths: readonly string[]) =>
  [...new Set(paths.flatMap((path) => DEMO_CODE.exec(path)?.[1] ?? []))].toSorted()
const SHIPPED = partsIn(readdirSync(resolve(built, 'assets')).map((name) => `/${name}`))

/** Paths asked for from now on, by the page and by its threads; of another host the whole address. */
function listen(page: Page, home: string | undefined): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { origin, pathname, href } = new URL(request.url())
    if (!/^(data|blob):/.test(href)) asked.push(origin === home ? pathname : href)
  })
  return asked
}

/** What went to another host; every other test looks out for it as well (fixture). */
const elsewhere = (asked: readonly string[]) => asked.filter((path) => !path.startsWith('/'))

/** Every scene for the whole city, then the last one for a town. */
async function visit(page: Page, look: () => Promise<void>): Promise<void> {
  for (const scene of config.scenes) {
    await goToScene(page, scene)
    await look()
  }
  const [town] = townsOf('baiyun')
  if (!town) throw new Error('no town')
  await goToScene(page, 'overview')
  await page.locator(`[data-panel="city-map"] [data-town="${town.code}"]`).focus()
  await page.keyboard.press('Enter')
  await scopedTo(page, town)
  await look()
}

test('a live site asks for no byte of the demo', async ({ page, baseURL }) => {
  const asked = listen(page, baseURL)
  await liveProfile(page, ({ sources }) => {
    for (const source of Object.values(sources))
      if (source['poll']) source['poll'] = { url: 'api/{city}/{dataset}', everyMs: 5000 }
  })
  await page.route(/\/api\/baiyun\/[\w-]+$/, (route) =>
    route.fulfill({ json: readRecorded('baiyun', route.request().url().split('/').at(-1) ?? '') }),
  )
  await openWall(page, shippedLink('baiyun', 'overview', LIVE))
  await visit(page, async () => {})
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog', { name: '数据健康' })).toContainText('12345 热线')
  expect(asked.filter((path) => DEMO_CODE.test(path) || /\/(mock-data|demo)\//.test(path))).toEqual([])
  // The build has such code, and threads do not ask unseen.
  expect(SHIPPED).toEqual(['ClockStrip', 'city.worker', 'demo-fetch', 'replay'])
  expect(asked.filter((path) => /\/data\.worker-/.test(path))).not.toEqual([])
})

test('a demo answers every panel from what its city starts from, read once, is marked as a demo everywhere, and asks for nothing else, nor any other host', async ({
  page,
  baseURL,
}) => {
  const asked = listen(page, baseURL)
  await openWall(page, shippedLink('baiyun', 'overview'))
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'demo')
  await expect(page.locator('header').first()).toContainText('演示数据')
  await visit(page, async () => {
    const states = await page
      .locator('[data-panel]')
      .evaluateAll((all) =>
        all.map((panel) => `${panel.getAttribute('data-panel')} ${panel.getAttribute('data-state')}`),
      )
    expect(states.filter((state) => !/ (demo|late)$/.test(state))).toEqual([])
    // What was published is no demo.
    const unmarked = page
      .locator('[data-panel]:has([data-metric]:not([data-fact]))')
      .filter({ hasNotText: '演示' })
    expect(await unmarked.evaluateAll((all) => all.map((panel) => panel.getAttribute('data-panel')))).toEqual(
      [],
    )
  })
  const own = asked.filter((path) => /\/(mock-data|demo)\//.test(path))
  const clips = own.filter((path) => /^\/demo\/[a-z]+\.mp4$/.test(path))
  expect(own.filter((path) => !clips.includes(path))).toEqual(['/mock-data/baiyun/seed.json'])
  // Pictures stand for cameras: what moves is shipped with the program too.
  expect(new Set(clips).size).toBeGreaterThan(1)
  expect(partsIn(asked), 'what a live site must not ask for').toEqual(['city.worker', 'demo-fetch'])
  expect(elsewhere(asked)).toEqual([])
  // It all went through the eyes of this test.
  expect(asked.length).toBeGreaterThan(config.cities.length + config.scenes.length + 6)
})
