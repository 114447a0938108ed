import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, legibility, openWall, test } from './fixture'
import { FROZEN, shippedLink } from './site'
import { alter, LIVE, liveProfile } from './source'

const DESK = { width: 1280, height: 800 }
const EARLY = '2026-11-17T08:00:00+08:00'
const rows = (page: Page) => page.locator('[data-desk-list] [data-exception]')
const chosen = (page: Page) => page.locator('[data-desk-list] [aria-current]')
const middle = (page: Page) => page.getByRole('main').getByRole('region')
const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '清单' }).getByRole('button', { name })

test('a shift at the desk by the keys: taken notice of, put aside with a reason, found again, handed over on one page; the wall knows of it', async ({
  page,
}) => {
  await openWall(page, shippedLink('baiyun', 'overview', 'screen=desk'), DESK)
  await expect(rows(page)).toHaveCount(7)
  const names = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-exception')))

  // What can be seen there stands with the reason.
  await expect(middle(page).locator('[data-nearby="video.camera"] [data-record]')).toHaveCount(3)

  // Down and up again: what is chosen stands in the middle, and the link says so.
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  await expect(chosen(page)).toHaveAttribute('data-exception', names[1] ?? '')
  expect(new URL(page.url()).searchParams.get('open')).toBe(`why:${names[1]}`)
  await page.keyboard.press('a')
  await expect(chosen(page)).toHaveAttribute('data-alarm', 'acknowledged')
  await expect(middle(page)).toContainText('已确认')

  await page.keyboard.press('j')
  await page.keyboard.press('s')
  const form = page.getByRole('form', { name: '搁置到何时、为何' })
  await expect(form.getByRole('button', { name: '搁置', exact: true })).toBeDisabled()
  await form.getByRole('button', { name: '设备检修' }).click()
  await form.getByRole('button', { name: '30 分钟' }).click()
  await form.getByRole('button', { name: '搁置', exact: true }).click()
  await expect(rows(page)).toHaveCount(6)
  await tab(page, /^已搁置 1$/).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(middle(page)).toContainText('搁置至 11-18 11:12 · 设备检修')
  await tab(page, /^需要处置 6$/).click()

  await page.keyboard.press('/')
  await page.keyboard.type('水务')
  await page.keyboard.press('Enter')
  const found = await rows(page).count()
  expect(found).toBeGreaterThan(0)
  await expect(page.getByRole('status').filter({ hasText: `6 件中 ${found} 件` })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('find')).toBe('水务')
  await page.getByRole('searchbox').fill('')

  await page.keyboard.press('Escape')
  await page.locator('body').press('n')
  await expect(middle(page).locator('[data-handover="open"]')).toHaveAttribute('data-count', '6')
  await expect(middle(page).locator('[data-handover="shelved"]')).toContainText('设备检修')
  await page.getByRole('textbox', { name: '备注' }).fill('水务 13800138000 已通知')
  await page.getByRole('textbox', { name: '交班人' }).fill('李明')
  await page.getByRole('textbox', { name: '交班人' }).press('Enter')
  await page.reload()
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue(/^水务 138\*+\S* 已通知$/)
  await expect(middle(page).locator('[data-signed]')).toContainText('李明 11-18 10:42 签')
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)

  // Columns scroll: what stands below their edge is not lost, what is small or on top of something is.
  const { issues, smallest } = await legibility(page, { min: 13, absolute: true })
  expect(issues.filter((issue) => !/^(OFF|CLIP)/.test(issue))).toEqual([])
  expect(smallest).toBeGreaterThanOrEqual(13)
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([])

  await page.getByRole('link', { name: '大屏' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByRole('button', { name: '搁置 1 件' })).toBeVisible()
  await expect(page.locator('[data-panel="exceptions"] [data-metric="exceptions_open"]')).toHaveAttribute(
    'data-value',
    '6',
  )
  await expect(page.locator('[data-exception]').first()).toBeVisible()
  await page.getByRole('button', { name: '搁置 1 件' }).click()
  await expect(page.getByRole('dialog')).toHaveAccessibleName('已搁置 1')
})

test('hundreds at the desk: only what can be seen is drawn, keys lead through all of it, and it stays where it is when more comes above it', async ({
  page,
}) => {
  await liveProfile(page)
  let worst = 0
  await alter(page, /\/baiyun\/hotline\.json/, ({ exceptions }) => {
    const [first] = exceptions
    const copies = (count: number, of: { severity: string; due?: string }) =>
      Array.from({ length: count }, (_, i) => Object.assign({}, first, of, { id: `${of.severity} ${i}` }))
    exceptions.push(
      ...copies(500, { severity: 'minor' }),
      ...copies(worst, { severity: 'critical', due: EARLY }),
    )
  })
  await openWall(page, `city=baiyun&${LIVE}&${FROZEN}&screen=desk`, DESK)
  const all = async () => Number(/\d+/.exec(await tab(page, /^需要处置/).innerText())?.[0])
  const before = await all()
  expect(before).toBeGreaterThan(500)
  await expect(rows(page).first()).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(40)
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('j')
  await expect(chosen(page)).toBeInViewport({ ratio: 1 })
  expect(await rows(page).count()).toBeLessThan(40)
  const id = await chosen(page).getAttribute('data-exception')
  const place = () =>
    chosen(page).evaluate(
      (row) =>
        row.getBoundingClientRect().top -
        (row.closest('[data-desk-list]')?.getBoundingClientRect().top ?? Number.NaN),
    )
  const at = await place()
  worst = 3
  await expect.poll(all).toBe(before + 3)
  await expect(chosen(page)).toHaveAttribute('data-exception', id ?? '')
  await expect.poll(place).toBeCloseTo(at, 0)
})
