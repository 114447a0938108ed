import {
  test as base,
  expect,
  type BrowserContext,
  type CDPSession,
  type Page,
  type TestInfo,
} from '@playwright/test'

export { expect }
export { legibility } from './legibility'

interface Fixtures {
  /**
   * The same for a whole file or group: `test.use({ allow: [/a/] })`. Playwright reads a list of two as [value, options],
   * so two patterns are one: `[/a|b/]`.
   */
  allow: RegExp[]
  /**
   * Faults this test causes on purpose: `faults.allow(/404 .*\/hotline\.json/)`. Any other console error, page error,
   * failed request, answer of 400 or above, or request to a foreign host fails the test.
   */
  faults: Faults
  /**
   * What the page's browser can be told beyond Playwright. It ends with the test: a screen it was given would stay in the tab, under
   * whatever size the next test asks for.
   */
  cdp: CDPSession
}

class Faults {
  private readonly seen: string[] = []
  private readonly allowed: RegExp[] = []

  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns)
  }

  add(fault: string): void {
    this.seen.push(fault)
  }

  unexpected(): string[] {
    return this.seen.filter((fault) => !this.allowed.some((pattern) => pattern.test(fault)))
  }
}

function watch(context: BrowserContext, host: string, faults: Faults): void {
  const isForeign = (url: string) => /^(https?|wss?):/.test(url) && new URL(url).host !== host
  context.on('console', (message) => {
    // The address is part of what `allow` may match: Chromium's own text says only "Failed to load resource".
    if (message.type() === 'error') faults.add(`console: ${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => faults.add(`page error: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    if (isForeign(request.url())) faults.add(`foreign host: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // Aborted means the page itself gave up (navigation, unmount, a newer poll), not that a server failed.
    if (reason !== 'net::ERR_ABORTED') faults.add(`failed: ${reason} ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) faults.add(`${response.status()} ${response.url()}`)
  })
  const watchSockets = (page: Page) =>
    page.on('websocket', (socket) => {
      if (isForeign(socket.url())) faults.add(`foreign host: ${socket.url()}`)
    })
  // The first tab is kept from one test to the next; others may be opened.
  context.pages().forEach(watchSockets)
  context.on('page', watchSockets)
}

const hasClock = async (context: BrowserContext): Promise<boolean> =>
  (await context.pages()[0]?.evaluate(() => '__pwClock' in globalThis)) ?? false

/** What the tab shows at the end of a test that failed. */
async function picture(context: BrowserContext, info: TestInfo): Promise<void> {
  for (const [i, page] of context.pages().entries()) {
    const path = info.outputPath(`end-${i + 1}.png`)
    // A page that cannot be drawn any more must not hide why.
    await page.screenshot({ path, timeout: 5000 }).then(
      () => info.attach('picture', { path, contentType: 'image/png' }),
      () => undefined,
    )
  }
}

export const test = base.extend<Fixtures>({
  cdp: async ({ page, context }, provide) => {
    const session = await context.newCDPSession(page)
    await provide(session)
    await session.detach()
  },
  allow: [[], { option: true }],
  faults: [
    async ({ context, baseURL, allow }, use, info) => {
      const faults = new Faults()
      if (!Array.isArray(allow)) throw new Error('allow: write [/a|b/], Playwright drops the second of two')
      faults.allow(...allow)
      watch(context, new URL(baseURL ?? '').host, faults)
      await use(faults)
      if (info.status !== info.expectedStatus || faults.unexpected().length > 0) await picture(context, info)
      // A request still on its way through a route when the test ends is nobody's fault.
      await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
      // The next test has the same browser context, and this is not put back for it.
      await context.setOffline(false)
      // A clock left paused is set going only when its tab has been emptied: a script of it then stays behind and breaks the next page.
      if (await hasClock(context)) await context.clock.resume()
      expect(faults.unexpected(), 'the page reported faults').toEqual([])
    },
    { auto: true },
  ],
})

interface Size {
  width: number
  height: number
}

/** Opens `/?query` and waits until every visible panel has painted. `size` in CSS px, default 1920×1080. */
export async function openWall(page: Page, query = '', size?: Size): Promise<void> {
  if (size) await page.setViewportSize(size)
  await page.goto(`/?${query}`)
  // How fast the machine is must not decide: a demo counts tens of thousands of rows before it is ready.
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
}
