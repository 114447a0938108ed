// `node tests/bench/figures.mjs [--dist dist] [--against other-dist]`: every figure of every view as text.
// 5 cities × 5 scenes × 3 moments × city and one town, from a frozen link: what stands in each panel (its state, and every
// `data-metric` with its raw value and printed text). One file gives the list; two files are compared, exit 1 on a difference.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../setup/browser.mjs'
import { serve } from './server.mjs'

const CITIES = ['baiyun', 'huaibei', 'heyuan', 'zongyang', 'xiantao']
const SCENES = ['overview', 'data', 'hotline', 'video', 'hall']
const MOMENTS = [
  ['2026-11-18', '10:42'],
  ['2026-11-18', '03:00'],
  ['2026-11-22', '10:42'],
]

const argument = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

/** One town of the city: not the first, so that a list cut short is seen too. */
function townOf(city) {
  const { features } = JSON.parse(readFileSync(`public/maps/${city}.json`, 'utf8'))
  return features[Math.floor(features.length / 3)].properties.code
}

const VIEWS = CITIES.flatMap((city) =>
  SCENES.flatMap((scene) =>
    MOMENTS.flatMap(([date, at]) =>
      [null, townOf(city)].map(
        (region) =>
          `?city=${city}&scene=${scene}&date=${date}&at=${at}${region === null ? '' : `&region=${region}`}`,
      ),
    ),
  ),
)

/** Runs in the page: the panels in reading order, each with its state and its figures. */
function readPanels() {
  return [...document.querySelectorAll('[data-panel]')].map((panel) => ({
    panel: panel.getAttribute('data-panel'),
    state: panel.getAttribute('data-state'),
    figures: [...panel.querySelectorAll('[data-metric]')].map(
      (figure) =>
        `${figure.getAttribute('data-metric')} ${figure.getAttribute('data-value')} ${figure.textContent}`,
    ),
    exceptions: [...panel.querySelectorAll('[data-exception]')].map((row) =>
      row.getAttribute('data-exception'),
    ),
  }))
}

async function figuresOf(browser, dist) {
  const site = await serve(dist)
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const views = {}
  for (const view of VIEWS) {
    await page.goto(`${site.url}/${view}`)
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 60_000 })
    views[view] = await page.evaluate(readPanels)
  }
  await context.close()
  await site.close()
  return views
}

/** Lines that differ, `view panel: − before + after`. */
function differences(before, after) {
  return VIEWS.flatMap((view) => {
    const lines = (views) =>
      views[view].flatMap(({ panel, state, figures, exceptions }) => [
        `${panel} ${state}`,
        ...figures.map((figure) => `${panel}: ${figure}`),
        ...exceptions.map((id) => `${panel}! ${id}`),
      ])
    const [a, b] = [lines(before), lines(after)]
    return [
      ...a.filter((line) => !b.includes(line)).map((line) => `${view} − ${line}`),
      ...b.filter((line) => !a.includes(line)).map((line) => `${view} + ${line}`),
    ]
  })
}

const dist = argument('--dist') ?? 'dist'
const against = argument('--against')
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
try {
  const figures = await figuresOf(browser, dist)
  if (against === undefined) console.log(JSON.stringify(figures, null, 1))
  else {
    // A list made earlier, or another build.
    const other = against.endsWith('.json')
      ? JSON.parse(readFileSync(against, 'utf8'))
      : await figuresOf(browser, against)
    const count = Object.values(figures).flatMap((panels) => panels.flatMap((panel) => panel.figures)).length
    const different = differences(other, figures)
    console.log(different.join('\n'))
    console.log(`${VIEWS.length} views, ${count} figures, ${different.length} differences`)
    process.exitCode = different.length === 0 ? 0 : 1
  }
} finally {
  await browser.close()
}
