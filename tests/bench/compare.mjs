// Today's build against the base commit, in one run and in turn, so that a busy machine is equally busy for both.
import { setTimeout as wait } from 'node:timers/promises'
import { openPage, quantile, round, threadSeconds } from './page.mjs'

const HD = { width: 1920, height: 1080 }
// The same working moment at any hour at which this is run; what is steady has to follow the clock.
const WALL = '/?screen=wall&date=2026-11-18&at=10:42'
const EVERY_SECOND = '/?screen=wall&clock=real&profile=bench'
const RUNS = 5
const STEADY_RUNS = 3
const STEADY_SECONDS = 15
/** 2 Mbit/s and the delay of a line that is as slow. */
const SLOW_LINE = { offline: false, latency: 40, downloadThroughput: 250_000, uploadThroughput: 250_000 }

/** Shares of the base that must not be exceeded. */
const GOALS = { cpuToReady: 0.55, cpuToFigures: 0.35, firstPaint: 0.6, steadyBusy: 0.4 }

/** CPU seconds of the page's main thread from navigation to the stage. */
async function cpuTo(browser, site, stage) {
  // Charts that cannot arrive cannot be part of the first stage.
  site.hold(stage === 'figures' ? /\/assets\/echarts-/ : null)
  const opened = await openPage(browser, site.url + WALL, HD, { stage })
  site.hold(null)
  await opened.close()
  return opened.cpu
}

async function firstPaint(browser, site) {
  const opened = await openPage(browser, site.url + WALL, HD, { line: SLOW_LINE })
  const paint = await opened.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  await opened.close()
  return paint
}

/** Share of a second that the main thread works, with every source at 1 Hz and nobody else asking it for frames. */
async function steadyBusy(browser, site) {
  const opened = await openPage(browser, site.url + EVERY_SECOND, HD)
  await wait(3000)
  const [before, started] = [await threadSeconds(opened.cdp), performance.now()]
  await wait(STEADY_SECONDS * 1000)
  const share = (await threadSeconds(opened.cdp)) - before
  await opened.close()
  return share / ((performance.now() - started) / 1000)
}

/** Runs each measure on both in turn; medians. */
async function inTurn(runs, measures) {
  const values = Object.fromEntries(Object.keys(measures).map((name) => [name, []]))
  for (let run = 0; run < runs; run++)
    for (const [name, measure] of Object.entries(measures)) values[name].push(await measure())
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, round(quantile(all, 0.5), 4)]))
}

/** `{ base, today, ratios, goals, missed }`; times in seconds, first paint in ms, `steadyBusy` as a share. */
export async function compare(browser, today, base, log) {
  log('CPU to figures and to ready, in turn')
  const cpu = await inTurn(RUNS, {
    base: () => cpuTo(browser, base, 'true'),
    ready: () => cpuTo(browser, today, 'true'),
    figures: () => cpuTo(browser, today, 'figures'),
  })
  log('first paint at 2 Mbit/s, in turn')
  const paint = await inTurn(RUNS, {
    base: () => firstPaint(browser, base),
    today: () => firstPaint(browser, today),
  })
  log('steady state at 1 Hz, in turn')
  const steady = await inTurn(STEADY_RUNS, {
    base: () => steadyBusy(browser, base),
    today: () => steadyBusy(browser, today),
  })
  const ratios = {
    cpuToReady: round(cpu.ready / cpu.base, 3),
    cpuToFigures: round(cpu.figures / cpu.base, 3),
    firstPaint: round(paint.today / paint.base, 3),
    steadyBusy: round(steady.today / steady.base, 3),
  }
  return {
    base: { cpuToReady: cpu.base, firstPaintMs: paint.base, steadyBusy: steady.base },
    today: {
      cpuToReady: cpu.ready,
      cpuToFigures: cpu.figures,
      firstPaintMs: paint.today,
      steadyBusy: steady.today,
    },
    ratios,
    goals: GOALS,
    missed: Object.keys(GOALS).filter((name) => !(ratios[name] <= GOALS[name])),
  }
}
