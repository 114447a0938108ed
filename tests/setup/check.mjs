// `npm run check [step…]`: every static check and the unit tests, all of them even after a failure, with one verdict at the end.
import { spawnSync } from 'node:child_process'

const vitest = 'vitest run --config tests/vitest.config.ts'
const steps = {
  format: 'oxfmt --check',
  lint: 'oxlint --type-aware --deny-warnings',
  types: 'tsc -p .',
  architecture: `${vitest} tests/architecture`,
  schemas: 'npm run -s schemas -- --check',
  'mock-data': 'npm run -s mock-data -- --check',
  'dead code': 'knip',
  unit: `${vitest} tests/unit`,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(steps, name))
if (unknown.length > 0) {
  console.error(`check: no step named ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}

const failed = []
for (const [name, command] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n── ${name}: ${command}`)
  const started = performance.now()
  // The shell finds node_modules/.bin, which npm has put on the PATH.
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`── ${name}: ${status === 0 ? 'ok' : `FAILED (exit ${status})`} in ${seconds} s`)
  if (status !== 0) failed.push(name)
}

console.log(failed.length > 0 ? `\ncheck: FAILED in ${failed.join(', ')}` : '\ncheck: ok')
process.exit(failed.length > 0 ? 1 : 0)
