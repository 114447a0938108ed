import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mergeTests, type Page } from '@playwright/test'
import { expect, test as watched } from '../e2e/fixture'
import { awake } from '../e2e/source'
import { documentPath, test as stacked } from './fixture'
import type { Stack } from './stack.mjs'

const test = mergeTests(watched, stacked).extend({
  baseURL: async ({ stack }, provide) => provide(stack.url),
})

const figure = (page: Page, metric: string) =>
  page.locator(`[data-panel="hotline"] [data-metric="${metric}"]`).first()

async function openLive(page: Page, query = '') {
  await awake(page)
  await page.goto(`/?profile=live&city=baiyun${query}`)
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
}

/** One order more, accepted a second ago, and the feed brought up to now, as a loader does. */
const insertOrder = (stack: Stack, orderNo: string) =>
  stack.pg.query(
    `with o as (
       insert into ops.work_order (order_no, town, category, title, dept, is_auto, is_complaint, accepted_at, due_at)
       select $1, '440111006', key, '联调测试工单', '区政数局', false, true, now() - interval '1 second', now() + interval '5 days'
       from ops.category order by rank limit 1 returning 1)
     select ops.touch('baiyun', 'hotline') from o`,
    [orderNo],
  )

interface Site {
  sources: Record<string, { poll: { everyMs: number }; push: object }>
}

/** Serves the live profile with every source polled each `everyMs`, and with `change` made to it. */
async function pace(page: Page, stack: Stack, everyMs: number, change: (site: Site) => void = () => {}) {
  const site = JSON.parse(readFileSync(resolve(stack.site, 'config.live.json'), 'utf8')) as Site
  for (const source of Object.values(site.sources)) source.poll.everyMs = everyMs
  change(site)
  await page.route('**/config.live.json', (route) => route.fulfill({ json: site }))
}

/** Every feed says that it is loaded up to now, and no cache answers with what stood before: it belongs to an earlier test. */
async function upToNow(stack: Stack): Promise<void> {
  const moment = Date.now()
  await stack.pg.query('select seed.tick(clock_timestamp())')
  await expect
    .poll(async () => {
      const answer = await fetch(stack.url + documentPath('hotline'))
      return answer.ok ? Date.parse(((await answer.json()) as { asOf: string }).asOf) : 0
    })
    .toBeGreaterThanOrEqual(moment)
}

const streamUp = (page: Page) =>
  expect(page.locator('[data-streams]'), 'the stream is up').toHaveAttribute('data-streams', 'up')

test('every panel of the live wall is live, from SQL, under the shipped policy', async ({ page, stack }) => {
  await upToNow(stack)
  await openLive(page)
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'live')
  for (const id of ['hotline', 'service-hall', 'video', 'exceptions', 'city-map'])
    await expect(page.locator(`[data-panel="${id}"]`)).toHaveAttribute('data-state', 'live')
  await expect(page.locator('body')).not.toContainText('演示')
})

test('a row inserted in PostgreSQL appears on the wall by push, while polling rests', async ({
  page,
  stack,
}) => {
  await upToNow(stack)
  // Polling alone would take an hour.
  await pace(page, stack, 3_600_000)
  await openLive(page)
  await streamUp(page)
  const before = Number(await figure(page, 'hotline_received_today').getAttribute('data-value'))
  expect(before).not.toBeNaN()
  await insertOrder(stack, '880000000000000001')
  await expect(figure(page, 'hotline_received_today')).toHaveAttribute('data-value', String(before + 1))
})

test('and by MQTT where a city has a broker', async ({ page, stack }) => {
  await upToNow(stack)
  await pace(page, stack, 3_600_000, ({ sources }) => {
    for (const source of Object.values(sources))
      source.push = { kind: 'mqtt', url: 'api/mqtt', topic: 'guancheng/{city}/{dataset}' }
  })
  await openLive(page)
  await streamUp(page)
  const before = Number(await figure(page, 'hotline_received_today').getAttribute('data-value'))
  await insertOrder(stack, '880000000000000002')
  await expect(figure(page, 'hotline_received_today')).toHaveAttribute('data-value', String(before + 1))
})

for (const server of ['postgres', 'peer', 'nginx'] as const)
  test(`${server} is killed: the wall keeps its figures with their time, and comes back untouched`, async ({
    page,
    stack,
    faults,
  }) => {
    faults.allow(/:\d+\/api\/|ERR_CONNECTION_REFUSED|50[234]/)
    await upToNow(stack)
    // As shipped it may be a minute before a source is asked again, twelve times the pace while a stream is up: nothing but waiting.
    await pace(page, stack, 1000)
    await openLive(page)
    const hotline = page.locator('[data-panel="hotline"]')
    await expect(hotline).toHaveAttribute('data-state', 'live')
    const asOf = await hotline.getAttribute('data-as-of')
    const received = await figure(page, 'hotline_received_today').getAttribute('data-value')
    await stack.kill(server)
    // The cache stands in for what is behind it; without nginx there is nobody to ask, and the panel says so.
    if (server === 'nginx') await expect(hotline).toContainText('网络不通')
    else
      await expect
        .poll(async () => (await fetch(stack.url + documentPath('hotline'))).headers.get('x-cache'))
        .toBe('STALE')
    await expect(hotline).toHaveAttribute('data-as-of', String(asOf))
    await expect(figure(page, 'hotline_received_today')).toHaveAttribute('data-value', String(received))
    await expect(page.locator('body')).not.toContainText('演示')
    await stack.start(server)
    await insertOrder(stack, `88000000000000001${['postgres', 'peer', 'nginx'].indexOf(server)}`)
    await upToNow(stack)
    await expect(figure(page, 'hotline_received_today')).toHaveAttribute(
      'data-value',
      String(Number(received) + 1),
      {
        timeout: 75_000,
      },
    )
    await expect(hotline).toHaveAttribute('data-state', 'live')
  })

test('the broker and Prometheus are no part of what a wall needs', async ({ page, stack }) => {
  await stack.kill('mosquitto')
  await stack.kill('prometheus')
  await upToNow(stack)
  await openLive(page)
  await expect(page.locator('[data-panel="hotline"]')).toHaveAttribute('data-state', 'live')
  await stack.start('mosquitto')
  await stack.start('prometheus')
})

test('with the API down from the start no figure stands anywhere, and none of the mock', async ({
  page,
  stack,
  faults,
}) => {
  faults.allow(/\/api\//)
  await stack.kill('peer')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // Another city has nothing in the cache.
  await page.goto('/?profile=live&city=huaibei')
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  await expect(page.locator('[data-metric]')).toHaveCount(0)
  await expect(page.locator('[data-chart]')).toHaveCount(0)
  expect(asked.filter((url) => url.includes('mock-data'))).toEqual([])
  await stack.start('peer')
})
