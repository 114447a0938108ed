import type { Locator, Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { FROZEN } from './site'
import { alter, LIVE, liveProfile, withoutServerTime } from './source'

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
  { id: 'hotline', asOf: '10:40:00', state: 'live', says: '实时 10:40' },
  { id: 'service-hall', asOf: '10:39:59', state: 'late', says: '10:39 晚 2 分' },
  { id: 'video', asOf: '10:37:00', state: 'late', says: '10:37 晚 5 分' },
  { id: 'data-aggregation', asOf: '10:36:59', state: 'stale', says: '过期 5 分' },
] as const

test('sources that renew each minute are live, late or stale at 10:42 by the age of their data', async ({
  page,
}) => {
  await liveProfile(page)
  for (const { id, asOf } of AGES)
    await alter(page, new RegExp(`/baiyun/${id}\\.json`), (d) => {
      d.asOf = `2026-11-18T${asOf}+08:00`
      d.source.simulated = false
      d.source.cadenceSeconds = 60
    })
  await openWall(page, `${WALL}&${FROZEN}`)
  for (const { id, asOf, state, says } of AGES) {
    const panel = page.locator(`[data-panel="${id}"]`)
    await expect.soft(panel, asOf).toHaveAttribute('data-state', state)
    await expect.soft(panel, asOf).toContainText(says)
    await expect.soft(panel, asOf).not.toContainText('演示')
    // Old data stays to be read, with its own time.
    expect.soft(await figuresOf(panel).count(), asOf).toBeGreaterThan(1)
    await expect.soft(panel, asOf).toHaveAttribute('data-as-of', `2026-11-18T${asOf}+08:00`)
  }
})

/**
 * Lets fake time pass until the panel is in a state. A leap of the clock may end a reading that was under way, and only the next one makes
 * good for it.
 */
const passes = (page: Page, panel: Locator, state: string) =>
  expect(async () => {
    await page.clock.runFor(3000)
    await expect(panel).toHaveAttribute('data-state', state, { timeout: 2000 })
  }).toPass()

test('a source that stops is late, then stale, with nothing happening but time', async ({ page }) => {
  const asOf = '2026-11-18T10:42:00+08:00'
  await page.clock.install({ time: new Date(asOf) })
  await withoutServerTime(page)
  const panel = await openLive(page, asOf, '')
  await expect(panel).toHaveAttribute('data-state', 'live')
  await page.clock.pauseAt(new Date('2026-11-18T10:43:59+08:00'))
  await expect(panel).toHaveAttribute('data-state', 'live')
  await passes(page, panel, 'late')
  await page.clock.pauseAt(new Date('2026-11-18T10:46:59+08:00'))
  await expect(panel).toHaveAttribute('data-state', 'late')
  await passes(page, panel, 'stale')
  await expect(panel).toContainText('过期 5 分')
  // The light in the header counts it without being asked.
  await expect(page.locator('[data-health]')).toHaveAttribute('data-health', /stale|failed/)
})

test('data from the future is refused, data of the night is told by its age in hours', async ({ page }) => {
  await liveProfile(page)
  await alter(page, /\/baiyun\/video\.json/, (d) => {
    d.asOf = '2026-11-18T11:42:00+08:00'
    d.source.simulated = false
  })
  const old = await openLive(page, '2026-11-18T02:00:00+08:00')
  await expect(old).toHaveAttribute('data-state', 'stale')
  await expect(old).toContainText('过期 8 时 42 分')
  expect(await figuresOf(old).count()).toBeGreaterThan(2)
  const panel = page.locator('[data-panel="video"]')
  await expect(panel).toHaveAttribute('data-state', 'failed')
  await expect(panel).toContainText('数据不符合契约：asOf')
})
