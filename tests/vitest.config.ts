import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import type { Reporter, TestModule } from 'vitest/node'

/** The last line says what happened without colours or a summary box, for people and for scripts alike. */
const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors) {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const count = (state: string) => states.filter((each) => each === state).length
    // A file that cannot be loaded has no tests, and must still count.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    console.log(
      `vitest: ${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`,
    )
  },
}

// React as it is shipped: the development build takes twice as long to draw the same markup.
process.env['NODE_ENV'] = 'production'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files that replace a module before it is loaded: they need a process of their own, in which nothing has been loaded yet. */
const replacing = ['tests/unit', 'tests/architecture'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(
      (file) => /\.test\.tsx?$/.test(file) && readFileSync(join(root, file), 'utf8').includes('vi.mock('),
    ),
)

/** Files that ask a server of the machine: tested once it is installed (tests/setup/check.mjs). */
const WITH_SERVERS = ['tests/unit/docs/integrate-blocks.test.ts']
const later = process.env['GUANCHENG_SERVERS'] === 'later' ? WITH_SERVERS : []

export default defineConfig({
  root,
  plugins: [react()],
  test: {
    environment: 'node',
    // A slow machine is not a wrong result; only a test that hangs may end by the clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default one core stays idle, which is half of a machine of two.
    maxWorkers: '100%',
    // Processes, not threads: a test sets the time zone.
    pool: 'forks',
    // Days of whole cities are made and dropped: with room for the young a tenth less of the time goes to sweeping.
    execArgv: ['--max-semi-space-size=128'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          exclude: [...replacing, ...later],
          // Loading the same modules again for every file costs as much as a third of the tests. State that one file leaves
          // behind is a fault of that file: `--sequence.shuffle.files` finds it.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: replacing } },
    ],
    reporters: ['default', closingLine],
  },
})
