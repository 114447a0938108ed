import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mergeTests, type Browser, type Page } from '@playwright/test'
import { expect, test as watched } from '../e2e/fixture'
import { awake } from '../e2e/source'
import { test as stacked } from './records-fixture'
import type { Stack } from './stack.mjs'

const test = mergeTests(watched, stacked).extend({
  baseURL: async ({ stack }, provide) => provide(stack.url),
  // Wide enough for figure, list and what needs a person beside each other.
  viewport: { width: 5760, height: 1080 },
})

const ORDER = '880000000000000020'

/** The figures of the hotline counted by the wall from the view of the orders; nothing is pushed, so polling alone brings what changes. */
const counted = {
  poll: { url: 'api/{city}/{dataset}?since={since}&cursor={cursor}&limit={size}', everyMs: 1000 },
  about: { name: '热线工单', owner: '热线办', cadenceSeconds: 60 },
  records: { from: 'rows', total: 'total', next: 'next', asOf: 'asOf', size: 2500 },
}

async function openCounted(page: Page, stack: Stack, link = ''): Promise<void> {
  const site = JSON.parse(readFileSync(resolve(stack.site, 'config.live.json'), 'utf8')) as {
    sources: Record<string, object>
  }
  const { hotline: _, ...sources } = site.sources
  const derived = { exceptions: { derive: {} }, 'city-overview': { derive: {} } }
  const done = {
    'hotline.supervise': { act: { url: 'api/{city}/{dataset}/{region}/{id}' } },
    'hotline.call': { link: 'sip:{id}@hotline.example' },
    'exceptions.notices': { poll: { url: 'api/{city}/{dataset}/{region}', everyMs: 1000 } },
    'exceptions.note': { act: { url: 'api/{city}/{dataset}/{region}/{id}' } },
  }
  const json = { ...site, sources: { ...sources, ...derived, ...done, 'hotline.work-order': counted } }
  await page.route('**/config.live.json', (route) => route.fulfill({ json }))
  await awake(page)
  await page.goto(`/?profile=live&city=baiyun${link}`)
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
}

/** Does something to the foreign table and says that it is loaded up to now, as its loader does. */
const change = async ({ pg }: Stack, sql: string) => {
  await pg.query(sql, [ORDER])
  await pg.query("select ops.touch('baiyun', 'hotline')")
}

/** The hand-over of a shift at two seats, each in a browser of its own: one sheet, on which both write and sign. */
async function twoSeats(here: Page, browser: Browser, stack: Stack): Promise<void> {
  const context = await browser.newContext({
    baseURL: stack.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
  })
  const there = await context.newPage()
  await openCounted(there, stack, '&screen=desk&open=page:handover')
  await here.keyboard.press('n')
  const note = (page: Page) => page.getByRole('textbox', { name: '备注' })
  const sign = async (page: Page, as: string, name: string) => {
    await page.getByRole('textbox', { name: as }).fill(name)
    await page.getByRole('textbox', { name: as }).press('Enter')
  }
  await note(here).fill('泵房钥匙在门岗')
  await sign(here, '交班人', '李明')
  await expect(note(there)).toHaveValue('泵房钥匙在门岗')
  await expect(there.locator('[data-signed]')).toContainText(['李明'])
  await note(there).fill('泵房钥匙在门岗，已取')
  await sign(there, '接班人', '王芳')
  for (const page of [here, there]) {
    await expect(note(page)).toHaveValue('泵房钥匙在门岗，已取')
    await expect(page.locator('[data-signed]')).toContainText(['李明', '王芳'])
  }
  await context.close()
}

test('an overdue order inserted into a foreign table changes figure, list and what needs a person; it is called in there, the desk shows it, and its closing takes all back', async ({
  page,
  stack,
  browser,
  orders,
  faults,
}) => {
  expect(orders).toBe(5000)
  await stack.pg.query('select seed.tick(clock_timestamp())')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('hotline.work-order')) asked.push(request.url())
  })
  await openCounted(page, stack)
  const figure = (metric: string) => page.locator(`[data-panel="hotline"] [data-metric="${metric}"]`).first()
  const [open, overdue] = [figure('hotline_open'), figure('hotline_overdue_open')]
  const row = page.locator('[data-panel="hotline-orders"] li', { hasText: '…0020' })
  const exception = page.locator(`[data-panel="exceptions"] [data-exception*="${ORDER}"]`)
  const before = await Promise.all([open, overdue].map((each) => each.getAttribute('data-value')))
  expect(before.map(Number).every((value) => value > 0)).toBe(true)
  await expect(row).toHaveCount(0)
  await expect(exception).toHaveCount(0)

  await change(
    stack,
    `insert into gdxt.work_orders (gdbh, gdbt, sqlx, yjfl, zbdw, szzjbm, szzj, pdfs, slsj, pdsj, qssj, bjsx, gxsj)
     select $1, '路灯不亮', 3, '市政设施', '区住建局', '440111006', '联调', 1, t - interval '30 days', t - interval '30 days',
       t - interval '30 days', t - interval '20 days', t from (select clock_timestamp() at time zone 'Asia/Shanghai' as t) as now`,
  )
  await expect(open).toHaveAttribute('data-value', String(Number(before[0]) + 1))
  await expect(overdue).toHaveAttribute('data-value', String(Number(before[1]) + 1))
  await expect(row).toContainText('路灯不亮')
  await expect(row).toContainText('区住建局')
  await expect(exception).toContainText('路灯不亮超期')
  await expect(exception).toHaveAttribute('data-severity', 'critical')
  // From what needs a person into the order, as the foreign table has it.
  await exception.getByRole('button').click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('已过时限')
  await drawer.locator(`[data-record="${ORDER}"]`).click()
  const steps = drawer.locator('ol li')
  await expect(steps).toContainText(['受理', '派单', '签收', '到期', '现在'])
  await expect(drawer).toContainText('区住建局')
  // Only what changed came again.
  expect(asked.filter((url) => new URL(url).searchParams.get('since') === '')).toHaveLength(3)
  expect(asked.length).toBeGreaterThan(3)

  // What is pressed here is done there, once though the page is loaded anew before its answer has come, and comes back as the foreign
  // table has it now.
  await expect(drawer.getByRole('link', { name: '连线' })).toHaveAttribute(
    'href',
    `sip:${ORDER}@hotline.example`,
  )
  const keys: (string | undefined)[] = []
  await page.route(/hotline\.supervise/, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    const response = await route.fetch()
    // The first answer never arrives.
    if (keys.length > 1) await route.fulfill({ response })
  })
  await drawer.getByRole('button', { name: '督办' }).click()
  await drawer.getByRole('button', { name: '确认督办' }).click()
  const receipt = drawer.locator('[data-deed]')
  await expect(receipt).toContainText('待回执')
  const supervised = () =>
    stack.pg.query('select 1 from gdxt.work_orders where gdbh = $1 and dbsj is not null', [ORDER])
  await expect.poll(async () => (await supervised()).rows.length).toBe(1)
  // Whoever goes on at the desk meanwhile finds the order there, and what became of the press.
  await page.keyboard.press('d')
  const listed = page.locator(`[data-desk-list] [data-exception*="${ORDER}"]`)
  await expect(listed).toContainText('路灯不亮超期')
  const middle = page.getByRole('main').getByRole('region')
  const way = middle.locator('ol li')
  await expect(middle.locator('[data-deed]')).toContainText('已列入督办')
  await expect(middle.locator('[data-deed]')).toHaveAttribute('data-deed', 'done')
  await expect(way.filter({ hasText: '列入督办' })).toBeVisible()
  const { rows: told } = await stack.pg.query(
    `select w.dbsj is not null as supervised, (select jsonb_agg(key) from ops.action where target = w.gdbh) as keys
     from gdxt.work_orders w where gdbh = $1`,
    [ORDER],
  )
  expect(told).toEqual([{ supervised: true, keys: [keys[0]] }])
  expect(keys).toEqual([keys[0], keys[0]])

  // What is done about it at this seat every other seat knows, and the other way round.
  await listed.click()
  await expect(middle).toContainText('已过时限')
  await page.keyboard.press('a')
  const state = middle.locator('[data-alarm]')
  await expect(state).toHaveAttribute('data-alarm', 'acknowledged')
  await expect(state).toContainText('各席位共用')
  const id = await listed.getAttribute('data-exception')
  const notices = async () =>
    (await stack.pg.query('select exception, deed from ops.notice where exception = $1 order by at', [id]))
      .rows
  await expect.poll(notices).toEqual([{ exception: id, deed: 'acknowledged' }])
  await stack.pg.query(
    `insert into ops.notice values ('seat', 'baiyun', $1, 'shelved', clock_timestamp(), clock_timestamp() + interval '1 hour', '设备检修', '二席')`,
    [id],
  )
  await expect(state).toHaveAttribute('data-alarm', 'shelved')
  await expect(state).toContainText('设备检修 · 由 二席')
  await state.getByRole('button', { name: '取消搁置' }).click()
  await expect.poll(async () => (await notices()).at(-1)).toEqual({ exception: id, deed: 'unshelved' })
  await twoSeats(page, browser, stack)
  await listed.click()
  await middle.locator(`[data-record="${ORDER}"]`).click()

  await change(
    stack,
    `update gdxt.work_orders set hfsj = t, bjsj = t, gxsj = t + interval '1 second'
     from (select (clock_timestamp() - interval '1 second') at time zone 'Asia/Shanghai' as t) as now where gdbh = $1`,
  )
  await expect(listed).toHaveCount(0)
  await expect(way).toContainText(['受理', '派单', '签收', '列入督办', '回复', '办结'])

  // What was read last stays, with its time, and why there is nothing newer.
  faults.allow(/503/)
  await page.route(/hotline\.work-order/, (route) => route.fulfill({ status: 503 }))
  await expect(middle).toContainText('最近一次读取失败')
  await expect(middle).toContainText('数据时间')
  await expect(way).toContainText(['受理', '派单', '签收', '列入督办', '回复', '办结'])

  await page.unroute(/hotline\.work-order/)
  await page.getByRole('link', { name: '大屏' }).click()
  await expect(open).toHaveAttribute('data-value', String(before[0]))
  await expect(overdue).toHaveAttribute('data-value', String(before[1]))
  await expect(row).toHaveCount(0)
  await expect(exception).toHaveCount(0)
})
