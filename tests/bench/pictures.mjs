// The wall of pictures on the demo's clips: what 4, 9 and 16 of them cost, what 500 switches leave behind, and how long a switch takes.
// Each with the load average of the machine, since whatever else runs on it is in the milliseconds.
import os from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { openPage, quantile, round } from './page.mjs'

const SIZE = { width: 1920, height: 1080 }
const TILES = [4, 9, 16]
const WATCHED_MS = 8000
/** After so many switches what is left is counted. */
const COUNTED = [0, 100, 300, 500]
/** For as long the wall knows the cameras that were there before. */
const KEPT_MS = 7000
const PANEL = '[data-panel="video-pictures"]'
// A clock that stands moves no clip.
const query = (tiles) => `city=baiyun&scene=video&date=2026-11-18&at=10:42&speed=1&pictures=${tiles},all`

/** Runs in the page before anything else: counts what is opened and never closed. */
function countOpen() {
  const open = { urls: 0, sockets: 0, peers: 0 }
  globalThis.benchOpen = open
  const [make, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)]
  URL.createObjectURL = (what) => {
    open.urls++
    return make(what)
  }
  URL.revokeObjectURL = (url) => {
    open.urls--
    revoke(url)
  }
  globalThis.WebSocket = class extends WebSocket {
    constructor(...of) {
      super(...of)
      open.sockets++
      this.addEventListener('close', () => open.sockets--)
    }
  }
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...of) {
      super(...of)
      open.peers++
    }
    close() {
      open.peers--
      super.close()
    }
  }
}

/** Runs in the page: frames that its elements have drawn and dropped, all together. */
function framesIn(panel) {
  const all = [...document.querySelectorAll(`${panel} video`)].map((one) => one.getVideoPlaybackQuality())
  const sum = (of) => all.reduce((n, one) => n + one[of], 0)
  return { drawn: sum('totalVideoFrames'), dropped: sum('droppedVideoFrames') }
}

/** Runs in the page: ms until every tile stands for another camera than before, and draws it. */
function switched(panel) {
  const names = () =>
    [...document.querySelectorAll(`${panel} [data-picture]`)].map((one) => one.dataset.picture)
  return new Promise((done) => {
    const [before, started] = [names(), performance.now()]
    dispatchEvent(new KeyboardEvent('keydown', { key: 'l' }))
    const look = () => {
      const now = names()
      const took = performance.now() - started
      // The tile of what needs a person keeps its camera.
      const changed = now.filter((name, i) => name !== before[i]).length >= now.length - 1
      if (changed || took > 10_000) done(changed ? took : Number.NaN)
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the page: goes on to the next pictures so many times. */
async function switchOn(times) {
  for (let i = 0; i < times; i++) {
    dispatchEvent(new KeyboardEvent('keydown', { key: 'l' }))
    await new Promise((done) => setTimeout(done, 30))
  }
}

async function leftIn(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  return {
    heapMb: round(of.JSHeapUsedSize / 1e6),
    nodes: of.Nodes,
    listeners: of.JSEventListeners,
    videos: await page.locator(`${PANEL} video`).count(),
    workers: page.workers().length,
    ...(await page.evaluate(() => globalThis.benchOpen)),
  }
}

/** What is left after so many switches, as fast as somebody presses: most pictures never come. */
async function leftAfter(page, cdp) {
  const left = {}
  for (const [i, switches] of COUNTED.entries()) {
    await page.evaluate(switchOn, switches - (COUNTED[i - 1] ?? 0))
    await wait(KEPT_MS)
    left[switches] = await leftIn(page, cdp)
  }
  return left
}

/** CPU seconds of every process of the browser. */
async function cpuOf(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((n, { cpuTime }) => n + cpuTime, 0)
}

async function costOf(page, cdp, system) {
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value
  }
  const before = [await cpuOf(system), await busy(), await page.evaluate(framesIn, PANEL), performance.now()]
  await wait(WATCHED_MS)
  const after = [await cpuOf(system), await busy(), await page.evaluate(framesIn, PANEL), performance.now()]
  const seconds = (after[3] - before[3]) / 1000
  return {
    cpuPercent: round((100 * (after[0] - before[0])) / seconds),
    mainThreadPercent: round((100 * (after[1] - before[1])) / seconds),
    framesPerSecond: round((after[2].drawn - before[2].drawn) / seconds),
    dropped: after[2].dropped - before[2].dropped,
  }
}

export async function picturing(browser, site, log) {
  const system = await browser.newBrowserCDPSession()
  const told = {}
  for (const tiles of TILES) {
    log(`${tiles} pictures`)
    const { page, close, errors } = await openPage(browser, `${site.url}/?${query(tiles)}`, SIZE, {
      prepare: (context) => context.addInitScript(countOpen),
    })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await page.locator(`${PANEL} [data-picture-state="connecting"]`).first().waitFor({ state: 'detached' })
    const load = os.loadavg()[0]
    const cost = await costOf(page, cdp, system)
    const takes = []
    for (let i = 0; i < 12; i++) takes.push(await page.evaluate(switched, PANEL))
    const came = takes.filter((ms) => !Number.isNaN(ms))
    const left = tiles === TILES[0] ? await leftAfter(page, cdp) : undefined
    told[tiles] = {
      load: round(load),
      ...cost,
      switchMs: {
        p50: round(quantile(came, 0.5)),
        p95: round(quantile(came, 0.95)),
        late: takes.length - came.length,
      },
      ...(left && { leftAfterSwitches: left }),
      errors: [...new Set(errors)].slice(0, 5),
    }
    await close()
    log(JSON.stringify(told[tiles]))
  }
  return told
}
