import { readdirSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { expect, openWall, test } from './fixture'
import { built, HD, link, shippedLink } from './site'
import { hang, spoil } from './source'

const PROGRAM = /\/assets\/app-[^/]*\.js/

/** Takes methods away before the page's own scripts run, as browsers of that age lack them. */
const without = (names: readonly string[]) => {
  for (const name of names) {
    const [owner, method] = name.split('.')
    if (owner === 'Array') Reflect.deleteProperty(Array.prototype, method ?? '')
    else Reflect.deleteProperty(AbortSignal, method ?? '')
  }
}
const LACKED_BY_109 = ['Array.toSorted', 'Array.toReversed', 'Array.with', 'Array.toSpliced']

test('the wall runs with what Chromium 109 has', async ({ page }) => {
  await page.addInitScript(without, LACKED_BY_109)
  await openWall(page, link('baiyun', 'overview'))
  expect(await page.locator('[data-panel]').count()).toBeGreaterThan(5)
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog', { name: '数据健康' })).toBeVisible()
})

test('an older browser is told which one it is and which is needed, and nothing else happens', async ({
  page,
}) => {
  await page.addInitScript(without, [...LACKED_BY_109, 'AbortSignal.timeout'])
  await page.goto('/')
  await expect(page.getByRole('status')).toHaveText(
    /^浏览器过旧：当前为 Chromium \d+，缺少 AbortSignal\.timeout；需要 Chromium 109 或更新版本/,
  )
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('status')).toBeVisible()
  await expect(page.locator('[data-panel], [data-problem]')).toHaveCount(0)
})

test.describe('in a browser that says it is Chromium 102', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (X11; Linux) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/102.0.0.0 Safari/537.36',
  })
  test('the version is named', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('status')).toHaveText(/当前为 Chromium 102；需要 Chromium 109/)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the page says that it needs them', async ({ page, faults }) => {
    // The policy of a page without scripts refuses what is announced for them.
    faults.allow(/failed: csp .*\/assets\//)
    await page.goto('/')
    await expect(page.locator('noscript p')).toBeInViewport()
  })
})

test('header bar and frames stand before the program, and where the wall puts them', async ({ page }) => {
  await page.setViewportSize(HD)
  const held = await hang(page, PROGRAM)
  await page.goto(`/?${link('baiyun', 'overview')}`, { waitUntil: 'commit' })
  const boxes = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect()
        return [x, y, width, height].map(Math.round).join(' ')
      }),
    )
  await expect(page.locator('.shell header')).toBeVisible()
  // The program is held back, so the page gets no further than this; earlier, frames may still be on their way.
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('interactive')
  const before = { header: await boxes('.shell header'), frames: await boxes('.shell main i') }
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
    .toBe(1)
  await held()
  await openWall(page, link('baiyun', 'overview'))
  await expect(page.locator('.shell')).toHaveCount(0)
  expect(before.header).toEqual((await boxes('header')).slice(0, 1))
  expect(before.frames.toSorted()).toEqual((await boxes('[data-panel]')).toSorted())
})

test('a program that cannot be fetched is named, and fetched when it is there again', async ({
  page,
  faults,
}) => {
  faults.allow(/assets\/app-|Failed to load resource/)
  await page.clock.install()
  const repair = await spoil(page, PROGRAM, { status: 503, contentType: 'text/plain' })
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByRole('status')).toHaveText(/^程序文件没有取到：.*\/assets\/app-.*，10 秒后再试。$/)
  await repair()
  await page.clock.fastForward(11_000)
  await expect(page.locator('[data-panel]').first()).toBeVisible()
})

test('before the first view only the shown city and scene are read; other scenes follow', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname))
  await openWall(page, shippedLink('heyuan', 'overview'))
  const files = () => asked.filter((path) => path.startsWith('/config') && !path.includes('/metrics/'))
  // With what stands in their place at night.
  const scenes = readdirSync(resolve(built, 'config/scenes')).length
  await expect.poll(() => files().filter((path) => path.includes('/scenes/')).length).toBe(scenes)
  expect(files().slice(0, 3)).toEqual([
    '/config.json',
    '/config/cities/heyuan.json',
    '/config/scenes/overview.json',
  ])
  expect(files().filter((path) => path.includes('/cities/'))).toHaveLength(1)
  const first = (pattern: RegExp) => asked.findIndex((path) => pattern.test(path))
  expect(first(/mock-data/)).toBeLessThan(first(/scenes\/video/))
})

test('what opens over a screen is here before it is asked for, so that it opens without a network', async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  const asked: string[] = []
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname))
  const arrived = ['js', 'css'].map((kind) =>
    page.waitForEvent('requestfinished', (sent) => new RegExp(`/sheets-[^/]*\\.${kind}$`).test(sent.url())),
  )
  await openWall(page, link('baiyun', 'overview'))
  await Promise.all(arrived)
  const sheet = (path: string) => path.includes('/sheets-')
  expect(asked.findIndex(sheet), 'not before what draws the charts').toBeGreaterThan(
    asked.findIndex((path) => path.includes('/echarts-')),
  )
  await context.setOffline(true)
  for (const [open, name] of [
    [() => page.keyboard.press('h'), '数据健康'],
    [() => page.getByRole('button', { name: /^切换城市/ }).click(), '切换城市'],
    [() => page.locator('[data-panel="hotline"] button[aria-label$="阈值"]').click(), /口径与来源$/],
    [() => page.getByRole('button', { name: /^另 \d+ (件|项)/ }).click(), /./],
  ] as const) {
    await open()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('a scene file that cannot be used costs its own tab, which says so', async ({ page }) => {
  await spoil(page, /\/scenes\/video\.json/, { text: (body) => body.replace('"title"', '"titel"') })
  await openWall(page, link('baiyun', 'overview'))
  const tab = page.getByRole('navigation', { name: '场景' }).getByRole('button', { name: '视频' })
  await expect(tab).toHaveAttribute('data-fault', 'true')
  await tab.click()
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  const said = page.getByRole('main').getByRole('status')
  await expect(said).toContainText('config/scenes/video.json 有误，其他场景不受影响')
  await expect(said).toContainText('title')
  await page.keyboard.press('3')
  await expect(page.locator('[data-panel="hotline-keys"]')).toBeVisible()
})

test.describe('behind a proxy that knows the wall as /wall', () => {
  let proxy: Server
  let base = ''
  test.beforeEach(async ({ baseURL }) => {
    const { hostname, port } = new URL(baseURL ?? '')
    proxy = createServer((ask, answer) => {
      const inside = /^\/wall(?=[/?]|$)(.*)$/.exec(ask.url ?? '')?.[1]
      if (inside === undefined) {
        answer.statusCode = 404
        answer.end('portal')
        return
      }
      const path = inside.startsWith('/') ? inside : `/${inside}`
      ask.pipe(
        request({ hostname, port, path, headers: ask.headers }, (up) => {
          answer.writeHead(up.statusCode ?? 502, up.headers)
          up.pipe(answer)
        }),
      )
    })
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
    base = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  })
  test.afterEach(() => {
    proxy.closeAllConnections()
    proxy.close()
  })

  test('it starts at /wall/, and at /wall it says what is missing', async ({ page, faults }) => {
    faults.allow(/foreign host: http:\/\/127\.0\.0\.1/)
    await page.goto(`${base}/wall/?${shippedLink('zongyang', 'overview')}`)
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
    faults.allow(/404|Refused to (apply|execute)/)
    await page.goto(`${base}/wall?${shippedLink('zongyang', 'overview')}`)
    await expect(page.getByText('地址末尾若缺少斜杠，请补上')).toBeVisible()
  })
})
