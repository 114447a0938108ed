// How long a switch of pictures takes by each way in, on the media servers of the live stack: from the key to the first frame of each tile.
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { startStack } from '../live/stack.mjs'
import { openPage, quantile, round } from './page.mjs'

const SIZE = { width: 1920, height: 1080 }
const TILES = 4
/** The first ones fetch the code of the player. */
const [FIRST, COUNTED] = [2, 20]
const CAMERAS = TILES * 4
const LATE_MS = 10_000
const CLIPS = ['crossroads', 'river', 'hall', 'market', 'park', 'tunnel']
const WAYS = {
  loop: (i) => `demo/${CLIPS[i % CLIPS.length]}.mp4`,
  hls: () => 'media/zlm/live/cam/hls.m3u8',
  'ws-flv': () => 'media/zlm/live/cam.live.flv',
  whep: () => 'media/zlm/whep?app=live&stream=cam',
}
const SERVERS = ['hls', 'flv', 'whep']
const PANEL = '[data-panel="video-pictures"]'

/** A site that has a register of cameras and nothing else, all of them by one way in. */
function writeSite(stack, way) {
  const rows = Array.from({ length: CAMERAS }, (_, i) => {
    const id = `${way}-${i}`
    return { id, name: id, source: '测试', group: 'key', type: 'fixed', online: true, stream: WAYS[way](i) }
  })
  writeFileSync(join(stack.site, 'cameras.json'), JSON.stringify(rows))
  const { sources: _, ...site } = JSON.parse(readFileSync(join(stack.site, 'config.live.json'), 'utf8'))
  const camera = {
    poll: { url: 'cameras.json', everyMs: 60_000 },
    about: { name: '测试平台', owner: '测试', cadenceSeconds: 60 },
    records: {},
  }
  const config = { ...site, sources: { 'video.camera': camera } }
  writeFileSync(join(stack.site, 'config.bench.json'), JSON.stringify(config))
}

/** Runs in the page: goes on to the next pictures; ms until the caption of each tile changes, which it does with its first frame. */
function firstFrames([panel, lateMs]) {
  const names = () =>
    [...document.querySelectorAll(`${panel} [data-picture]`)].map((one) => one.dataset.picture)
  const [before, started] = [names(), performance.now()]
  const took = before.map(() => null)
  return new Promise((done) => {
    dispatchEvent(new KeyboardEvent('keydown', { key: 'l' }))
    const look = () => {
      const at = performance.now() - started
      for (const [i, name] of names().entries()) if (name !== before[i]) took[i] ??= at
      if (at > lateMs || !took.includes(null)) done(took)
      else requestAnimationFrame(look)
    }
    look()
  })
}

async function by(browser, stack, way, log) {
  writeSite(stack, way)
  const url = `${stack.url}/?profile=bench&city=baiyun&scene=video&pictures=${TILES},all`
  const { page, close, errors } = await openPage(browser, url, SIZE)
  try {
    // All cameras here are one: its pieces would come out of the cache.
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    await page
      .locator(`${PANEL} [data-picture-state="live"]`)
      .nth(TILES - 1)
      .waitFor()
    const load = os.loadavg()[0]
    for (let i = 0; i < FIRST; i++) await page.evaluate(firstFrames, [PANEL, LATE_MS])
    const all = []
    for (let i = 0; i < COUNTED; i++) all.push(...(await page.evaluate(firstFrames, [PANEL, LATE_MS])))
    const came = all.filter((ms) => ms !== null)
    const told = {
      load: round(load),
      pictures: all.length,
      p50: round(quantile(came, 0.5)),
      p95: round(quantile(came, 0.95)),
      most: round(Math.max(...came)),
      late: all.length - came.length,
      errors: [...new Set(errors)].slice(0, 5),
    }
    log(`${way} ${JSON.stringify(told)}`)
    return told
  } finally {
    await close()
  }
}

/** Ms from a switch to the first frame, by way in. */
export async function protocols(browser, dist, log) {
  log('media servers')
  const stack = await startStack({ dist, tickMs: 0 })
  try {
    await Promise.all(SERVERS.map((name) => stack.start(name)))
    await Promise.all(SERVERS.map((name) => stack.start(`${name}-camera`)))
    const told = {}
    for (const way of Object.keys(WAYS)) told[way] = await by(browser, stack, way, log)
    return told
  } finally {
    await stack.stop()
  }
}
