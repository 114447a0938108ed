// `npm run check [-- step…]`: every static check and the unit tests, all of them even after a failure, with one verdict at the end.
// Two at a time; what each has to say is printed when it is done. With --e2e what the
// end-to-end tests need is made ready meanwhile: the build, and a browser and servers where this machine has none.
import { spawn } from 'node:child_process'
import process from 'node:process'

const AT_ONCE = 2

const STEPS = {
  format: 'oxfmt --check',
  lint: 'oxlint --type-aware --deny-warnings',
  types: 'tsc -p .',
  architecture: 'tests/architecture',
  'dead code': 'knip',
  unit: 'tests/unit',
}
// Steps that load the same program are one process.
const IN_VITEST = ['architecture', 'unit']

const args = process.argv.slice(2)
const wanted = args.filter((arg) => arg !== '--e2e')
const forE2e = args.includes('--e2e')
const unknown = wanted.filter((name) => !Object.hasOwn(STEPS, name))
if (unknown.length > 0) {
  console.error(`check: no step named ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`)
  process.exit(2)
}

/** What to run, the longest first. */
function jobs() {
  const names = wanted.length > 0 ? wanted : Object.keys(STEPS)
  const own = names.filter((name) => IN_VITEST.includes(name))
  const folders = own.map((name) => STEPS[name]).join(' ')
  const joined =
    own.length > 0
      ? [
          {
            name: own.join(' + '),
            command: `vitest run --config tests/vitest.config.ts ${folders}`,
            // A server that is just being installed would fail or be missed.
            env: forE2e ? { GUANCHENG_SERVERS: 'later' } : {},
          },
        ]
      : []
  const single = names
    .filter((name) => !IN_VITEST.includes(name))
    .map((name) => ({ name, command: STEPS[name] }))
  const build = forE2e ? [{ name: 'build', command: 'vite build' }] : []
  return [...joined, ...build, ...single]
}

/** Runs one job; its output is held back until it ends, so that two never mix. */
function run({ name, command, env: more = {} }) {
  console.log(`── ${name}: started`)
  const started = performance.now()
  const env = { ...process.env, ...more, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
  return new Promise((resolve) => {
    // The shell finds node_modules/.bin, which npm has put on the PATH.
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.once('error', (error) => said.push(Buffer.from(`${error}\n`)))
    child.once('close', (status, signal) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const verdict = status === 0 ? 'ok' : `FAILED (${signal ?? `exit ${status}`})`
      process.stdout.write(`\n── ${name}: ${command}\n`)
      process.stdout.write(Buffer.concat(said))
      console.log(`── ${name}: ${verdict} in ${seconds} s`)
      resolve(status === 0)
    })
  })
}

const waiting = jobs()
const failed = []
async function runAndNote(job) {
  if (!(await run(job))) failed.push(job.name)
}
async function work() {
  for (let job = waiting.shift(); job; job = waiting.shift()) await runAndNote(job)
}
// Packages wait for disk and network, not for the processor: beside the two.
const machine = forE2e
  ? [
      {
        name: 'machine',
        command:
          'node tests/setup/browser.mjs && node tests/live/servers.mjs && vitest run --config tests/vitest.config.ts tests/unit/docs/integrate-blocks.test.ts',
      },
    ]
  : []
await Promise.all([...machine.map(runAndNote), ...Array.from({ length: AT_ONCE }, work)])

console.log(failed.length > 0 ? `\ncheck: FAILED in ${failed.join(', ')}` : '\ncheck: ok')
process.exitCode = failed.length > 0 ? 1 : 0
