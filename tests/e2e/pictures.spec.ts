import type { Page } from '@playwright/test'
import { expectLegible } from './expect-legible'
import { expect, openWall, test } from './fixture'
import { HD } from './site'

const tiles = (page: Page) => page.locator('[data-panel="video-pictures"] [data-picture]')
const names = (page: Page) =>
  tiles(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-picture')))
const part = (page: Page) => new URL(page.url()).searchParams.get('pictures')

/** Frames that the elements of the picture wall have drawn, all together. */
const frames = (page: Page) =>
  page
    .locator('[data-panel="video-pictures"] video')
    .evaluateAll((all) =>
      all.reduce((n, one) => n + (one as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames, 0),
    )

/**
 * Counts tiles on which no picture stands, in every frame that the page draws. A picture stands on an element from the first frame that it
 * presents of its source. Asking a canvas would be wrong: a loop that begins anew keeps its last picture, and gives it to no canvas.
 */
const watchForBlack = (page: Page) =>
  page.evaluate(() => {
    const seen = { looks: 0, black: 0 }
    Object.assign(globalThis, { blackSeen: seen })
    const panel = document.querySelector('[data-panel="video-pictures"]')
    const videos = [...(panel?.querySelectorAll('video') ?? [])]
    // What stands when the watch begins was waited for.
    const presented = new Map(videos.map((video) => [video, video.currentSrc]))
    const note = (video: HTMLVideoElement) =>
      video.requestVideoFrameCallback(() => {
        presented.set(video, video.currentSrc)
        note(video)
      })
    videos.forEach(note)
    const look = () => {
      const full = new Set(
        videos
          .filter((video) => video.style.zIndex === '1' && presented.get(video) === video.currentSrc)
          .map(({ style }) => style.gridArea),
      )
      seen.looks++
      seen.black += (panel?.querySelectorAll('[data-picture]').length ?? 0) - full.size
      requestAnimationFrame(look)
    }
    look()
  })

test('pictures move, go on by key without a black tile, and stand where the link holds them', async ({
  page,
}) => {
  await openWall(page, 'city=baiyun&scene=video&date=2026-11-18&at=10:42&speed=1')
  await expect(tiles(page)).toHaveCount(7)
  await expect(tiles(page).first(), 'what needs a person is the largest').toContainText(/人和河道.*号/)
  await expect(tiles(page).first()).toContainText(/离线 \d 时/)
  const before = await frames(page)
  await expect.poll(() => frames(page), { message: 'frames advance' }).toBeGreaterThan(before + 20)
  await expect(tiles(page).nth(1)).toContainText('演示画面')
  await expect(page.locator('[data-panel="video-pictures"]')).not.toContainText('直播')

  // On a machine that is busy some tiles wait for their first picture.
  await expect(page.locator('[data-picture-state="connecting"]')).toHaveCount(0)
  await watchForBlack(page)
  const first = await names(page)
  for (let i = 0; i < 2; i++) {
    const shown = await names(page)
    await page.keyboard.press('l')
    await expect.poll(async () => (await names(page)).slice(1).some((one) => shown.includes(one))).toBe(false)
  }
  expect((await names(page))[0], 'what needs a person stays').toBe(first[0])
  const seen = await page.evaluate(
    () => (globalThis as unknown as { blackSeen: { looks: number; black: number } }).blackSeen,
  )
  expect(seen.looks).toBeGreaterThan(10)
  expect(seen.black, 'tiles without a picture').toBe(0)

  const [, , third, fourth] = await names(page)
  await tiles(page).nth(2).dblclick()
  await expect(tiles(page), 'one over the whole screen').toHaveCount(1)
  await expect(tiles(page)).toContainText(`编号 ${third}`)
  expect(await tiles(page).boundingBox()).toEqual({ x: 0, y: 0, ...HD })
  expect(part(page)).toBe(`,,,${third}`)
  await page.keyboard.press('l')
  await expect.poll(() => names(page), 'the one beside it').toEqual([fourth])
  await page.keyboard.press('Escape')
  await expect(tiles(page)).toHaveCount(7)
  expect(part(page), 'as it was before').toBe(null)
  await page.keyboard.press('k')
  // The plan of the hour, since another hour has another one.
  await expect.poll(() => part(page)).toMatch(/^,main,\d+$/)
  await page.getByRole('button', { name: '9 个画面' }).click()
  await expect(tiles(page)).toHaveCount(9)
  await expectLegible(page, HD)
  await page.getByRole('button', { name: '河道与泵站', exact: true }).click()
  await expect.poll(() => part(page)).toBe('9,river')
  const covered = page.getByRole('button', { name: /本屏本班 08:00 起已巡/ })
  await expect(covered, 'what has been drawn live is counted').toContainText(/已巡 [1-9]\d*\/360 路/)
  await covered.click()
  await expect(page.getByRole('dialog')).toContainText(/本班未巡 3\d\d 路/)
  await page.keyboard.press('Escape')
  await tiles(page).nth(2).click()
  await expect(page.getByRole('dialog').locator('[data-picture]')).toContainText('水务')
})
