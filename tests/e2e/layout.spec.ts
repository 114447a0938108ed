import { expect, legibility, openWall, test } from './fixture'
import { missingEssentials, smallTargets } from './essentials'
import { expectLegible } from './expect-legible'
import {
  config,
  FROZEN,
  goToScene,
  offeredScenes,
  HD,
  link,
  PORTRAIT,
  resizeTo,
  settled,
  shippedLink,
  type Size,
  TRIPLE,
  UHD,
  WIDE,
} from './site'

const FOUR_BY_THREE: Size = { width: 1440, height: 1080 }
const CINEMA: Size = { width: 2560, height: 1080 }
const WIDE_UHD: Size = { width: 7680, height: 2160 }
const TABLET: Size = { width: 820, height: 1180 }
const PHONE: Size = { width: 390, height: 844 }

/** Every city is looked at in the usual size on the way past its figures (facts.spec.ts); these in more. */
const MORE: Readonly<Record<string, readonly Size[]>> = {
  // Twice the usual size is the same layout with twice the unit: the overview shows it below.
  baiyun: [WIDE, TRIPLE, PORTRAIT, FOUR_BY_THREE, CINEMA],
  huaibei: [WIDE],
  heyuan: [PORTRAIT],
  // The one with a contradiction in a column this narrow.
  zongyang: [FOUR_BY_THREE],
}

// One page walks through all scenes: opening it anew for each would take most of the time and find nothing more.
for (const [city, sizes] of Object.entries(MORE))
  for (const size of sizes)
    test(`every scene of ${city} is legible at ${size.width}×${size.height}`, async ({ page }) => {
      await openWall(page, link(city, config.defaults.scene), size)
      await settled(page)
      await expectLegible(page, size)
      if (city === 'baiyun') expect.soft(await missingEssentials(page)).toEqual([])
      for (const scene of (await offeredScenes(page)).filter((id) => id !== config.defaults.scene)) {
        await goToScene(page, scene)
        await expectLegible(page, size)
      }
    })

// At night a hall is told by its last workday: other words stand in the same places.
test('the hall of a closed city is legible in every shape', async ({ page }) => {
  const night = shippedLink('baiyun', 'hall').replace(FROZEN, 'date=2026-11-19&at=03:00')
  await openWall(page, night, HD)
  for (const size of [HD, FOUR_BY_THREE, PORTRAIT, WIDE]) {
    await resizeTo(page, size)
    await expectLegible(page, size)
  }
})

// Layout after a resize and layout from the start are different paths.
test('the overview is laid out anew whenever the window changes', async ({ page }) => {
  await openWall(page, link('baiyun', 'overview'), HD)
  for (const size of [PORTRAIT, UHD, WIDE, HD]) {
    await resizeTo(page, size)
    await expectLegible(page, size)
  }
})

test('the overview opens at 7680×2160', async ({ page }) => {
  await openWall(page, link('baiyun', 'overview'), WIDE_UHD)
  await settled(page)
  await expectLegible(page, WIDE_UHD)
})

test('every scene reads on a phone without scrolling sideways, and is made for fingers', async ({ page }) => {
  await openWall(page, link('baiyun', config.defaults.scene), PHONE)
  for (const scene of config.scenes) {
    await page.setViewportSize(PHONE)
    await goToScene(page, scene)
    const { scrollWidth, scrollHeight } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect.soft(scrollWidth, scene).toBeLessThanOrEqual(PHONE.width)
    expect.soft(scrollHeight, scene).toBeGreaterThan(PHONE.height)
    // As long as its content, nothing is merely scrolled away: what is cut off then is cut off for good.
    await page.setViewportSize({ width: PHONE.width, height: scrollHeight })
    await settled(page)
    expect.soft((await legibility(page, { min: 14, absolute: true })).issues, scene).toEqual([])
    expect.soft(await smallTargets(page), scene).toEqual([])
    if (scene === config.defaults.scene) expect.soft(await missingEssentials(page)).toEqual([])
  }
})

test('on a tablet a scene has two columns, scrolls, and is made for fingers', async ({ page }) => {
  await openWall(page, link('baiyun', config.defaults.scene), TABLET)
  for (const scene of config.scenes) {
    await page.setViewportSize(TABLET)
    await goToScene(page, scene)
    const { scrollWidth, scrollHeight } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect.soft(scrollWidth, scene).toBeLessThanOrEqual(TABLET.width)
    await page.setViewportSize({ width: TABLET.width, height: scrollHeight })
    await settled(page)
    expect.soft((await legibility(page, { min: 16, absolute: true })).issues, scene).toEqual([])
    expect.soft(await smallTargets(page), scene).toEqual([])
    if (scene === config.defaults.scene) expect.soft(await missingEssentials(page)).toEqual([])
  }
})
