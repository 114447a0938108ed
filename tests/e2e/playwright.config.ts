import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../setup/browser.mjs'

const baseURL = 'http://127.0.0.1:4173'
const executablePath = findChromium()
if (!executablePath) throw new Error('no Chromium here: run `node tests/setup/browser.mjs`')

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time is a bug we have not understood.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./closing-line.ts']],
  use: {
    baseURL,
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  },
  // `npm run e2e` builds first, so what is tested is what is shipped.
  webServer: {
    command: 'npx vite preview --port 4173 --host 127.0.0.1 --strictPort',
    cwd: '../..',
    url: baseURL,
    reuseExistingServer: false,
  },
})
