import type { Page } from '@playwright/test'
import { expect, legibility, openWall, test } from './fixture'
import { alarmShare, pixelsApart, still } from './pixels'
import { config, eachPage, FROZEN, goToScene, link, settled, shippedLink } from './site'
import { alter, LIVE, liveProfile } from './source'

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const theme = (page: Page) => page.locator('html').getAttribute('data-theme')

/** Whatever would move by itself now, and whatever would move at the next change. */
const motion = (page: Page) =>
  page.evaluate(() => {
    const longest = (times: string) => Math.max(0, ...times.split(',').map((time) => parseFloat(time)))
    const moving = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element)
      return longest(transitionDuration) > 0.01 || longest(animationDuration) > 0.01
    })
    return {
      running: document.getAnimations().filter(({ playState }) => playState === 'running').length,
      prepared: moving.map(({ tagName, className }) => `${tagName} ${String(className)}`),
    }
  })

test('the same frozen moment gives the same pixels, whether the page works its city out or is told', async ({
  page,
  context,
}) => {
  const picture = async (tab: Page, query: string) => {
    await openWall(tab, query)
    await settled(tab)
    return still(tab)
  }
  const first = await picture(page, shippedLink('baiyun', 'hotline'))
  const second = await picture(await context.newPage(), link('baiyun', 'hotline'))
  // The edge of a dot may be smoothed otherwise from one drawing to the next; a digit that differs is hundreds of pixels.
  expect(await pixelsApart(page, first, second)).toBeLessThan(100)
})

interface Mark {
  readonly severity: string
  readonly no: string
}

/** Every mark with a number, wherever it stands in the page. */
const marksOn = (page: Page): Promise<Mark[]> =>
  page.locator('svg[data-mark]:has(text)').evaluateAll((all) =>
    all.map((mark) => ({
      severity: mark.getAttribute('data-mark') ?? '',
      no: mark.querySelector('text')?.textContent ?? '',
    })),
  )

const LEVEL: Readonly<Record<string, string>> = { critical: '1', major: '2', minor: '3' }

/** Number → severity of every exception on the list: the rows that fit, then the sheet with all of them. */
async function exceptionsListed(page: Page): Promise<ReadonlyMap<string, string>> {
  const listed = new Map<string, string>()
  for (const row of await page.locator('[data-exception]').all()) {
    const cells = await row.getByRole('button').locator(':scope > span').allInnerTexts()
    expect(
      cells.filter((cell) => cell.trim() !== ''),
      'matter, owner, deadline, action',
    ).toHaveLength(4)
    const no = (await row.locator('svg[data-mark]').textContent()) ?? ''
    listed.set(no, LEVEL[(await row.getAttribute('data-severity')) ?? ''] ?? '')
  }
  const more = page.getByRole('button', { name: /^另 \d+ 件/ })
  if ((await more.count()) === 0) return listed
  await more.click()
  const sheet = page.getByRole('dialog', { name: /^需要处置/ })
  await eachPage(sheet, async () => {
    for (const entry of await sheet.getByRole('listitem').all()) {
      await expect(entry).toHaveText(/责任单位 [^·]+ · [^·]+ · 下一步 .+/)
      const mark = entry.locator('svg[data-mark]')
      listed.set((await mark.textContent()) ?? '', (await mark.getAttribute('data-mark')) ?? '')
    }
  })
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  return listed
}

/**
 * Of a wall that was asked for less motion: alarm hues are rare in each of `scenes`, each mark has a row with owner, deadline and
 * action, and nothing moves nor is ready to.
 */
async function expectRareAlarms(page: Page, scenes: readonly string[]): Promise<void> {
  const still = async (what: string) =>
    expect.soft(await motion(page), `${what}, reduced motion`).toEqual({ running: 0, prepared: [] })
  const listed = await exceptionsListed(page)
  const open = await page.locator('[data-metric="exceptions_open"]').getAttribute('data-value')
  expect([...listed.keys()].toSorted()).toEqual(
    Array.from({ length: Number(open) }, (_, i) => String(i + 1)).toSorted(),
  )
  for (const scene of scenes) {
    await goToScene(page, scene)
    await still(scene)
    const marks = await marksOn(page)
    expect(marks.length, `${scene} shows its own exceptions`).toBeGreaterThan(0)
    expect(
      marks.filter(({ no, severity }) => listed.get(no) !== severity),
      scene,
    ).toEqual([])
    const share = await alarmShare(page)
    expect(share, scene).toBeLessThanOrEqual(0.02)
    // The instrument sees what is there.
    expect(share, scene).toBeGreaterThan(0.0001)
  }
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog')).toBeVisible()
  await still('data health')
}

test('alarm hues are rare, each mark has a row with owner, deadline and action, and nothing moves where less motion is asked for', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openWall(page, link('baiyun', 'overview'))
  await settled(page)
  await expectRareAlarms(page, config.scenes)
})

test('dark and light are two looks of one page, by link and by key, with alarms as rare', async ({
  page,
}) => {
  await openWall(page, link('baiyun', 'overview'))
  expect(await theme(page)).toBe('dark')
  const dark = await background(page)
  const text = await page.locator('main').innerText()
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page).toHaveURL(/theme=light/)
  const light = await background(page)
  expect(light).not.toBe(dark)
  expect(await page.locator('main').innerText()).toBe(text)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openWall(page, link('baiyun', 'overview', 'theme=light'))
  expect(await background(page)).toBe(light)
  await settled(page)
  expect((await legibility(page)).issues).toEqual([])
  // The same marks with other tokens: one scene shows whether those are right.
  await expectRareAlarms(page, ['overview'])
})

test('where nothing is wrong nothing is red', async ({ page }) => {
  await liveProfile(page)
  await alter(page, /mock-data\/baiyun\/.*\.json/, (document) => {
    document.exceptions = []
  })
  await openWall(page, `city=baiyun&${LIVE}&${FROZEN}`)
  await settled(page)
  await expect(page.locator('[data-metric="exceptions_open"]')).toHaveAttribute('data-value', '0')
  await expect(page.locator('[data-panel="exceptions"]')).toContainText('当前没有需要处置的事项')
  for (const scene of config.scenes) {
    await goToScene(page, scene)
    expect(await marksOn(page), scene).toEqual([])
    expect(await alarmShare(page), scene).toBe(0)
  }
})
