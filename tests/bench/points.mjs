// The map of cameras in the page: until it stands once its data are here, and the frames while it is dragged and zoomed.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openPage, quantile, round } from './page.mjs'

const SIZES = [{ width: 1920, height: 1080 }]
const QUERY = 'city=baiyun&scene=video&date=2026-11-18&at=10:42'
const FRAME = '[role="dialog"] [data-camera-map] [data-level]'

/** Towns side by side on earth under the codes of the shipped map, whose towns have no places. */
function onEarth(shipped) {
  const corners = 24
  const side = (x0, y0, x1, y1) =>
    Array.from({ length: corners }, (_, i) => [
      x0 + ((x1 - x0) * i) / corners,
      y0 + ((y1 - y0) * i) / corners,
    ])
  const features = shipped.features.map(({ properties }, i) => {
    const [x, y] = [113 + (i % 6) * 0.1, 23 + Math.floor(i / 6) * 0.1]
    const open = [
      ...side(x, y, x + 0.1, y),
      ...side(x + 0.1, y, x + 0.1, y + 0.1),
      ...side(x + 0.1, y + 0.1, x, y + 0.1),
      ...side(x, y + 0.1, x, y),
    ]
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[...open, open[0]]] } }
  })
  return { type: 'FeatureCollection', features }
}

/** Runs in the page: opens the map whose data are here already; ms until what it drew has been painted. */
function opened(selector) {
  return new Promise((done) => {
    const started = performance.now()
    dispatchEvent(new KeyboardEvent('keydown', { key: 'm' }))
    const look = () =>
      document.querySelector(`${selector} canvas`)
        ? requestAnimationFrame(() => done(performance.now() - started))
        : requestAnimationFrame(look)
    look()
  })
}

/** Runs in the page: notes how long every frame takes from now on. */
function noteFrames() {
  const seen = { frames: [], last: undefined }
  globalThis.benchFrames = seen
  const frame = (time) => {
    if (seen.last !== undefined) seen.frames.push(time - seen.last)
    seen.last = time
    if (globalThis.benchFrames === seen) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** Runs in the page: the frames so far; no more are noted. */
function takeFrames() {
  const { frames } = globalThis.benchFrames
  globalThis.benchFrames = undefined
  return frames
}

async function framesOf(page, act) {
  await page.evaluate(noteFrames)
  await act()
  const frames = await page.evaluate(takeFrames)
  return { frames: frames.length, msP50: round(quantile(frames, 0.5)), msP95: round(quantile(frames, 0.95)) }
}

async function dragged(page, box) {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 0; i < 60; i++) {
    await page.mouse.move(x + 200 * Math.sin(i / 8), y + 120 * Math.cos(i / 8))
    await wait(12)
  }
  await page.mouse.up()
}

async function zoomed(page, box, from) {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, (i < 30 ? -1 : 1) * 24 * (from > 4 ? -1 : 1))
    await wait(12)
  }
}

export async function pointing(browser, site, log) {
  const map = onEarth(
    JSON.parse(readFileSync(new URL('../../public/maps/baiyun.json', import.meta.url), 'utf8')),
  )
  const told = {}
  for (const size of SIZES) {
    log(`map of cameras at ${size.width}x${size.height}`)
    const { page, close, errors } = await openPage(browser, `${site.url}/?${QUERY}`, size, {
      prepare: (context) => context.route(/maps\/baiyun\.json/, (route) => route.fulfill({ json: map })),
    })
    await page.evaluate(opened, FRAME)
    const paints = []
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('m')
      await page.locator(FRAME).waitFor({ state: 'detached' })
      paints.push(await page.evaluate(opened, FRAME))
    }
    const frame = page.locator(FRAME)
    const box = await frame.boundingBox()
    const levels = {}
    for (const steps of [0, 2, 1]) {
      await frame.focus()
      for (let i = 0; i < steps; i++) await page.keyboard.press('+')
      await wait(500)
      const [level, near] = await frame.evaluate((e) => [e.dataset.level, Number(e.dataset.zoom)])
      levels[level] = {
        near,
        drag: near > 1 ? await framesOf(page, () => dragged(page, box)) : undefined,
        zoom: await framesOf(page, () => zoomed(page, box, near)),
      }
      await wait(500)
    }
    told[`${size.width}x${size.height}`] = {
      things: Number(await page.locator('[role="dialog"] [data-camera-map]').getAttribute('data-shown')),
      paintMs: { p50: round(quantile(paints, 0.5)), most: round(Math.max(...paints)) },
      levels,
      errors: [...new Set(errors)].slice(0, 5),
    }
    await close()
  }
  return told
}
