import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { appConfig } from '../../src/config/app-config'
import { idsOf } from '../../src/config/written'
import { expect } from './fixture'
import { FROZEN_AT } from './frozen'

const root = resolve(import.meta.dirname, '../..')

/** Folder of the build under test. */
export const built = resolve(root, process.env['GUANCHENG_DIST'] ?? 'dist')

/** One JSON file of it. */
export const readBuilt = (path: string): unknown => JSON.parse(readFileSync(resolve(built, path), 'utf8'))

/** The recorded document of one domain of a city: not part of a build, served as an API would by the preview. */
export const readRecorded = (city: string, id: string): unknown =>
  JSON.parse(readFileSync(resolve(root, 'mock-data', city, `${id}.json`), 'utf8'))

/** What the build under test is configured to show: a new city or scene is tested without an edit here. */
const shipped = appConfig.parse(readBuilt('config.json'))
export const config = { ...shipped, cities: idsOf(shipped.cities), scenes: idsOf(shipped.scenes) }

/** Sources of documents; one of records (`hotline.work-order`) has no document of its own. */
export const DOCUMENTS = Object.keys(shipped.sources).filter((id) => !id.includes('.'))

/** Those of them that are read; the others are put together here and are no source that could be unwell. */
export const READ = DOCUMENTS.filter((id) => shipped.sources[id]?.derive === undefined)

/** `date` + `at` freeze the clock, so the same link shows the same figures for ever. */
export const FROZEN = `date=${FROZEN_AT.slice(0, 10)}&at=${FROZEN_AT.slice(11, 16)}`

/** A frozen link to the site as it is shipped, or to the profile that `more` names; `more` such as `region=440111002`. */
export const shippedLink = (city: string, scene: string, more = '') =>
  `city=${city}&scene=${scene}&${FROZEN}${more && `&${more}`}`

/**
 * The same where the demo's own thread is not what is tested: the page is a demo, says so and shows what it would show, but its
 * city is worked out once for all pages (shared-city.ts). A third of what a page costs is its city.
 */
export const link = (city: string, scene: string, more = '') =>
  `${shippedLink(city, scene, more)}&profile=shared`

export interface Size {
  readonly width: number
  readonly height: number
}

export const HD: Size = { width: 1920, height: 1080 }
export const WIDE: Size = { width: 3840, height: 1080 }
export const UHD: Size = { width: 3840, height: 2160 }
export const TRIPLE: Size = { width: 5760, height: 1080 }
export const PORTRAIT: Size = { width: 1080, height: 1920 }

/** A wall so wide that it is read from further away: one of several screens beside each other. */
const isUltraWide = ({ width, height }: Size) => width / height > 3

/**
 * Pixels per design unit, worked out from the rule and not asked of the page: 1/1080 of the shorter side of a wall, and 26 px for
 * 22u of text at 1080 lines on an ultra-wide one.
 */
export const unitOf = (size: Size) => {
  const unit = Math.min(size.width, size.height) / 1080
  return isUltraWide(size) ? Math.round((unit * 26_000) / 22) / 1000 : unit
}

/** x of the joints between the screens of an ultra-wide wall: each is as wide as 960 of its 1080 lines. */
export const seamsOf = (size: Size): number[] => {
  const screen = (960 * size.height) / 1080
  return isUltraWide(size)
    ? Array.from({ length: Math.round(size.width / screen) - 1 }, (_, i) => (i + 1) * screen)
    : []
}

const tabs = (page: Page) => page.getByRole('navigation', { name: '场景' }).getByRole('button')

/** What the tab of a scene says. */
const titleOf = (scene: string) => {
  const entry = shipped.scenes.find((one) => typeof one !== 'string' && one.id === scene)
  return typeof entry === 'object' ? entry.title : scene
}

/** The scenes that the shown city has: those with a tab. A domain that it has not has none. */
export async function offeredScenes(page: Page): Promise<string[]> {
  const titles = await tabs(page).allInnerTexts()
  return config.scenes.filter((scene) => titles.some((title) => title.trim() === titleOf(scene)))
}

/** Changes the scene as a person does, on the tab. */
export async function goToScene(page: Page, scene: string): Promise<void> {
  await tabs(page)
    .filter({ hasText: titleOf(scene) })
    .click()
  await expect(page.locator('html')).toHaveAttribute('data-scene', scene)
  await settled(page)
}

/** Does `read` on every page of an open sheet. */
export async function eachPage(sheet: Locator, read: () => Promise<void>): Promise<void> {
  // What opens over a screen is fetched beside it: it may come a moment after the key.
  await expect(sheet).toBeVisible()
  const next = sheet.getByRole('button', { name: '下一页' })
  for (;;) {
    await read()
    if ((await next.count()) === 0 || (await next.isDisabled())) return
    await next.click()
  }
}

/** Resizes the window and waits until the wall is laid out anew. */
export async function resizeTo(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size)
  await page.waitForFunction(
    (unit) => document.documentElement.style.getPropertyValue('--u') === `${unit}px`,
    unitOf(size),
  )
  await settled(page)
}

/** What the wall is still busy with: a panel without its first state, a canvas that does not fill its chart yet. */
function unsettled(): string[] {
  const name = (element: Element) => element.closest('[data-panel]')?.getAttribute('data-panel') ?? '?'
  const off = (chart: Element) => {
    const canvas = chart.querySelector('canvas')
    const { width, height } = chart.getBoundingClientRect()
    // Without room there is nothing to draw.
    if (width === 0 || height === 0) return []
    const size = canvas ? [canvas.clientWidth, canvas.clientHeight] : [0, 0]
    return Math.abs((size[0] ?? 0) - width) > 2 || Math.abs((size[1] ?? 0) - height) > 2
      ? [`${name(chart)}: chart ${width}×${height}, canvas ${size.join('×')}`]
      : []
  }
  const blank = [...document.querySelectorAll('[data-chart]:not([data-painted])')]
  return [
    ...[...document.querySelectorAll('[data-state="loading"]')].map((panel) => `${name(panel)}: loading`),
    ...blank.map((chart) => `${name(chart)}: chart not painted`),
    ...[...document.querySelectorAll('[data-map]:not([data-painted])')].map(
      (map) => `${name(map)}: map not painted`,
    ),
    ...[...document.querySelectorAll('[data-chart]')].flatMap(off),
    ...(document.documentElement.dataset['ready'] === 'true' ? [] : ['data-ready is not set']),
  ]
}

/** Waits until the wall stands still, or says what it is still busy with. */
export async function settled(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(unsettled), { message: 'the wall does not come to rest', intervals: [50, 100] })
    .toEqual([])
  // Lists measure themselves after layout and draw again in the next frame.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
}
