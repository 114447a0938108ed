import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { expectLegible } from './expect-legible'
import { HD, PORTRAIT, resizeTo, settled, WIDE } from './site'

/** A Sunday before dawn: nothing happens in the real city, and none of its days has been replayed yet. */
const SUNDAY = new Date('2026-11-22T06:03:00+08:00')

const shown = (page: Page) => page.locator('header time').getAttribute('datetime')
const strip = (page: Page) => page.getByRole('region', { name: '演示时钟' })
const part = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

test('without a date a demo replays the newest working day under a clock that says so, and can be moved', async ({
  page,
}) => {
  await page.clock.install({ time: SUNDAY })
  await openWall(page)
  await expect(strip(page)).toContainText('11-20 周五')
  expect(await shown(page)).toMatch(/^2026-11-20T(09:[345]|1)/)
  await expect(page.getByRole('button', { name: '×60' })).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: '×1', exact: true }).click()
  const slider = page.getByRole('slider', { name: '演示时刻' })
  await slider.fill('840')
  await slider.press('ArrowRight')
  await expect.poll(() => shown(page), { timeout: 60_000 }).toMatch(/^2026-11-20T14:05/)
  expect([part(page, 'date'), part(page, 'at'), part(page, 'speed')]).toEqual(['2026-11-20', '14:05', '1'])
  await expect(page.locator('html'), 'the arrow is the slider’s').toHaveAttribute('data-scene', 'overview')
  // On a busy machine the wall first ends what it was reading.
  await expect
    .poll(() => page.locator('[data-panel="hotline"]').getAttribute('data-as-of'), { timeout: 60_000 })
    .toMatch(/^2026-11-20T14:0/)
})

test('the wall has room for the clock in every shape, and a kiosk does without it', async ({ page }) => {
  await openWall(page, 'profile=shared&date=2026-11-18&at=10:42&speed=1', HD)
  await expectLegible(page, HD)
  for (const size of [PORTRAIT, WIDE]) {
    await resizeTo(page, size)
    await settled(page)
    await expect(strip(page)).toBeInViewport({ ratio: 1 })
    await expectLegible(page, size)
  }
  await openWall(page, 'profile=shared&date=2026-11-18&at=10:42&speed=60&strip=off')
  await expect(strip(page)).toHaveCount(0)
  await expect(page.getByRole('banner')).toContainText('演示时钟 ×60')
  await openWall(page, 'profile=shared&date=2026-11-18&at=10:42')
  await expect(strip(page)).toHaveCount(0)
  await expect(page.locator('header time')).toContainText('定格')
})

test('the legend of the keys opens by its key and from the header', async ({ page }) => {
  await openWall(page, 'profile=shared&date=2026-11-18&at=10:42')
  const legend = page.getByRole('dialog', { name: '按键说明' })
  await page.keyboard.press('?')
  await expect(legend).toContainText('3 热线')
  await page.keyboard.press('Escape')
  await expect(legend).toHaveCount(0)
  await page.getByRole('banner').hover()
  await page.getByRole('button', { name: '按键 ?' }).click()
  await expect(legend).toBeVisible()
})
