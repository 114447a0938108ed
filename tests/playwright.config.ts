import { defineConfig } from '@playwright/test'
import mock from './e2e/playwright.config'
import { missingPackages } from './live/servers.mjs'

const missing = missingPackages()
// In CI a stack that cannot start is a failure; elsewhere it is said, and the rest is tested.
const withServers = missing.length === 0 || Boolean(process.env['CI'])
if (!withServers)
  console.warn(
    `e2e: WARNING the live stack is NOT tested, missing: ${missing.join(', ')} (node tests/live/servers.mjs)`,
  )

// Files are run by name; the longest first, or one core would wait at the end for the longest test of all.
const LONG = /(updates|airgap|theme|a11y|pointing|facts)\.spec\.ts$/

/** Everything in a browser in one run, so that no core is idle while servers start. */
export default defineConfig({
  ...mock,
  testDir: '.',
  reporter: [['list'], ['./e2e/closing-line.ts']],
  projects: [
    // First, because it runs in one worker from beginning to end.
    ...(withServers
      ? [
          {
            name: 'live',
            testDir: 'live',
            testIgnore: 'faults*.spec.ts',
            // One set of servers at a time: tests kill them.
            workers: 1,
            fullyParallel: false,
          },
        ]
      : []),
    { name: 'faults', testDir: 'live', testMatch: 'faults*.spec.ts' },
    { name: 'mock-long', testDir: 'e2e', testMatch: LONG },
    { name: 'mock', testDir: 'e2e', testIgnore: LONG },
  ],
})
