import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { link, settled } from './site'
import { namePoints, received, scopedTo, townsOf } from './towns'

const TOWNS = townsOf('baiyun')
const tile = (code: string) => `[data-panel="city-map"] [data-town="${code}"]`
const townAt = (code: string) => TOWNS.find((town) => town.code === code) ?? { code, short: '?' }

/** Orders of each town, as its tile on the map says them. */
const shares = (page: Page): Promise<ReadonlyMap<string, number>> =>
  page
    .locator('[data-panel="city-map"] [data-town]')
    .evaluateAll((tiles) =>
      tiles.map((each): [string, number] => [
        each.getAttribute('data-town') ?? '',
        Number(/\d+/.exec(each.getAttribute('aria-label') ?? '')?.[0]),
      ]),
    )
    .then((pairs) => new Map(pairs))

/** By keyboard a town is found, chosen and left again, and the scene stays. */
async function byKeyboard(page: Page): Promise<void> {
  const tiles = page.locator('[data-panel="city-map"] [data-town]')
  await expect(page.locator('[data-panel="city-map"] [data-town][tabindex="0"]')).toHaveCount(1)
  await page.locator('[data-panel="city-map"] [data-town][tabindex="0"]').focus()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-town') ?? '')
  const visited = new Set([await focused()])
  // Where an arrow leads is read when the map gets the focus: whoever is faster than that stays where they are.
  await expect(async () => {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect([...visited]).not.toContain(await focused())
  }).toPass()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
    await page.keyboard.press(key)
    visited.add(await focused())
  }
  expect(visited.size).toBeGreaterThanOrEqual(3)
  expect(visited).not.toContain('')
  const chosen = await focused()
  await page.keyboard.press('Enter')
  await scopedTo(page, townAt(chosen))
  // The next arrow key must go on from here.
  await expect(page.locator(tile(chosen))).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-scene', 'overview')
  expect(await tiles.count()).toBe(TOWNS.length)
  await page.keyboard.press('Escape')
  await scopedTo(page, null)
}

test('every town can be chosen on its name and by keyboard, the towns add up to the city, and an exception leads to its town', async ({
  page,
}) => {
  await openWall(page, link('baiyun', 'overview'))
  await settled(page)
  const whole = await received(page)
  const points = await namePoints(page, 'baiyun')
  expect(points.map(({ code }) => code).toSorted()).toEqual(TOWNS.map(({ code }) => code).toSorted())
  expect(points.filter(({ code, hit }) => code !== hit)).toEqual([])
  const share = await shares(page)
  expect([...share.values()].reduce((sum, n) => sum + n, 0)).toBe(whole)
  expect(whole).toBeGreaterThan(0)
  for (const { code, x, y } of [points[0], points[12], points.at(-1)].filter(
    (point) => point !== undefined,
  )) {
    await page.mouse.click(x, y)
    await scopedTo(page, townAt(code))
    await expect(page.locator(tile(code))).toHaveAttribute('aria-pressed', 'true')
    expect(await received(page)).toBe(share.get(code))
  }
  await page.keyboard.press('Escape')
  await scopedTo(page, null)
  expect(await received(page)).toBe(whole)

  const dearest = page.locator('[data-exception]').first()
  const place = await dearest.locator('i').first().innerText()
  await dearest.getByRole('button').click()
  // What stands beside the picture says why, and leads to the place.
  await page.getByRole('button', { name: `全屏只看${place}` }).click()
  const town = TOWNS.find(({ short }) => short === place)
  expect(town, 'the town of the dearest exception').toBeDefined()
  await scopedTo(page, town ?? null)

  // One step out after the other: what is open, then the town.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await scopedTo(page, town ?? null)
  await page.keyboard.press('Escape')
  await scopedTo(page, null)
  await byKeyboard(page)
})

test('a region that does not exist is said, and one touch leads to the whole city; one that does is kept by every scene', async ({
  page,
}) => {
  await openWall(page, link('baiyun', 'overview', 'region=440111999'))
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('440111999')
  const whole = await received(page)
  expect(whole).toBeGreaterThan(0)
  await notice.click()
  await scopedTo(page, null)
  await expect(notice).toHaveCount(0)

  const town = townAt('440111103')
  await openWall(page, link('baiyun', 'overview', `region=${town.code}`))
  await scopedTo(page, town)
  const share = await received(page)
  expect(share).toBeLessThan(whole)
  await page.keyboard.press('3')
  await expect(page.locator('html')).toHaveAttribute('data-scene', 'hotline')
  await scopedTo(page, town)
  const key = page.locator('[data-panel="hotline-keys"] [data-metric="hotline_received_today"]')
  await expect(key).toHaveAttribute('data-value', String(share))
})
