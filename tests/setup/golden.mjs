// `npm run golden`: writes the golden list (tests/unit/golden/list) anew, and takes out of it what is no longer drawn.
import process from 'node:process'
import { startVitest } from 'vitest/node'

if (process.env.CI) {
  console.error('golden: CI only compares; run it where the change can be looked at, and commit that change')
  process.exit(1)
}
process.env.GUANCHENG_GOLDEN = 'accept'
const vitest = await startVitest('test', ['tests/unit/golden/golden.test.tsx'], {
  config: 'tests/vitest.config.ts',
  watch: false,
})
await vitest.close()
