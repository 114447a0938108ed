import type { Page } from '@playwright/test'
import { expect, legibility, openWall, test } from './fixture'

/** The page is made up here, so these prove the instruments and not the app. */
async function serve(page: Page, body: string): Promise<void> {
  const html = `<!doctype html><html data-ready="true"><link rel="icon" href="data:,"><body style="margin:0">${body}`
  await page.route('/?planted', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await openWall(page, 'planted')
}

/** Every fault by a name of its own, so that none is seen in place of another. */
const PLANTED: readonly (readonly [name: string, body: string, fault: RegExp])[] = [
  ['a console error', `<script>console.error('planted words')</script>`, /^console: planted words/],
  [
    'an uncaught error',
    `<script>throw new Error('planted throw')</script>`,
    /^page error: Error: planted throw/,
  ],
  [
    'a rejected promise',
    `<script>Promise.reject(new Error('planted promise'))</script>`,
    /^page error: Error: planted promise/,
  ],
  ['an answer of 404', `<img src="/no-such.png" alt="">`, /^404 .*no-such/],
  ['a failed request', `<script>fetch('/broken').catch(() => {})</script>`, /^failed: .*broken/],
  ['a foreign host', `<script>fetch('http://127.0.0.1:9/x').catch(() => {})</script>`, /^foreign host: .*:9/],
  ['a foreign socket', `<script>new WebSocket('ws://127.0.0.1:9/x')</script>`, /^foreign host: ws:.*:9/],
]

test(`${PLANTED.map(([name]) => name).join(', ')}: each would fail a test`, async ({ page, faults }) => {
  await page.route('/broken', (route) => route.abort('connectionreset'))
  await page.route('/no-such.png', (route) => route.fulfill({ status: 404, body: '' }))
  for (const [name, body, fault] of PLANTED)
    await test.step(name, async () => {
      expect(faults.unexpected(), name).not.toContainEqual(expect.stringMatching(fault))
      await serve(page, body)
      await expect.poll(() => faults.unexpected(), name).toContainEqual(expect.stringMatching(fault))
    })
  faults.allow(/planted|broken|no-such|:9\//)
})

test.describe('allow', () => {
  test.use({ allow: [/planted/] })
  test('excuses what it names', async ({ page, faults }) => {
    await serve(page, `<script>console.error('planted')</script>`)
    expect(faults.unexpected()).toEqual([])
  })
})

const box = (style: string, text: string) =>
  `<div style="position:absolute;font-size:24px;${style}">${text}</div>`

test('legibility names every kind of trouble, and only trouble', async ({ page }) => {
  await serve(
    page,
    [
      box('left:40px;top:40px', '正常文字'),
      box('left:40px;top:100px;font-size:14px', '太小'),
      box('left:1900px;top:160px;white-space:nowrap', '出屏出屏'),
      box('left:40px;top:220px;width:50px;overflow:hidden;white-space:nowrap', '被裁切的文字'),
      box('left:40px;top:280px', '上层') + box('left:50px;top:282px', '下层'),
      box('left:930px;top:340px', '骑在拼缝上'),
    ].join(''),
  )
  const { issues, texts, smallest } = await legibility(page, { seams: [960] })
  expect(texts).toBe(7)
  expect(smallest).toBe(14)
  const kinds = issues.map((issue) => issue.split(/[ "]/)[0] ?? '')
  expect(kinds.toSorted()).toEqual(['CLIP', 'OFF', 'OVERLAP', 'SCROLL', 'SEAM', 'SMALL'])
  // An empty page is not called legible.
  await serve(page, '<main></main>')
  expect((await legibility(page)).issues).toEqual(['EMPTY no text on the page'])
})

// Opening a new browser context for every test is half of what a run costs, so the tab is kept: nothing may be found in it.
test.describe('the tab of the test before', () => {
  test.describe.configure({ mode: 'serial' })

  const found = (page: Page) =>
    page.evaluate(() => ({
      script: 'left' in window,
      stored: localStorage.length,
      longAgo: Date.now() < 1e12,
      width: innerWidth,
      reduced: matchMedia('(prefers-reduced-motion: reduce)').matches,
      forced: matchMedia('(forced-colors: active)').matches,
      online: navigator.onLine,
    }))

  test('is left in disorder', async ({ page, context }) => {
    await page.addInitScript(() => Object.assign(window, { left: true }))
    await page.clock.install({ time: 0 })
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.route('/config.json', (route) => route.fulfill({ json: {} }))
    await serve(page, '<main></main>')
    await page.evaluate(() => localStorage.setItem('left', 'here'))
    await context.addCookies([{ name: 'left', value: 'here', url: page.url() }])
    await context.setOffline(true)
    expect(await found(page)).toEqual({
      script: true,
      stored: 1,
      longAgo: true,
      width: 390,
      reduced: true,
      forced: true,
      online: false,
    })
  })

  test('is found empty', async ({ page, context }) => {
    expect(context.pages()).toEqual([page])
    expect(await context.cookies()).toEqual([])
    await serve(page, '<main></main>')
    expect(await found(page)).toEqual({
      script: false,
      stored: 0,
      longAgo: false,
      width: 1920,
      reduced: false,
      forced: false,
      online: true,
    })
    expect(await page.evaluate(async () => (await fetch('/config.json')).text())).toContain('"cities"')
  })
})
