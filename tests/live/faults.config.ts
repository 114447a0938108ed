import { defineConfig } from '@playwright/test'
import shared from '../e2e/playwright.config'

// The proxy serves the build itself, so no web server stands beside it.
const { webServer: _, ...rest } = shared

export default defineConfig({
  ...rest,
  testDir: '.',
  testMatch: 'faults*.spec.ts',
  // Each leads the wall through minutes of its own time; how fast the machine is must not decide.
  timeout: 180_000,
  reporter: [['list'], ['../e2e/closing-line.ts']],
  use: {
    ...rest.use,
    // A picture of the page after each of a hundred steps would cost as much as the steps.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  },
})
