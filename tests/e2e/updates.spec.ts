import type { Page } from '@playwright/test'
import { expect, legibility, openWall, test } from './fixture'
import { goToScene } from './site'
import { awake, cut, LIVE, livingProfile } from './source'
import { received } from './towns'

const START = new Date('2026-11-18T10:42:00+08:00')
const asOf = (page: Page, id: string) =>
  page
    .locator(`[data-panel="${id}"]`)
    .getAttribute('data-as-of')
    .then((at) => Date.parse(at ?? ''))

/**
 * Lets fake time pass until the hotline shows a moment after `since`. A city is counted in real time: once it is asked, fake time all but
 * waits for it, or on a slow machine it would run past every deadline, and past midnight.
 */
async function nextReading(page: Page, since: number): Promise<number> {
  await expect(async () => {
    await page.clock.fastForward(6000)
    const shown = async () => {
      // Frames are drawn by the clock of the page.
      await page.clock.fastForward(50)
      return asOf(page, 'hotline')
    }
    await expect.poll(shown, { timeout: 10_000, intervals: [100] }).toBeGreaterThan(since)
  }).toPass()
  return asOf(page, 'hotline')
}

test('by the second the clock ticks, through a working day 今日受理 only grows and nothing is built anew, and a new day starts from few', async ({
  page,
}) => {
  await page.clock.install({ time: START })
  // The figures of the day, into the night.
  await awake(page)
  await openWall(page, 'city=baiyun&scene=overview&clock=real')
  const clock = page.locator('header time')
  const parts = page.locator('[data-panel], [data-panel] canvas, [data-town]')
  await parts.evaluateAll((all) => all.forEach((part) => Object.assign(part, { seenBefore: true })))
  const count = await parts.count()
  const readings = [await received(page)]
  let at = await asOf(page, 'hotline')
  expect(at).toBeGreaterThanOrEqual(START.getTime() - 5000)
  for (let step = 0; step < 2; step += 1) {
    await page.clock.fastForward('02:00:00')
    at = await nextReading(page, at + 119 * 60_000)
    readings.push(await received(page))
  }
  expect(readings).toEqual(readings.toSorted((a, b) => a - b))
  expect(readings.at(-1)).toBeGreaterThan((readings[0] ?? 0) + 20)
  const old = await parts.evaluateAll((all) => all.filter((part) => 'seenBefore' in part).length)
  expect(old).toBe(count)

  await page.clock.pauseAt(new Date('2026-11-18T18:00:00+08:00'))
  for (const moment of ['18:00:01', '18:00:02', '18:00:03']) {
    await page.clock.runFor(1000)
    // The clock of the page stands still: what it shows may come late, but no other second can.
    await expect(clock).toHaveAttribute('datetime', `2026-11-18T${moment}+08:00`)
  }

  await page.clock.pauseAt(new Date('2026-11-18T23:40:00+08:00'))
  await nextReading(page, Date.parse('2026-11-18T23:32:00+08:00'))
  const evening = await received(page)
  await expect(clock).toContainText('11-18')
  await page.clock.fastForward('28:00')
  await nextReading(page, Date.parse('2026-11-19T00:07:00+08:00'))
  await expect(clock).toContainText('11-19')
  await expect(clock).toContainText('周四')
  // Until morning the last 24 hours stand for a day that has none yet.
  const lately = page.locator('[data-panel="hotline"] [data-metric="hotline_received_lately"]')
  expect(Number(await lately.getAttribute('data-value'))).toBeGreaterThan(evening / 2)
  await page.clock.fastForward('08:00:00')
  await nextReading(page, Date.parse('2026-11-19T08:07:00+08:00'))
  expect(await received(page)).toBeLessThan(evening / 4)
})

test('a demo may run faster than the world', async ({ page }) => {
  await openWall(page, 'city=heyuan&scene=overview&speed=600')
  const first = await asOf(page, 'service-hall')
  await expect.poll(() => asOf(page, 'service-hall')).toBeGreaterThan(first + 20 * 60_000)
})

test('a wall that was cut off comes back by itself', async ({ page, context, faults }) => {
  // Scenes that were to be fetched ahead meet the outage too.
  faults.allow(/ERR_INTERNET_DISCONNECTED|mock-data/)
  await page.clock.install({ time: START })
  await livingProfile(page)
  await openWall(page, `city=baiyun&scene=overview&${LIVE}`)
  const panel = page.locator('[data-panel="hotline"]')
  const stateBecomes = (state: string) =>
    expect
      .poll(async () => {
        await page.clock.fastForward(15_000)
        return panel.getAttribute('data-state')
      })
      .toBe(state)
  // Answers that a test makes up arrive in a browser without a network too.
  const mend = await cut(page, /mock-data/)
  await context.setOffline(true)
  await stateBecomes('failed')
  const held = await asOf(page, 'hotline')
  expect(await received(page)).toBeGreaterThan(0)
  await context.setOffline(false)
  await mend()
  await stateBecomes('demo')
  await nextReading(page, held)
})

test('scenes that were to be fetched ahead in an outage are whole when they are opened after it', async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  await page.clock.install({ time: START })
  await openWall(page, 'city=heyuan&scene=overview&clock=real')
  await context.setOffline(true)
  const missed = page.waitForEvent('console', (message) => message.text().startsWith('其他场景的程序'))
  await page.clock.fastForward('01:00')
  await missed
  await context.setOffline(false)
  await goToScene(page, 'hall')
  expect((await legibility(page)).issues).toEqual([])
})
