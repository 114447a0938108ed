import type { Page } from '@playwright/test'
import { isoTime } from '../../src/lib/calendar'
import { allLive, DOMAINS, expect, healthEntries, panelOf, test } from './faults-site'
import { liveName } from './live-documents'
import * as wrong from './wrong-answers'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const clockShown = (page: Page) => page.locator('header time').first().getAttribute('datetime')
const skew = (page: Page) => page.locator('[data-clock-skew]')

test.describe('a wall PC set to another zone', () => {
  test.use({ timezoneId: 'America/New_York' })

  for (const { word, slowBy } of [
    { word: '慢', slowBy: 2 * HOUR },
    { word: '快', slowBy: -2 * HOUR },
    { word: '快', slowBy: -45_000 },
  ])
    test(`and ${slowBy / 1000} s slow shows the city's time, calls nothing old, and says that it is wrong`, async ({
      page,
      city,
      world,
    }) => {
      await world.openWall({ slowBy })
      await world.pass(30_000, 10_000)
      await allLive(page, city.now() - 15_000)
      await expect(skew(page)).toBeVisible()
      await expect(skew(page)).toContainText(`本机时钟${word}`)
      await expect
        .poll(async () => Math.abs(Date.parse((await clockShown(page)) ?? '') - city.now()))
        .toBeLessThan(5000)
      expect(await clockShown(page)).toContain('+08:00')
    })
})

test('a clock set wrong while the wall runs is corrected, and forgiven when it is right to within half a minute', async ({
  page,
  city,
  world,
}) => {
  await world.openWall({ slowBy: 25_000 })
  await world.pass(MINUTE, 10_000)
  await expect(skew(page)).toHaveCount(0)
  await page.clock.setSystemTime(city.now() - 3 * HOUR)
  await world.pass(MINUTE, 10_000)
  await expect(skew(page)).toContainText('本机时钟慢')
  await allLive(page, city.now() - 15_000)
  await page.clock.setSystemTime(city.now())
  await world.pass(MINUTE, 10_000)
  await expect(skew(page)).toHaveCount(0)
  await allLive(page, city.now() - 15_000)
})

/** What a page is told when nobody looks at it, and when the machine believes that it has no network. */
function unseen(): void {
  Object.defineProperty(Document.prototype, 'hidden', { get: () => true })
  Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' })
  Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })
  Document.prototype.hasFocus = () => false
}

test('hidden, without focus and "offline", the wall goes on', async ({ page, city, world, faults }) => {
  faults.allow(/502/)
  await page.addInitScript(unseen)
  await world.openWall()
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'))
    for (const type of ['blur', 'offline']) window.dispatchEvent(new Event(type))
  })
  const asked = city.asked(...DOMAINS)
  await world.pass(MINUTE)
  expect(city.asked(...DOMAINS) - asked).toBeGreaterThan(4 * 8)
  await allLive(page, city.now() - 15_000)
  // An outage in that state ends like any other.
  for (const id of DOMAINS) city.fault(id, wrong.status(502))
  await world.pass(2 * MINUTE, 10_000)
  city.mend()
  const mendedAt = city.now()
  await world.pass(MINUTE, 10_000)
  await allLive(page, mendedAt)
})

test('a frozen page catches up when it is let go', async ({ page, city, world, cdp }) => {
  await world.openWall()
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  city.advance(10 * MINUTE)
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  const since = city.now()
  await page.clock.fastForward(10 * MINUTE)
  await world.pass(MINUTE)
  await allLive(page, since)
})

test('it all runs over plain HTTP, under the strict policy', async ({ page, city, world, faults }) => {
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (text: string) => violations.push(text))
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { noteViolation: (text: string) => void }).noteViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      ),
    ),
  )
  world.configure(({ sources }) => {
    // A mapping runs in a worker with a language of its own: the part most likely to want `eval`.
    Object.assign(sources['hotline'] ?? {}, {
      map: '$merge([$, {"asOf": asOf}])',
      about: { name: '映射后的热线', owner: '热线办', cadenceSeconds: 60 },
      push: { kind: 'sse', url: 'api/stream', topic: 'hotline' },
    })
  })
  await world.openWall()
  expect(await page.evaluate(() => [location.protocol, window.isSecureContext])).toEqual(['http:', false])
  await allLive(page, 0)
  await expect.poll(() => city.stream.open).toBe(1)
  for (const scene of ['数据', '热线', '视频', '大厅', '总览'])
    await page.getByRole('navigation', { name: '场景' }).getByRole('button', { name: scene }).click()
  await healthEntries(page)
  // One that reads the answers and one that lays out the map; none of a demo.
  await expect.poll(() => page.workers().length).toBe(2)
  expect(violations).toEqual([])
  // The instrument sees what it should.
  expect(faults.unexpected()).toEqual([])
  faults.allow(/Content Security Policy/)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.planted = 1'
    document.head.append(script)
  })
  await expect.poll(() => violations).toEqual(['script-src-elem inline'])
})

test('the time of the data and the time of the last check stand apart', async ({ page, city, world }) => {
  await world.openWall()
  const before = await hotlineEntry(page)
  city.freeze('hotline')
  await world.pass(4 * MINUTE, 20_000)
  await expect(panelOf(page, 'hotline')).toHaveAttribute('data-state', 'late')
  const after = await hotlineEntry(page)
  expect(after.data).toBe(before.data)
  expect(after.check - before.check).toBeGreaterThanOrEqual(3)
  await allLive(page, city.now() - 2 * MINUTE, ['hotline'])
})

test('an older answer does not set the wall back, unless the source has really gone back', async ({
  page,
  city,
  world,
}) => {
  await world.openWall()
  await world.pass(10_000)
  const panel = panelOf(page, 'hotline')
  const newest = Date.parse((await panel.getAttribute('data-as-of')) ?? '')
  const restored = isoTime(newest - 30_000)
  // Another cache behind the same address, or a database put back from its backup: the first answers look alike.
  city.fault(
    'hotline',
    wrong.altered((document) => {
      document.asOf = restored
    }),
  )
  const asked = city.asked('hotline')
  await world.pass(30_000)
  expect(city.asked('hotline') - asked).toBeGreaterThan(3)
  expect(Date.parse((await panel.getAttribute('data-as-of')) ?? '')).toBeGreaterThanOrEqual(newest)
  await expect(panel).toHaveAttribute('data-state', 'live')
  await world.pass(MINUTE)
  await expect(panel).toHaveAttribute('data-as-of', restored)
})

/** Data time as printed, and the last check as minutes of the day. */
async function hotlineEntry(page: Page) {
  const entry = (await healthEntries(page)).find((text) => text.includes(liveName('hotline'))) ?? ''
  const [, data] = /数据时间 (\d\d-\d\d \d\d:\d\d)/.exec(entry) ?? []
  const [, hour, minute] = /最近核对 (\d\d):(\d\d):\d\d/.exec(entry) ?? []
  return { data, check: Number(hour) * 60 + Number(minute) }
}
