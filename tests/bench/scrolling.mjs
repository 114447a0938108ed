// A list of the drawer in the page: until its first rows stand, the frames while it is scrolled, and until words are found in it.
import { openPage, quantile, round } from './page.mjs'

const HD = { width: 1920, height: 1080 }
const LISTS = {
  hotline_open: { scene: 'hotline', words: ['停水', '噪聲', '区水务局', '江高', '１００'] },
  video_channels: { scene: 'video', words: ['校门口', '区水务局', '江高', '河道', '００１'] },
}

/** Runs in the page: presses a figure, or opens the link of its list; ms until the first of its rows is drawn. */
function firstRows(metric) {
  return new Promise((done) => {
    const started = performance.now()
    const look = () =>
      document.querySelector('[data-drawer] [data-record]')
        ? done(performance.now() - started)
        : requestAnimationFrame(look)
    history.pushState(null, '', `${location.search}&open=rows:${metric}`)
    dispatchEvent(new PopStateEvent('popstate'))
    look()
  })
}

/** Runs in the page: scrolls by half a screen in every frame for some seconds; how long each frame took, and how many rows were late. */
function scrolled(seconds) {
  return new Promise((done) => {
    const list = document.querySelector('[data-drawer] ul[aria-label="记录"]')
    const box = list.parentElement
    const frames = []
    let [late, seen, by] = [0, 0, box.clientHeight / 2]
    const end = performance.now() + seconds * 1000
    let last
    const frame = (time) => {
      if (last !== undefined) frames.push(time - last)
      last = time
      if (box.scrollTop + box.clientHeight >= box.scrollHeight - 1) by = -by
      box.scrollTop += by
      seen += list.children.length
      late += list.querySelectorAll('[aria-disabled]').length
      if (performance.now() < end) requestAnimationFrame(frame)
      else done({ frames, late: late / seen })
    }
    requestAnimationFrame(frame)
  })
}

/** Runs in the page: ms from the last letter, with the pause after it, until it is said how many were found. */
function found(word) {
  return new Promise((done) => {
    const field = document.querySelector('[data-drawer] input')
    const said = document.querySelector('[data-drawer] [role="status"]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, word)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    const started = performance.now()
    const look = () =>
      said.textContent !== '' && decodeURIComponent(location.search).includes(word)
        ? done(performance.now() - started)
        : requestAnimationFrame(look)
    look()
  })
}

export async function scrolling(browser, site, log) {
  const told = {}
  for (const [metric, { scene, words }] of Object.entries(LISTS)) {
    log(`list of ${metric}`)
    const opened = await openPage(browser, `${site.url}/?scene=${scene}&date=2026-11-18&at=10:42`, HD)
    const { page } = opened
    const firstRowsMs = await page.evaluate(firstRows, metric)
    const { frames, late } = await page.evaluate(scrolled, 5)
    const foundMs = []
    for (const word of words) foundMs.push(await page.evaluate(found, word))
    const rows = Number(
      await page.locator('[data-drawer] [aria-setsize]').first().getAttribute('aria-setsize'),
    )
    told[metric] = {
      lastFound: rows,
      firstRowsMs: round(firstRowsMs),
      frameMsP50: round(quantile(frames, 0.5)),
      frameMsP95: round(quantile(frames, 0.95)),
      lateRowsPct: round(100 * late),
      foundMsP50: round(quantile(foundMs, 0.5)),
      foundMsP95: round(quantile(foundMs, 0.95)),
      errors: [...new Set(opened.errors)].slice(0, 5),
    }
    await opened.close()
  }
  return told
}
