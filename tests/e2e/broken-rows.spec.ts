import type { Page } from '@playwright/test'
import { isoTime } from '../../src/lib/calendar'
import { expect, openWall, test } from './fixture'
import { HD, shippedLink } from './site'
import { LIVE, liveProfile } from './source'

/** Orders of a live site by the row, as its own system answers them; `wrong` is what is wrong with that now. */
async function ordersOf(page: Page) {
  const good = JSON.stringify({
    asOf: '2026-11-18T10:40:00+08:00',
    rows: Array.from({ length: 5 }, (_, i) => ({
      orderNo: `26111800000000000${i}`,
      title: `第 ${i} 件停水`,
      category: '停水',
      acceptedAt: `2026-11-1${i + 2}T09:00:00+08:00`,
      dispatchedAt: `2026-11-1${i + 2}T09:10:00+08:00`,
      dept: '区水务局',
      town: { code: '440111103', name: '江高' },
    })),
  })
  let wrong: { status?: number; contentType?: string; body?: string } = {}
  await page.route(/\/orders-by-row\.json/, (route) =>
    route.fulfill({ contentType: 'application/json', body: good, ...wrong }),
  )
  await liveProfile(page, ({ sources }) => {
    sources['hotline.work-order'] = {
      poll: { url: 'mock-data/{city}/orders-by-row.json', everyMs: 1000 },
      about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
      records: { from: 'rows', asOf: 'asOf' },
    }
  })
  return { good, answer: (next: typeof wrong) => (wrong = next) }
}

/** What may come in place of an answer, and what is said of it. */
const BROKEN = [
  [{ body: '{"asOf":"2026-11-18T10:40:00+08:00","rows":"many"}' }, /数据不符合契约|不是列表|须为/],
  [{ status: 500, body: '{}' }, /HTTP 500/],
  [{ body: '{"asOf":"2026-11-18T10:40:00+08:00","rows":[{"orderNo":' }, /JSON 无法解析/],
  [{ contentType: 'text/html', body: '<!doctype html><title>登录</title>' }, /返回的不是 JSON：text\/html/],
] as const

for (const [where, size, extra] of [
  ['beside the wall', HD, ''],
  ['at the desk', HD, '&screen=desk'],
] as const)
  test(`a list and a record that are open ${where} keep the last good rows with their time, and say why there are no newer ones`, async ({
    page,
    faults,
  }) => {
    faults.allow(/orders-by-row/)
    const { answer } = await ordersOf(page)
    await openWall(page, shippedLink('baiyun', 'hotline', `${LIVE}${extra}&open=rows:hotline_open`), size)
    const open = page.locator('[data-drawer]')
    const rows = open.locator('[data-record]')
    for (const [broken, says] of BROKEN) {
      await expect(rows).toHaveCount(5)
      await expect(open).not.toContainText('最近一次读取失败')
      answer(broken)
      await expect(open).toContainText('最近一次读取失败')
      await expect(open).toContainText(says)
      await expect(open).toContainText('数据时间 11-18 10:40')
      await expect(rows).toHaveCount(5)
      answer({})
    }
    await rows.first().click()
    await expect(open.locator('ol li').first()).toContainText('受理')
    answer(BROKEN[1][0])
    await expect(open).toContainText(BROKEN[1][1])
    await expect(open.locator('ol li').first()).toContainText('受理')
    // Nothing else falls.
    await expect(
      page.locator('[data-state="failed"]:not([data-panel^="hotline"], [data-source^="hotline"])'),
    ).toHaveCount(0)
  })

test('a study that is open keeps the last good year, says why there is no newer one, and why there is none yet', async ({
  page,
  faults,
}) => {
  faults.allow(/year-by-row/)
  const good = JSON.stringify({
    asOf: '2026-11-18T10:40:00+08:00',
    rows: Array.from({ length: 60 }, (_, i) => ({
      orderNo: `2611180000000001${String(i).padStart(2, '0')}`,
      category: '停水',
      topic: '水压不足',
      acceptedAt: isoTime(Date.parse('2026-11-17T09:00:00+08:00') - i * 86_400_000),
      town: { code: '440111103', name: '江高' },
    })),
  })
  let wrong: { status?: number; contentType?: string; body?: string } = { status: 500 }
  await page.route(/\/year-by-row\.json/, (route) =>
    route.fulfill({ contentType: 'application/json', body: good, ...wrong }),
  )
  await liveProfile(page, ({ sources }) => {
    sources['hotline.year-order'] = {
      poll: { url: 'mock-data/{city}/year-by-row.json', everyMs: 1000 },
      about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
      records: { from: 'rows', asOf: 'asOf', whenOpened: true },
    }
  })
  await openWall(page, shippedLink('baiyun', 'hotline', `${LIVE}&open=study:hotline`), HD)
  const open = page.locator('[data-drawer]')
  await expect(open).toContainText('HTTP 500')
  wrong = {}
  // A year is counted in whole weeks.
  await expect(open.locator('[data-chosen="56"]')).toBeVisible()
  for (const [broken, says] of BROKEN) {
    await expect(open).not.toContainText('最近一次读取失败')
    wrong = broken
    await expect(open).toContainText(says)
    await expect(open).toContainText('最近一次读取失败')
    await expect(open.locator('[data-chosen="56"]')).toBeVisible()
    wrong = {}
  }
  await expect(
    page.locator('[data-state="failed"]:not([data-panel^="hotline"], [data-source^="hotline"])'),
  ).toHaveCount(0)
})
