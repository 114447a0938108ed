import { CHROMIUM_FLAGS, findChromium } from '../setup/browser.mjs'
import { expect, legibility, openWall, test } from './fixture'
import { config, link, settled, type Size } from './site'

// Somebody has told the browser to draw no text below 20 px, as people with weak sight do.
test.use({
  launchOptions: {
    executablePath: findChromium() ?? '',
    args: [...CHROMIUM_FLAGS, '--blink-settings=minimumFontSize=20'],
  },
})

const SIZES: readonly Size[] = [
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1600, height: 900 },
  { width: 1728, height: 972 },
  { width: 1920, height: 1080 },
]

for (const { width, height } of SIZES)
  test(`no text is cut at ${width} × ${height}, where the least font is 20 px`, async ({ page }) => {
    await openWall(page, link('baiyun', config.defaults.scene), { width, height })
    for (const [index, scene] of config.scenes.entries()) {
      await page.keyboard.press(String(index + 1))
      await expect(page.locator('html')).toHaveAttribute('data-scene', scene)
      await settled(page)
      const { issues } = await legibility(page, { min: 14, absolute: true })
      // The page is larger than the window, so what is outside can be scrolled to; what is cut cannot.
      expect
        .soft(
          issues.filter((issue) => !/^(SCROLL|OFF)/.test(issue)),
          scene,
        )
        .toEqual([])
    }
  })
