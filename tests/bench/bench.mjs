// `npm run -s bench [-- --long --no-build --compare]`: builds, serves and measures the wall, by itself and against the base commit;
// prints ONE JSON object on stdout. `--compare`: the comparison only. `npm run -s bench -- live`: loads the live stack (live.mjs);
// `-- mapping`: maps many rows (mapping.ts); `-- lists`: scrolls lists of the drawer (scrolling.mjs); `-- pictures`: what
// pictures cost, what switching them leaves (pictures.mjs) and how long it takes by each way in (protocols.mjs); `-- points`: moves the map of
// cameras (points.mjs), and weighs what it is drawn from (points.ts).
// Milliseconds depend on the machine and its neighbours: compare the ratios of one run.
import { execSync } from 'node:child_process'
import os from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../setup/browser.mjs'
import { BASE, buildBase } from './base.mjs'
import { missingPackages } from '../live/servers.mjs'
import { compare } from './compare.mjs'
import { benchLive } from './live.mjs'
import { round } from './page.mjs'
import { picturing } from './pictures.mjs'
import { pointing } from './points.mjs'
import { protocols } from './protocols.mjs'
import { scrolling } from './scrolling.mjs'
import { serve } from './server.mjs'
import { views } from './views.mjs'
import { weigh } from './weigh.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const has = (flag) => process.argv.includes(flag)
const log = (text) => console.error(`bench: ${text}`)

/** A fixed piece of work, so that two machines' milliseconds can be put in proportion. */
function calibrate() {
  const started = performance.now()
  for (let i = 0, sum = 0; i < 2e7; i++) sum = (sum + i * i) % 1000003
  return round(performance.now() - started)
}

async function compared(browser, today) {
  const base = buildBase(root, log)
  if (!base) return { skipped: `commit ${BASE} is not in this clone: git fetch --unshallow` }
  const site = await serve(base.dist)
  try {
    return await compare(browser, today, site, log)
  } finally {
    await site.close()
    base.remove()
  }
}

if (has('live')) {
  await benchLive()
  process.exit()
}
if (has('mapping')) {
  execSync('node tests/setup/run-ts.mjs tests/bench/mapping.ts', { cwd: root, stdio: 'inherit' })
  process.exit()
}
if (!has('--no-build')) {
  log('vite build')
  execSync('npx vite build', { cwd: root, stdio: ['ignore', 2, 2] })
}
const site = await serve(join(root, 'dist'))
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
try {
  if (has('points')) {
    execSync('node tests/setup/run-ts.mjs tests/bench/points.ts', { cwd: root, stdio: ['ignore', 2, 2] })
    console.log(JSON.stringify(await pointing(browser, site, log), null, 1))
    process.exit()
  }
  if (has('pictures')) {
    const missing = missingPackages()
    const wall = await picturing(browser, site, log)
    const ways =
      missing.length === 0
        ? await protocols(browser, join(root, 'dist'), log)
        : { skipped: `missing: ${missing.join(', ')}` }
    console.log(JSON.stringify({ ...wall, switchMsByWay: ways }, null, 1))
    process.exit()
  }
  if (has('lists')) {
    console.log(JSON.stringify(await scrolling(browser, site, log), null, 1))
    process.exit()
  }
  const machine = {
    cpus: os.cpus().length,
    calibrationMs: calibrate(),
    chromium: browser.version(),
    node: process.version,
  }
  const { live, demo, shell } = await weigh()
  const alone = has('--compare') ? {} : await views(browser, site, has('--long') ? 600 : 60, log)
  const against = await compared(browser, site)
  console.log(JSON.stringify({ machine, bytes: { live, demo, shell }, ...alone, [BASE]: against }, null, 1))
} finally {
  await browser.close()
  await site.close()
}
