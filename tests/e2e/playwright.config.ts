import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { TEST_FLAGS, findTestChromium } from '../setup/browser.mjs'

// Another port and build folder let several people (or a soak and a test run) work in one checkout.
const port = process.env['GUANCHENG_PORT'] ?? '4173'
const dist = process.env['GUANCHENG_DIST'] ?? 'dist'
const root = resolve(import.meta.dirname, '../..')
const baseURL = `http://127.0.0.1:${port}`
const executablePath = findTestChromium()
if (!executablePath) throw new Error('no Chromium here: run `node tests/setup/browser.mjs`')

// The page after every step, kept for every test, costs a whole run a tenth to a fifth of its time: only a rerun of what failed
// has it (`--last-failed`, or GUANCHENG_TRACE=dom). Workers load this file too, without the arguments but with the environment.
if (process.argv.includes('--last-failed')) process.env['GUANCHENG_TRACE'] ??= 'dom'
const snapshots = process.env['GUANCHENG_TRACE'] === 'dom'

/** The wall on mock data, as it is built. tests/playwright.config.ts adds the rest. */
export default defineConfig({
  testDir: '.',
  outputDir: resolve(root, 'test-results'),
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time is a bug we have not understood.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Generous: how fast the machine is must not decide a test, and some walk through all that a page can show.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['./closing-line.ts']],
  use: {
    baseURL,
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // One tab a worker, emptied between tests (cookies, storage, cache, routes, scripts, clock): a page that opens in a browser
    // which has just compiled its program costs half of one that opens in a new one, and opening pages is most of a run.
    reuseContext: true,
    // Without film strip and page a trace costs next to nothing; one picture of the end is enough. The fixture takes it of what failed:
    // Playwright would take one of every test, because it must before it knows.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots },
    launchOptions: { executablePath, args: TEST_FLAGS },
  },
  // `npm run e2e` builds first, so what is tested is what is shipped.
  webServer: {
    command: `node tests/setup/preview.mjs ${dist} ${port}`,
    cwd: root,
    url: baseURL,
    reuseExistingServer: false,
  },
})
