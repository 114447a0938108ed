import type { Page } from '@playwright/test'
import { isoTime } from '../../src/lib/calendar'
import { expect, legibility, test } from './fixture'
import { awake, profile } from './source'

const ABOUT = { name: '12345 工单库', owner: '区政数局', cadenceSeconds: 60 }
const poll = (url: string) => ({ url, everyMs: 5000 })

/** Orders of a foreign system, in its own words. */
const ORDERS = {
  code: 200,
  msg: '查询成功',
  data: {
    total: 2,
    list: [
      {
        gdbh: '440111202611180001',
        lxr: '王小明',
        lxdh: '13812345678',
        zt: '办理',
        gxsj: isoTime(Date.now()),
      },
      { gdbh: '440111202611180002', lxr: '李四', lxdh: '13987654321', zt: '办结', gxsj: isoTime(Date.now()) },
    ],
  },
}

const MAP = [
  "{ 'asOf': $cnTime(list[0].gxsj),",
  "  'operation': {",
  "    'received': $measure($count(list), '件', '今日 0 时至今'),",
  "    'open': $measure($count(list[zt != '办结']), '件', '此刻') } }",
]

const ENVELOPE = { code: 'code', ok: [200], auth: [401], message: 'msg', data: 'data' }

/** A site with one foreign source for the hotline, which answers `body`. */
async function openDiagnosis(page: Page, source: object, body: unknown) {
  await awake(page)
  await profile(page, 'foreign', (config) => {
    config.mode = 'live'
    config.sources = { hotline: { poll: poll('api/orders'), about: ABOUT, ...source } }
  })
  await page.route(/\/api\/orders$/, (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) }),
  )
  await page.goto('/?profile=foreign&diagnose')
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
}

const lineOf = (page: Page, id = 'hotline') => page.locator(`[data-source="${id}"]`)
const side = (page: Page, name: string) => page.getByRole('region', { name }).locator('pre')

test('a foreign answer and what the mapping made of it stand side by side, masked', async ({ page }) => {
  const source = { envelope: ENVELOPE, personal: { lxr: 'name', lxdh: 'phone' }, map: MAP }
  await openDiagnosis(page, source, ORDERS)
  await expect(lineOf(page)).toHaveAttribute('data-verdict', 'ok')
  await expect(side(page, '返回样本')).toContainText('"lxr": "王**"')
  await expect(side(page, '返回样本')).toContainText('138****5678')
  await expect(side(page, '映射结果')).toContainText('"unit": "件"')
  await expect(page.locator('body')).not.toContainText(/小明|13812345678/)
  const { issues } = await legibility(page, { min: 20, absolute: true })
  // The two panes scroll.
  expect(issues.filter((issue) => !/^(CLIP|OFF) "\{/.test(issue))).toEqual([])
})

interface Faulty {
  readonly what: string
  readonly id: string
  readonly source: object
  readonly body: unknown
  readonly verdict?: string
  readonly given?: string
}

/** One of each on different sources of one site. */
const FAULTY: readonly Faulty[] = [
  {
    what: 'an error code',
    id: 'service-hall',
    source: { envelope: ENVELOPE, map: MAP },
    body: { code: 500, msg: '查询超时' },
  },
  {
    what: 'a code for no session',
    id: 'video',
    source: { envelope: ENVELOPE, map: MAP },
    body: { code: 401, msg: '请登录' },
  },
  {
    what: 'a mapping that fails',
    id: 'data-aggregation',
    source: { map: ["{ 'asOf': $cnTime(", '  5 + list) }'] },
    body: ORDERS.data,
    verdict: 'map',
    // What it was given is shown all the same.
    given: '440111202611180001',
  },
  {
    what: 'a field that is missing',
    id: 'hotline',
    source: { map: "{ 'asOf': list[0].gxsj2, 'operation': null }" },
    body: ORDERS.data,
  },
]

test(`${FAULTY.map(({ what }) => what).join(', ')}: each is told in the same words on the panel and here`, async ({
  page,
}) => {
  await awake(page)
  await profile(page, 'foreign', (config) => {
    config.mode = 'live'
    config.sources = Object.fromEntries(
      FAULTY.map(({ id, source }) => [id, { poll: poll(`api/of/${id}`), about: ABOUT, ...source }]),
    )
  })
  for (const { id, body } of FAULTY)
    await page.route(new RegExp(`/api/of/${id}$`), (route) => route.fulfill({ json: body }))
  await page.goto('/?profile=foreign&diagnose')
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  const told = new Map<string, string>()
  for (const { what, id, verdict, given } of FAULTY) {
    const line = lineOf(page, id)
    await expect(line, what).not.toHaveAttribute('data-verdict', 'ok')
    if (verdict !== undefined) await expect(line, what).toHaveAttribute('data-verdict', verdict)
    await line.click()
    if (given !== undefined) await expect(side(page, '返回样本'), what).toContainText(given)
    const said = (await line.locator('span').nth(3).textContent()) ?? ''
    const words = said.split(' · ')[0] ?? ''
    expect(words, what).toMatch(/^(接口返回错误|无访问权限|字段映射出错|数据不符合契约)：/)
    told.set(id, words)
  }
  await page.goto('/?profile=foreign')
  for (const { what, id } of FAULTY)
    await expect(page.locator(`[data-panel="${id}"]`), what).toContainText(told.get(id) ?? '?')
})

test('a source that was repaired is checked again by hand', async ({ page }) => {
  await openDiagnosis(page, { envelope: ENVELOPE, map: MAP }, { code: 500, msg: '查询超时' })
  await expect(lineOf(page)).toHaveAttribute('data-verdict', 'http')
  await page.route(/\/api\/orders$/, (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify(ORDERS) }),
  )
  await page.getByRole('button', { name: '再次核对' }).click()
  await expect(lineOf(page)).toHaveAttribute('data-verdict', 'ok')
  await page.getByRole('link', { name: '回到大屏' }).click()
  await expect(page.locator('[data-panel="hotline"] [data-metric="hotline_open"]')).toHaveAttribute(
    'data-value',
    '1',
  )
})

test('ten thousand rows are mapped beside the picture', async ({ page }) => {
  // The main thread may carry the bytes, but neither parse nor map them.
  await page.addInitScript(() => {
    const { parse } = JSON
    JSON.parse = (text, reviver) => {
      if (text.length > 500_000) document.documentElement.dataset['parsedHere'] = String(text.length)
      return parse(text, reviver) as unknown
    }
  })
  const list = Array.from({ length: 10_000 }, (_, i) => ({ ...ORDERS.data.list[i % 2], gdbh: String(i) }))
  await openDiagnosis(
    page,
    { envelope: ENVELOPE, map: MAP, poll: { ...poll('api/orders'), maxBytes: 9_000_000 } },
    {
      ...ORDERS,
      data: { list },
    },
  )
  await expect(lineOf(page)).toHaveAttribute('data-verdict', 'ok')
  await expect(side(page, '映射结果')).toContainText('"value": 10000')
  await expect(page.locator('html')).not.toHaveAttribute('data-parsed-here')
})
