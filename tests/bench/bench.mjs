// `npm run -s bench [-- --long --no-build]`: builds, serves and measures the wall; prints ONE JSON object on stdout.
// `npm run -s bench -- live`: loads the live stack instead (live.mjs).
// Milliseconds depend on the machine and its neighbours: compare the ratios of one run, or two runs taken in turn.
import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { parseSync } from 'oxc-parser'
import { CHROMIUM_FLAGS, findChromium } from '../setup/browser.mjs'
import { memory, openPage, quantile, round, steady } from './page.mjs'
import { benchLive } from './live.mjs'
import { serve } from './server.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const dist = join(root, 'dist')
const HD = { width: 1920, height: 1080 }
const UHD = { width: 3840, height: 2160 }
const EVERY_SECOND = '/?screen=wall&profile=bench'
const long = process.argv.includes('--long')
const log = (text) => console.error(`bench: ${text}`)

/** gz bytes of the entry chunk and what it imports statically: all that must arrive before the first frame of the shell. */
function shellBytes() {
  const entry = /<script[^>]+type="module"[^>]+src="\.?\/?([^"]+)"/.exec(
    readFileSync(join(dist, 'index.html'), 'utf8'),
  )
  const seen = new Set()
  const visit = (file) => {
    // The chart engine is a chunk of its own that the shell does not wait for.
    if (seen.has(file) || /\/echarts-[^/]*\.js$/.test(file)) return
    seen.add(file)
    const { module } = parseSync(file, readFileSync(file, 'utf8'))
    const exported = module.staticExports.flatMap(({ entries }) => entries.map((each) => each.moduleRequest))
    const requests = [...module.staticImports.map((each) => each.moduleRequest), ...exported]
    for (const request of requests) if (request) visit(join(dirname(file), request.value))
  }
  if (entry) visit(join(dist, entry[1]))
  return [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
}

async function firstView(browser, site) {
  const runs = []
  for (let run = 0; run < 5; run++) {
    site.sent.length = 0
    const opened = await openPage(browser, `${site.url}/?screen=wall`, HD)
    runs.push(opened.ready)
    // What the first view asked for may still be on its way.
    await wait(1000)
    await opened.close()
    log(`load ${run + 1}: ready ${Math.round(opened.ready)} ms`)
  }
  const bytes = (kind) =>
    site.sent.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.bytes, 0)
  const [js, css, other] = [bytes('js'), bytes('css'), bytes('other')]
  return {
    gzBytes: { total: js + css + other, js, css, other, shell: shellBytes(), requests: site.sent.length },
    missing: site.sent.filter(({ kind }) => kind === 'missing').map(({ path }) => path),
    readyMs: { median: round(quantile(runs, 0.5)), all: runs.map((ms) => round(ms)) },
  }
}

async function atSize(browser, site, size) {
  log(`steady at ${size.width}x${size.height}`)
  const opened = await openPage(browser, site.url + EVERY_SECOND, size)
  await wait(3000)
  const result = { ...(await steady(opened, 20)), errors: [...new Set(opened.errors)].slice(0, 5) }
  await opened.close()
  return result
}

async function overTime(browser, site) {
  const seconds = long ? 600 : 60
  log(`memory over ${seconds} s at 60× demo time`)
  const opened = await openPage(browser, `${site.url}${EVERY_SECOND}&speed=60`, HD)
  await wait(3000)
  const start = await memory(opened)
  await wait(seconds * 1000)
  const end = await memory(opened)
  await opened.close()
  return {
    realSeconds: seconds,
    demoMinutes: seconds,
    start,
    end,
    errors: [...new Set(opened.errors)].slice(0, 5),
  }
}

/** A fixed piece of work, so that two machines' milliseconds can be put in proportion. */
function calibrate() {
  const started = performance.now()
  for (let i = 0, sum = 0; i < 2e7; i++) sum = (sum + i * i) % 1000003
  return round(performance.now() - started)
}

if (process.argv.includes('live')) {
  await benchLive()
  process.exit()
}
if (!process.argv.includes('--no-build')) {
  log('vite build')
  execSync('npx vite build', { cwd: root, stdio: ['ignore', 2, 2] })
}
const site = await serve(dist)
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
try {
  const machine = {
    cpus: os.cpus().length,
    calibrationMs: calibrate(),
    chromium: browser.version(),
    node: process.version,
  }
  const first = await firstView(browser, site)
  const [hd, uhd] = [await atSize(browser, site, HD), await atSize(browser, site, UHD)]
  const memoryRun = await overTime(browser, site)
  const ratios = {
    busy4kToHd: round(uhd.mainBusyPct / hd.mainBusyPct, 2),
    frame4kToHd: round(uhd.frameMsP95 / hd.frameMsP95, 2),
    heapEndToStart: round(memoryRun.end.heapMB / memoryRun.start.heapMB, 3),
    nodesEndToStart: round(memoryRun.end.nodes / memoryRun.start.nodes, 3),
    readyToCalibration: round(first.readyMs.median / machine.calibrationMs, 2),
  }
  console.log(
    JSON.stringify(
      { machine, first, steady1Hz: { '1920x1080': hd, '3840x2160': uhd }, memory: memoryRun, ratios },
      null,
      1,
    ),
  )
} finally {
  await browser.close()
  await site.close()
}
