import { TEST_FLAGS, findTestChromium } from '../setup/browser.mjs'
import { expect, legibility, openWall, test } from './fixture'
import { config, goToScene, link, settled, type Size } from './site'

// Somebody has told the browser to draw no text below 20 px, as people with weak sight do.
test.use({
  launchOptions: {
    executablePath: findTestChromium() ?? '',
    args: [...TEST_FLAGS, '--blink-settings=minimumFontSize=20'],
  },
})

/** At all of these the wall is laid out at the unit its least text was drawn for: the same page in a smaller or larger window. */
const SIZES: readonly Size[] = [
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1600, height: 900 },
  { width: 1728, height: 972 },
  { width: 1920, height: 1080 },
]

test('no text is cut where the least font is 20 px, in any usual window', async ({ page }) => {
  const [least, ...larger] = SIZES
  await openWall(page, link('baiyun', config.defaults.scene), least)
  const expectWhole = async (what: string) => {
    await settled(page)
    const { issues, smallest } = await legibility(page, { min: 14, absolute: true })
    // The page is larger than the window, so what is outside can be scrolled to; what is cut cannot.
    const cut = issues.filter((issue) => !/^(SCROLL|OFF)/.test(issue))
    expect.soft(cut, what).toEqual([])
    expect.soft(smallest, what).toBeGreaterThanOrEqual(20)
    const laidOut = await page.evaluate(() => {
      const { width, height } = document.querySelector('main')?.getBoundingClientRect() ?? {}
      return { u: document.documentElement.style.getPropertyValue('--u'), width, height }
    })
    return laidOut
  }
  for (const scene of config.scenes) {
    await goToScene(page, scene)
    await expectWhole(scene)
  }
  const first = await expectWhole('the last scene')
  for (const size of larger) {
    await page.setViewportSize(size)
    expect.soft(await expectWhole(`${size.width}×${size.height}`)).toEqual(first)
  }
})
