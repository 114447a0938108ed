// How full every view is and what shines brightest in it:
//   npm run bench:emptiness -- <address of a running preview> [city,…] [size,…] [moment,…]
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from '@playwright/test'
import { appConfig } from '../../src/config/app-config'
import { idsOf } from '../../src/config/written'
import { blocksOf, brightest, emptyShare, largestHole, panelAt } from '../e2e/blocks'
import { CHROMIUM_FLAGS, findChromium } from '../setup/browser.mjs'

const SIZES = {
  '16:9': [1920, 1080],
  '21:9': [2560, 1080],
  '32:9': [3840, 1080],
  '48:9': [5760, 1080],
  '4:3': [1440, 1080],
  portrait: [1080, 1920],
  tablet: [820, 1180],
  phone: [390, 844],
} as const
type SizeName = keyof typeof SIZES
const sizeNames = Object.keys(SIZES) as SizeName[]

const MOMENTS: Readonly<Record<string, string>> = {
  '00:05': 'date=2026-11-18&at=00:05',
  '03:00': 'date=2026-11-18&at=03:00',
  '08:00': 'date=2026-11-18&at=08:00',
  '10:42': 'date=2026-11-18&at=10:42',
  '18:00': 'date=2026-11-18&at=18:00',
  Sunday: 'date=2026-11-22&at=15:00',
  holiday: 'date=2026-10-01&at=10:42',
}

const config = appConfig.parse(JSON.parse(readFileSync('public/config.json', 'utf8')))
const asked = <T extends string>(list: string | undefined, all: readonly T[]): readonly T[] =>
  list === undefined || list === 'all' ? all : all.filter((one) => list.split(',').includes(one))

const ready = (page: Page) => page.waitForSelector('html[data-ready=true]', { timeout: 60_000 })

const percent = (share: number) => `${(share * 100).toFixed(0)} %`.padStart(5)

async function row(page: Page, name: readonly string[]): Promise<void> {
  const blocks = await blocksOf(page)
  const [hole, light] = [largestHole(blocks), brightest(blocks)]
  const [holeIn, lightIn] = [await panelAt(page, blocks, hole), await panelAt(page, blocks, light)]
  const told = [
    ...name,
    percent(emptyShare(blocks)),
    `${percent(hole.share)} ${holeIn ?? ''}`,
    `${light.light.toFixed(0)} ${lightIn ?? ''}`,
  ]
  console.log(`| ${told.join(' | ')} |`)
}

/** One page walks through all scenes: opening it anew for each would take most of the time. */
async function walk(
  browser: Browser,
  address: string,
  city: string,
  size: SizeName,
  moment: string,
): Promise<void> {
  const [width, height] = SIZES[size]
  const page = await browser.newPage({ viewport: { width, height } })
  const [first = ''] = idsOf(config.scenes)
  await page.goto(`${address}/?city=${city}&scene=${first}&${MOMENTS[moment] ?? ''}`)
  await ready(page)
  // A city has tabs for what it has, and one that says what is missing.
  const told = new Set<string | null>()
  for (const tab of await page.locator('nav button').all()) {
    await tab.click()
    await ready(page)
    const scene = await page.locator('html').getAttribute('data-scene')
    if (!told.has(scene)) await row(page, [city, size, moment, scene ?? ''])
    told.add(scene)
  }
  await page.close()
}

/** Prints the table of the cities, sizes and moments asked for; all of them where none are named. */
export async function main([
  address = 'http://127.0.0.1:4173',
  cities,
  sizes,
  moments,
]: readonly string[]): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium here: run `node tests/setup/browser.mjs`')
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  console.log('| city | size | moment | scene | empty | largest hole, in | brightest of 255, in |')
  console.log('| --- | --- | --- | --- | ---: | --- | --- |')
  for (const city of asked(cities, idsOf(config.cities)))
    for (const moment of asked(moments, Object.keys(MOMENTS)))
      for (const size of asked(sizes, sizeNames)) await walk(browser, address, city, size, moment)
  await browser.close()
}
