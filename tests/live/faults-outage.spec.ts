import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { runnerImport } from 'vite'
import { allLive, DOMAINS, expect, figuresOf, listed, panelOf, panelsOf, test } from './faults-site'
import * as wrong from './wrong-answers'
import type { transport } from './transport'

const MINUTE = 60_000

/** Addresses the page went to. One means that it was never sent to sign in, nor loaded again. */
function visited(page: Page): string[] {
  const seen: string[] = []
  page.on('framenavigated', (frame) => void seen.push(frame.url()))
  return seen
}

const figuresShown = (page: Page) =>
  Promise.all(DOMAINS.map((id) => figuresOf(panelOf(page, id)).allTextContents()))

test('the whole server is away for ten minutes, and a minute later all is well', async ({
  page,
  city,
  world,
  faults,
}) => {
  faults.allow(/net::ERR_/)
  const addresses = visited(page)
  await world.openWall()
  const figures = await figuresShown(page)
  const list = await listed(page)
  expect(Math.min(...figures.map((each) => each.length), list)).toBeGreaterThan(1)
  const attempts = world.attempts()
  await city.down()
  const downAt = city.now()
  await world.pass(10 * MINUTE, 20_000)
  for (const id of DOMAINS) {
    await expect(panelOf(page, id)).toHaveAttribute('data-state', 'failed')
    await expect(panelOf(page, id)).toContainText('网络不通')
    expect(Date.parse((await panelOf(page, id).getAttribute('data-as-of')) ?? '')).toBeLessThanOrEqual(downAt)
  }
  // What was last known stays to be read, and a list that sees nothing new does not call that calm.
  expect(await figuresShown(page)).toEqual(figures)
  expect(await listed(page)).toEqual(list)
  await expect(panelOf(page, 'exceptions')).not.toContainText('暂无需要处置')
  // Every 25 to 50 s a source, once the waits have grown, where it would be every 5 s.
  expect(world.attempts() - attempts).toBeGreaterThan(4 * 8)
  expect(world.attempts() - attempts).toBeLessThan(4 * 32)

  await city.up()
  const upAt = city.now()
  await world.pass(MINUTE)
  await allLive(page, upAt)
  expect(addresses).toHaveLength(1)
})

test('a session that ends is renewed once, however many were refused', async ({
  page,
  city,
  world,
  faults,
}) => {
  faults.allow(/401/)
  const addresses = visited(page)
  await world.openWall()
  for (const round of [1, 2, 3]) {
    city.endSession()
    const since = city.now()
    await world.pass(15_000)
    expect(city.asked('session')).toBe(round)
    await allLive(page, since)
  }
  expect(addresses).toHaveLength(1)
})

test('twenty requests refused at once cause one renewal, and all are answered', async ({ city, host }) => {
  city.endSession()
  const { module } = await runnerImport<{ readonly transport: typeof transport }>(
    resolve(import.meta.dirname, 'transport.ts'),
    { root: resolve(import.meta.dirname, '../..'), logLevel: 'error' },
  )
  const { createGate, createSession, readBytes } = module.transport
  const gate = createGate()
  const origin = city.url.replace(host, '127.0.0.1')
  const get: typeof fetch = (path, init) => fetch(typeof path === 'string' ? origin + path : path, init)
  const session = createSession({
    config: { renewUrl: '/api/session' },
    interactive: false,
    fetch: get,
    go: () => {
      throw new Error('a wall goes nowhere')
    },
    here: () => '/',
    seed: 'wall',
  })
  const slow = wrong.late()
  city.fault('session', slow.fault)
  const regions = Array.from({ length: 5 }, (_, i) => `44011100${i}`)
  const answers = DOMAINS.flatMap((id) =>
    regions.map((region) =>
      session.guard(
        () =>
          gate.run(id, { retry: false }, () =>
            readBytes(`/api/baiyun/${id}/${region}`, { timeoutMs: 8000, maxBytes: 1e6, fetch: get }),
          ),
        `${id}/${region}`,
      ),
    ),
  )
  // All twenty have been refused before the renewal is answered.
  await expect.poll(() => city.asked(...DOMAINS)).toBe(20)
  city.mend('session')
  city.renew()
  slow.release()
  expect((await Promise.all(answers)).every(({ bytes }) => (bytes?.length ?? 0) > 1000)).toBe(true)
  expect(city.asked('session')).toBe(1)
  expect(city.asked(...DOMAINS)).toBe(40)
})

test('a session that cannot be renewed for ten minutes: no sign-in page, old figures, and it heals', async ({
  page,
  city,
  world,
  faults,
}) => {
  faults.allow(/401/)
  const addresses = visited(page)
  world.configure((profile) => {
    profile['session'] = { renewUrl: 'api/session', loginUrl: 'login' }
  })
  await world.openWall()
  const figures = await figuresOf(panelOf(page, 'hotline')).allTextContents()
  expect(figures.length).toBeGreaterThan(3)
  city.endSession()
  city.fault('session', wrong.status(401))
  await world.pass(10 * MINUTE, 20_000)
  await expect(panelOf(page, 'hotline')).toContainText('会话已失效，保留现有数据并继续重试')
  expect(await figuresOf(panelOf(page, 'hotline')).allTextContents()).toEqual(figures)
  expect(city.asked('session')).toBeGreaterThan(5)
  expect(city.asked('session')).toBeLessThan(70)
  expect(addresses).toHaveLength(1)
  expect(city.asked('login')).toBe(0)

  city.mend()
  const mendedAt = city.now()
  await world.pass(MINUTE)
  await allLive(page, mendedAt)
})

test('a live wall that never had an answer shows nothing made up', async ({ page, city, world, faults }) => {
  faults.allow(/\/api\//)
  for (const id of DOMAINS) city.fault(id, wrong.status(503))
  await world.openWall()
  await world.pass(MINUTE, 10_000)
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'live')
  expect(await page.locator('[data-metric]:not([data-value=""])').count()).toBe(0)
  expect(await page.locator('[data-chart]').count()).toBe(0)
  expect(city.asked('mock-data')).toBe(0)
  await expect(page.locator('body')).not.toContainText(/演示|暂无需要处置|连接正常/)
  expect((await panelsOf(page)).filter(({ state }) => state === 'live' || state === 'demo')).toEqual([])
  for (const id of DOMAINS) await expect(panelOf(page, id)).toContainText('读取失败，尚无可用数据')
})
