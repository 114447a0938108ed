import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { smallTargets } from './essentials'
import { expect, legibility, openWall, test } from './fixture'
import { shippedLink } from './site'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

/** Orders of a year in these tests: a browser that optimises nothing takes long over 310,000. */
const YEAR = 12_400

/** A smaller city, by the same program. */
async function smaller(page: Page): Promise<void> {
  await page.route(/mock-data\/baiyun\/seed\.json/, async (route) => {
    const response = await route.fetch()
    const seeds = (await response.text()).replace(/"yearTotal":\s*\d+/, `"yearTotal":${YEAR}`)
    await route.fulfill({ response, body: seeds })
  })
}

const study = (page: Page) => page.locator('[data-study]')
const answered = (page: Page) => expect(page.locator('[data-study="answered"]')).toBeVisible()
const chosen = async (page: Page) => Number(await page.locator('[data-chosen]').getAttribute('data-chosen'))
const asked = (page: Page) => new URL(page.url()).searchParams.get('open')
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)
const values = (page: Page, name: string) => field(page, name).getByRole('listitem').getByRole('button')
const countOf = (text: string | null) => Number(/([\d,]+)$/.exec(text ?? '')?.[1]?.replaceAll(',', ''))

async function sumOf(page: Page, name: string): Promise<number> {
  const more = field(page, name).getByRole('button', { name: /^另 / })
  if (await more.isVisible()) await more.click()
  return (await values(page, name).allTextContents()).reduce((sum, text) => sum + countOf(text), 0)
}

test('a year of orders is searched at the desk by drawing, by pressing and by the keys; every figure agrees; a briefing is one press away', async ({
  page,
}) => {
  await smaller(page)
  await openWall(page, shippedLink('baiyun', 'hotline', 'screen=desk'), DESK)
  await page.getByRole('button', { name: '热线研判' }).click()
  await answered(page)
  const all = await chosen(page)
  expect(all).toBeGreaterThan(YEAR * 0.95)
  for (const name of ['category', 'town', 'outcome']) expect(await sumOf(page, name)).toBe(all)

  const weeks = page.locator('[data-brush]')
  await weeks.scrollIntoViewIfNeeded()
  const box = await weeks.boundingBox()
  if (!box) throw new Error('nothing to draw over')
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 })
  await expect(study(page)).toHaveAttribute('data-study', 'drawing')
  // It is answered while it is drawn; the link follows when it is let go.
  await expect.poll(() => chosen(page)).toBeLessThan(all / 2)
  expect(asked(page)).toBe('study:hotline')
  await page.mouse.up()
  await answered(page)
  expect(asked(page)).toMatch(/^study:hotline:from=2026-\d\d-\d\d&to=2026-\d\d-\d\d$/)
  const drawn = await chosen(page)
  expect(await sumOf(page, 'town')).toBe(drawn)
  // A finger that scrolls instead takes nothing away that was chosen.
  await weeks.scrollIntoViewIfNeeded()
  const again = await weeks.boundingBox()
  await page.mouse.move((again?.x ?? 0) + 4, (again?.y ?? 0) + 20)
  await page.mouse.down()
  await expect(study(page)).toHaveAttribute('data-study', 'drawing')
  await weeks.dispatchEvent('pointercancel')
  await answered(page)
  await page.mouse.up()
  expect(await chosen(page)).toBe(drawn)

  const first = values(page, 'category').first()
  const count = countOf(await first.textContent())
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => chosen(page)).toBe(count)
  await page.getByRole('button', { name: '周一' }).press('Enter')
  await expect.poll(() => chosen(page)).toBeLessThan(count)
  await page.goBack()
  await expect.poll(() => chosen(page)).toBe(count)

  // As high as all of it: what is cut off then is cut off for good.
  await page.setViewportSize({ width: DESK.width, height: 2400 })
  expect((await legibility(page, { min: 13, absolute: true })).issues).toEqual([])
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])

  await page.setViewportSize(DESK)
  // What is chosen, one by one: as many rows, and what they were narrowed to.
  await page.getByRole('button', { name: /^逐条列出/ }).press('Enter')
  await expect(page.getByRole('heading', { name: `研判所选 ${count.toLocaleString('en')} 件` })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/自 2026-\d\d-\d\d · 至 2026-\d\d-\d\d/)
  await page.locator('[data-record]').first().click()
  await expect(page).toHaveURL(/open=row%3Ahotline\.year-order%3A/)
  await expect(page.getByRole('main')).toContainText('工单号')
  await page.goBack()
  await page.goBack()
  await expect.poll(() => chosen(page)).toBe(count)
  await page.getByRole('button', { name: '生成简报' }).click()
  const draft = page.getByRole('textbox', { name: /简报正文/ })
  await expect(draft).toHaveValue(new RegExp(`受理工单 ${count.toLocaleString('en-US')} 件`))
  await expect(draft).toHaveValue(/模拟数据/)
  await page.getByRole('button', { name: '返回研判' }).click()
  await expect.poll(() => chosen(page)).toBe(count)
  await page.getByRole('button', { name: '全部清除' }).click()
  await expect.poll(() => chosen(page)).toBe(all)
})

test('a figure of the wall leads to the year behind it, and on a phone it is searched by finger', async ({
  page,
}) => {
  await smaller(page)
  await openWall(page, shippedLink('baiyun', 'hotline', 'open=rows:hotline_received_today'), PHONE)
  await page.getByRole('button', { name: /^研判近 52 周/ }).click()
  await answered(page)
  const all = await chosen(page)
  await page.getByRole('button', { name: '近 4 周' }).click()
  await expect.poll(() => chosen(page)).toBeLessThan(all / 5)
  // Neither the page nor anything in it is wider than the phone.
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1),
  )
  expect(wide).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  // What a link says and nobody understands is named; a city without a hotline says so, and offers no search of it.
  await page.goto(`/?${shippedLink('baiyun', 'hotline', 'open=study:hotline:from=gestern%26colour=red')}`)
  await expect(page.getByRole('alert')).toContainText('from=gestern、colour=red')
  await page.goto(`/?${shippedLink('heyuan', 'hall', 'screen=desk&open=study:hotline')}`)
  await expect(page.getByRole('main')).toContainText('没有可供研判的工单')
  await expect(page.getByRole('button', { name: '热线研判' })).toHaveCount(0)
})
