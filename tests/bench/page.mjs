// One measured page: CPU by thread time (survives noisy neighbours), frames, heap after a forced collection.
import { setTimeout as wait } from 'node:timers/promises'

export const round = (value, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits

export const quantile = (values, q) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length) - 1)]

/** Tells when `data-ready` takes a value, at once: asking from outside would add its own interval, and its own work. */
function noteStages() {
  const at = { figures: undefined, true: undefined }
  window.benchAt = at
  const note = () => {
    const ready = document.documentElement?.dataset.ready
    if (!(ready in at) || at[ready] !== undefined) return
    at[ready] = performance.now()
    // A build of one stage has its figures when it has everything.
    if (ready === 'true') at.figures ??= at.true
    window.benchSay(ready)
  }
  new MutationObserver(note).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-ready'],
  })
}

const metrics = async (cdp) =>
  Object.fromEntries(
    (await cdp.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
  )

/** CPU seconds that the page's main thread has worked so far. */
export const threadSeconds = async (cdp) => (await metrics(cdp)).TaskDuration

/**
 * Opens `url` in a fresh context (cold cache) and waits for `stage` (`figures` or `true`). `at`: ms since navigation of each stage;
 * `cpu`: seconds that the main thread worked from navigation to the stage. `line`: as in Network.emulateNetworkConditions; `prepare`: is given
 * the context before anything is opened.
 */
export async function openPage(browser, url, viewport, { stage = 'true', line, prepare } = {}) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  await prepare?.(context)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // Asked for by the browser itself on the first page here, which names no icon since it is one.
    const own = message.location().url.endsWith('/favicon.ico')
    if (message.type() === 'error' && !own) errors.push(message.text())
  })
  // A page of the same site first: the process, and so the clock of its thread, stays the same from here on.
  await page.goto(new URL('icon.svg', url).href)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  let arrived
  const waiting = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${url}: not "${stage}" after 60 s`)), 60_000)
    arrived = (value) => {
      clearTimeout(late)
      resolve(value)
    }
  })
  await page.exposeBinding('benchSay', (_, ready) => ready === stage && arrived(threadSeconds(cdp)))
  await page.addInitScript(noteStages)
  if (line) await cdp.send('Network.enable').then(() => cdp.send('Network.emulateNetworkConditions', line))
  const before = await threadSeconds(cdp)
  await page.goto(url, { waitUntil: 'commit' })
  const cpu = (await waiting) - before
  const at = await page.evaluate(() => window.benchAt)
  return { page, cdp, at, cpu, errors, close: () => context.close() }
}

const panelTimes = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-panel]')].map((panel) => panel.getAttribute('data-as-of')),
  )

function sampleFrames(seconds) {
  return new Promise((done) => {
    const frames = []
    const end = performance.now() + seconds * 1000
    let last
    const frame = (time) => {
      if (last !== undefined) frames.push(time - last)
      last = time
      if (performance.now() < end) requestAnimationFrame(frame)
      else done(frames)
    }
    requestAnimationFrame(frame)
  })
}

/** Main-thread load and frame times of a running page; the two windows are apart because a frame loop costs CPU itself. */
export async function steady({ page, cdp }, seconds) {
  const [timesBefore, before, started] = [await panelTimes(page), await metrics(cdp), performance.now()]
  await wait(seconds * 1000)
  const [after, wall] = [await metrics(cdp), (performance.now() - started) / 1000]
  const times = await panelTimes(page)
  const frames = await page.evaluate(sampleFrames, seconds / 2)
  const percent = (name) => round((100 * (after[name] - before[name])) / wall)
  return {
    seconds: round(wall),
    // A page on which nothing changed would look fast.
    panels: times.length,
    panelsUpdated: times.filter((time, index) => time !== timesBefore[index]).length,
    mainBusyPct: percent('TaskDuration'),
    scriptPct: percent('ScriptDuration'),
    frameMsP50: round(quantile(frames, 0.5)),
    frameMsP95: round(quantile(frames, 0.95)),
    framesOver25msPct: round((100 * frames.filter((ms) => ms > 25).length) / frames.length),
  }
}

/** Heap and nodes after two forced collections: the first may leave what finalisers still hold. */
export async function memory({ page, cdp }) {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await metrics(cdp)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heapMB: round(JSHeapUsedSize / 1e6, 2), nodes: Nodes, listeners: JSEventListeners, elements }
}
