import type { Locator, Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { FROZEN } from './site'
import { alter, LIVE, liveProfile, spoil, withoutServerTime } from './source'

const HOTLINE = /\/baiyun\/hotline\.json/
const WALL = `city=baiyun&${LIVE}`
const panelOf = (page: Page): Locator => page.locator('[data-panel="hotline"]')
const figuresOf = (panel: Locator) => panel.locator('[data-metric]:not([data-fact])')

/** A live source whose last data is of `asOf`; the hotline renews every 60 s. */
async function openLive(page: Page, asOf: string, moment = FROZEN) {
  await liveProfile(page)
  await alter(page, HOTLINE, (d) => {
    d.asOf = asOf
    d.source.simulated = false
  })
  await openWall(page, `${WALL}&${moment}`)
  return panelOf(page)
}

const AGES = [
  { asOf: '10:40:00', state: 'live', says: '实时 10:40' },
  { asOf: '10:39:59', state: 'late', says: '10:39 晚 2 分' },
  { asOf: '10:37:00', state: 'late', says: '10:37 晚 5 分' },
  { asOf: '10:36:59', state: 'stale', says: '过期 5 分' },
  { asOf: '02:00:00', state: 'stale', says: '过期 8 时 42 分' },
] as const

for (const { asOf, state, says } of AGES)
  test(`data of ${asOf} is ${state} at 10:42`, async ({ page }) => {
    const panel = await openLive(page, `2026-11-18T${asOf}+08:00`)
    await expect(panel).toHaveAttribute('data-state', state)
    await expect(panel).toContainText(says)
    await expect(panel).not.toContainText('演示')
    // Old data stays to be read, with its own time.
    expect(await figuresOf(panel).count()).toBeGreaterThan(2)
    await expect(panel).toHaveAttribute('data-as-of', `2026-11-18T${asOf}+08:00`)
  })

test('a source that stops is late, then stale, with nothing happening but time', async ({ page }) => {
  const asOf = '2026-11-18T10:42:00+08:00'
  await page.clock.install({ time: new Date(asOf) })
  await withoutServerTime(page)
  const panel = await openLive(page, asOf, '')
  await expect(panel).toHaveAttribute('data-state', 'live')
  await page.clock.pauseAt(new Date('2026-11-18T10:43:59+08:00'))
  await expect(panel).toHaveAttribute('data-state', 'live')
  await page.clock.runFor(3000)
  await expect(panel).toHaveAttribute('data-state', 'late')
  await page.clock.pauseAt(new Date('2026-11-18T10:46:59+08:00'))
  await expect(panel).toHaveAttribute('data-state', 'late')
  await page.clock.runFor(3000)
  await expect(panel).toHaveAttribute('data-state', 'stale')
  await expect(panel).toContainText('过期 5 分')
  // The light in the header counts it without being asked.
  await expect(page.locator('[data-health]')).toHaveAttribute('data-health', /stale|failed/)
})

test('data from the future is refused', async ({ page }) => {
  const panel = await openLive(page, '2026-11-18T11:42:00+08:00')
  await expect(panel).toHaveAttribute('data-state', 'failed')
  await expect(panel).toContainText('数据不符合契约：asOf')
})

test('a live wall never falls back to demo figures', async ({ page, faults }) => {
  faults.allow(HOTLINE)
  await liveProfile(page)
  await spoil(page, HOTLINE, { status: 500 })
  await openWall(page, `${WALL}&${FROZEN}`)
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'live')
  await expect(page.locator('header').first()).not.toContainText('演示数据')
  await expect(panelOf(page)).toHaveAttribute('data-state', 'failed')
  await expect(figuresOf(panelOf(page))).toHaveCount(0)
})
