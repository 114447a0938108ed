import type { Page } from '@playwright/test'
import { contrasts, drawn, noteCanvasText } from './contrast'
import { expect, openWall, test } from './fixture'
import { pixelsApart } from './pixels'
import { config, goToScene, link, settled } from './site'

/** What is drawn too faintly: words below 4.5 : 1, marks and edges below 3 : 1 (WCAG 1.4.3, 1.4.11). */
async function faint(page: Page): Promise<string[]> {
  const boxes = await drawn(page)
  for (const kind of ['canvas', 'edge'])
    expect(
      boxes.filter(({ what }) => what.includes(` ${kind}`)).length,
      `${kind} to measure`,
    ).toBeGreaterThan(3)
  const seen = await contrasts(page, boxes)
  return seen
    .filter(({ what, ratio }) => ratio < (/ (canvas|map) /.test(what) ? 4.5 : 3))
    .map(({ what, ratio }) => `${what}: ${ratio.toFixed(1)}`)
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`a ${colorScheme} contrast theme of the system`, () => {
    test.use({ contextOptions: { forcedColors: 'active' }, colorScheme })

    test('leaves every word, mark and edge of every scene to be seen', async ({ page }) => {
      await page.addInitScript(noteCanvasText)
      await openWall(page, link('baiyun', 'overview'))
      for (const scene of config.scenes) {
        await goToScene(page, scene)
        expect(await faint(page), scene).toEqual([])
      }
    })
  })

test('a contrast theme that begins and ends while the page runs is followed', async ({ page }) => {
  await page.addInitScript(noteCanvasText)
  await openWall(page, link('baiyun', 'hotline'))
  await settled(page)
  const before = await page.screenshot()
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' })
  await expect.poll(() => faint(page), 'charts take the colours of the theme').toEqual([])
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  await expect
    .poll(async () => pixelsApart(page, before, await page.screenshot()), 'and give them back')
    .toBeLessThan(100)
})
