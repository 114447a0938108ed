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

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    environment: 'node',
    // A slow machine is not a wrong result; only a test that hangs may end by the clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
    reporters: ['default', closingLine],
  },
})
