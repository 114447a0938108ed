// What one build does by itself: bytes and time of the first view, load in a steady state, memory over time.
import { setTimeout as wait } from 'node:timers/promises'
import { memory, openPage, quantile, round, steady } from './page.mjs'

const HD = { width: 1920, height: 1080 }
const UHD = { width: 3840, height: 2160 }
// A demo replays a day unless it is told to follow real time.
const REAL = '&clock=real'
const EVERY_SECOND = '/?screen=wall&profile=bench'

async function firstView(browser, site, log) {
  const runs = []
  for (let run = 0; run < 5; run++) {
    site.sent.length = 0
    const opened = await openPage(browser, `${site.url}/?screen=wall${REAL}`, HD)
    runs.push(opened.at)
    // What the first view asked for may still be on its way.
    await wait(1000)
    await opened.close()
    log(
      `load ${run + 1}: figures ${Math.round(opened.at.figures)} ms, ready ${Math.round(opened.at.true)} ms`,
    )
  }
  const bytes = (kind) =>
    site.sent.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.bytes, 0)
  const [js, css, other] = [bytes('js'), bytes('css'), bytes('other')]
  const times = (stage) => {
    const all = runs.map((at) => round(at[stage]))
    return { median: quantile(all, 0.5), all }
  }
  return {
    gzBytes: { total: js + css + other, js, css, other, requests: site.sent.length },
    missing: site.sent.filter(({ kind }) => kind === 'missing').map(({ path }) => path),
    figuresMs: times('figures'),
    readyMs: times('true'),
  }
}

async function atSize(browser, site, size, log) {
  log(`steady at ${size.width}x${size.height}`)
  const opened = await openPage(browser, site.url + EVERY_SECOND + REAL, size)
  await wait(3000)
  const result = { ...(await steady(opened, 20)), errors: [...new Set(opened.errors)].slice(0, 5) }
  await opened.close()
  return result
}

async function overTime(browser, site, seconds, log) {
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

/** `{ first, steady1Hz, memory, ratios }` of the build that `site` serves. `seconds`: how long the memory is watched. */
export async function views(browser, site, seconds, log) {
  const first = await firstView(browser, site, log)
  const [hd, uhd] = [await atSize(browser, site, HD, log), await atSize(browser, site, UHD, log)]
  const kept = await overTime(browser, site, seconds, log)
  const ratios = {
    busy4kToHd: round(uhd.mainBusyPct / hd.mainBusyPct, 2),
    frame4kToHd: round(uhd.frameMsP95 / hd.frameMsP95, 2),
    heapEndToStart: round(kept.end.heapMB / kept.start.heapMB, 3),
    nodesEndToStart: round(kept.end.nodes / kept.start.nodes, 3),
  }
  return { first, steady1Hz: { '1920x1080': hd, '3840x2160': uhd }, memory: kept, ratios }
}
