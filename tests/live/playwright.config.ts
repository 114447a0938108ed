import { defineConfig } from '@playwright/test'
import shared from '../e2e/playwright.config'

// The stack serves the build, so no web server stands beside it.
const { webServer: _, ...rest } = shared

export default defineConfig({
  ...rest,
  testDir: '.',
  testIgnore: 'faults*.spec.ts',
  // One set of servers at a time: tests kill them.
  workers: 1,
  fullyParallel: false,
  reporter: [['list'], ['../e2e/closing-line.ts']],
})
