import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { HD, shippedLink } from './site'

const PHONE = { width: 390, height: 844 }

const drawer = (page: Page) => page.getByRole('dialog')
const rowsIn = (page: Page) => drawer(page).locator('[data-record]')

/** What the wall and its link say is open. */
async function isOpen(page: Page, title: string | RegExp, part: RegExp): Promise<void> {
  await expect(drawer(page)).toHaveAccessibleName(title)
  await expect(page).toHaveURL(part)
}

const numberIn = async (figure: Locator) => Number(await figure.getAttribute('data-value'))

test('three presses lead from an exception over its reason to the way of the order, by mouse and by keys; a step back leads back', async ({
  page,
}) => {
  await openWall(page, shippedLink('baiyun', 'overview'), HD)
  const first = page.locator('[data-exception]').first()
  await first.getByRole('button').click()
  await isOpen(page, /超期/, /open=why%3A/)
  await expect(drawer(page)).toContainText('已过时限')
  await expect(drawer(page)).toContainText('怎样转为正常：回复或办结')
  await expect(drawer(page)).toContainText(/来源 .*（演示，模拟数据） · 数据时间 11-18 10:42/)

  await rowsIn(page).first().click()
  await isOpen(page, /./, /open=row%3Ahotline\.work-order%3A/)
  const steps = drawer(page).locator('ol li')
  await expect(steps.first()).toContainText('受理')
  await expect(steps.filter({ hasText: '派单' })).toContainText('（限 2 时）')
  await expect(steps.filter({ hasText: '到期' })).toHaveAttribute('data-tone', 'late')

  // What can be done about it is one press and its confirmation; the record says so at once, and so does the reason.
  await drawer(page).getByRole('button', { name: '督办（演示）' }).click()
  await drawer(page).getByRole('textbox').fill('诉求人：张三丰 13812345678')
  await expect(drawer(page).getByRole('button', { name: '确认督办' })).toBeDisabled()
  await drawer(page).getByRole('textbox').fill('1 日内回复')
  await expect(page.locator('html')).toHaveAttribute('data-scene', 'overview')
  await drawer(page).getByRole('button', { name: '确认督办' }).click()
  const receipt = drawer(page).locator('[data-deed]')
  await expect(receipt).toContainText(/督办\s*已办\s*11-18 10:42\s*演示：已在本机登记/)
  await expect(steps.filter({ hasText: '列入督办' })).toContainText('11-18 10:42')

  await page.goBack()
  await isOpen(page, /超期/, /open=why%3A/)
  await expect(receipt).toHaveAttribute('data-deed', 'done')
  await drawer(page).getByRole('button', { name: '关闭' }).click()
  await expect(drawer(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/open=/)

  // By the keyboard: W opens the first reason, arrows lead through all of them, Enter into the record, Escape out.
  const all = await page.locator('[data-panel="exceptions"] [data-metric]').first().getAttribute('data-value')
  await page.keyboard.press('w')
  await expect(drawer(page)).toContainText(`1 / ${all}`)
  await page.keyboard.press('ArrowRight')
  await expect(drawer(page)).toContainText(`2 / ${all}`)
  await page.keyboard.press('ArrowLeft')
  // Where somebody writes, no letter is a key of the wall and no arrow leads to another one.
  await page.keyboard.press('s')
  const other = drawer(page).getByRole('textbox', { name: '原因' })
  await other.pressSequentially('td1w')
  await other.press('ArrowRight')
  await expect(other).toHaveValue('td1w')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(drawer(page)).toContainText(`1 / ${all}`)
  await other.press('Escape')
  await expect(other).toHaveCount(0)
  await rowsIn(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page).locator('ol li').first()).toContainText('受理')
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-scene', 'overview')

  // A mark on the map is the same mark: it leads to its reason and chooses no town.
  const mark = page.locator('[data-map] [data-mark]').first()
  const no = Number(await mark.textContent())
  await mark.click()
  await isOpen(page, /./, /open=why%3A/)
  await expect(drawer(page)).toContainText(`${no} / ${all}`)
  await expect(page).not.toHaveURL(/region=/)

  // However fast: Escape and the same lead again in one stroke open it anew, and Escape twice leaves the rest as it was.
  const strokes = (lead: boolean) =>
    mark.evaluate((pressed, leads) => {
      const escape = () =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
        )
      escape()
      if (leads) pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      else escape()
    }, lead)
  // Counted here: the browser's own list ends at fifty.
  await page.evaluate(() => {
    const push = history.pushState.bind(history)
    history.pushState = (...step) => {
      document.documentElement.dataset['steps'] =
        `${Number(document.documentElement.dataset['steps'] ?? 0) + 1}`
      push(...step)
    }
  })
  const pushed = (n: number) => expect(page.locator('html')).toHaveAttribute('data-steps', String(n))
  await strokes(true)
  await pushed(2)
  await isOpen(page, /./, /open=why%3A/)
  await expect(drawer(page)).toContainText(`${no} / ${all}`)
  await strokes(false)
  await expect(drawer(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/open=/)
  await pushed(3)
})

test('a figure leads to its rows: as many as it says, looked through and scrolled by mouse and keys, each to its own record and back', async ({
  page,
}) => {
  await openWall(page, shippedLink('baiyun', 'hotline'), HD)
  const figure = page.locator('[data-panel="hotline-keys"] [data-metric="hotline_open"]')
  const count = await numberIn(figure)
  await figure.getByRole('button').click()
  await isOpen(page, `在办 ${count.toLocaleString('en')} 件`, /open=rows%3Ahotline_open/)
  // Only what can be seen is drawn; the wheel leads to the rest, and each row says which of how many it is.
  const list = drawer(page).getByRole('list', { name: '记录' })
  const item = (at: number) => list.locator(`[aria-posinset="${at}"][aria-setsize="${count}"]`)
  await expect(item(1).locator('[data-record]')).toHaveCount(1)
  expect(await rowsIn(page).count()).toBeLessThan(40)
  await list.hover()
  await page.mouse.wheel(0, 20_000)
  await expect(item(1)).toHaveCount(0)
  await expect(rowsIn(page).nth(6)).toBeInViewport()

  // By keys from the field to the first, to the last of all, and back; Enter opens, and a step back leads to the same place.
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await expect(item(1).getByRole('button')).toBeFocused()
  await page.keyboard.press('End')
  await expect(item(count).locator('[data-record]')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  const before = item(count - 1).locator('[data-record]')
  await expect(before).toBeFocused()
  const name = (await before.getAttribute('data-record')) ?? ''
  await page.keyboard.press('Enter')
  await isOpen(page, /./, /open=row%3A/)
  await page.goBack()
  await expect(item(count - 1).locator(`[data-record="${name}"]`)).toBeFocused()
  await expect(item(count - 1)).toBeInViewport()
  await page.keyboard.press('Enter')
  await drawer(page).getByRole('button', { name: '返回清单' }).click()
  await expect(item(count - 1).locator(`[data-record="${name}"]`)).toBeFocused()

  // Looked for as it is written elsewhere, without a step in the history for every letter; Escape takes it away before it closes.
  const steps = await page.evaluate(() => history.length)
  await page.keyboard.press('/')
  await page.keyboard.type('噪聲', { delay: 20 })
  await expect(drawer(page).getByRole('status')).toHaveText(
    new RegExp(`^共 ${count.toLocaleString('en')} 件中 [1-9]\\d* 件$`),
  )
  await expect(page).toHaveURL(/q%3D%E5%99%AA%E8%81%B2/)
  expect(await page.evaluate(() => history.length)).toBe(steps)
  await expect(page.locator('html')).toHaveAttribute('data-scene', 'hotline')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/q%3D/)
  await isOpen(page, `在办 ${count.toLocaleString('en')} 件`, /open=rows%3Ahotline_open/)

  // Narrowed by what the records say of themselves; the link says by what, and the file holds just these.
  await drawer(page).getByRole('button', { name: '所处环节' }).click()
  const offered = drawer(page).getByRole('button', { name: /^待签收 \d+$/ })
  const signing = Number((await offered.innerText()).replace(/\D/g, ''))
  expect(signing).toBe(await numberIn(page.locator('[data-metric="hotline_stage_sign"]')))
  await offered.click()
  await isOpen(page, `在办 · 待签收 ${signing} 件`, /stage%3Dsign/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer(page).getByRole('button', { name: '导出 CSV' }).click(),
  ])
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines.slice(0, 5).join()).toContain('模拟数据')
  expect(lines.slice(7)).toHaveLength(signing)

  // A row of a chart, and a row of a list as a whole, lead to theirs.
  await page.keyboard.press('Escape')
  const bars = page.locator('[data-panel="hotline-categories"] [data-chart]')
  const { width = 0, height = 0 } = (await bars.boundingBox()) ?? {}
  await bars.click({ position: { x: width * 0.02, y: height / 22 } })
  await isOpen(page, /^今日受理 · 噪声扰民 56 件$/, /category%3D/)
  // By key as by hand. Below what had room stands how many more there are: that leads to all of them.
  await page.keyboard.press('Escape')
  await bars.getByRole('button', { name: /^噪声扰民 56 件 / }).focus()
  await page.keyboard.press('Enter')
  await isOpen(page, /^今日受理 · 噪声扰民 56 件$/, /category%3D/)
  await page.keyboard.press('Escape')
  // So does a column of a chart.
  const ages = page.locator('[data-panel="hotline-ageing"] [data-chart]')
  const column = ages.getByRole('button', { name: /^3 [\d,]+ 件$/ })
  const [, aged = ''] = ((await column.getAttribute('aria-label')) ?? '').split(' ')
  await column.press('Enter')
  await isOpen(page, `在办 · 已用 3 天 ${aged} 件`, /usedDays%3D3/)
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  const [box, part] = [await ages.boundingBox(), await column.boundingBox()]
  const x = (part?.x ?? 0) - (box?.x ?? 0) + (part?.width ?? 0) / 2
  await ages.click({ position: { x, y: (box?.height ?? 0) / 3 } })
  await isOpen(page, `在办 · 已用 3 天 ${aged} 件`, /usedDays%3D3/)
  await page.keyboard.press('Escape')
  const shown = await page.locator('[data-panel="hotline-orders"] [data-lead]').count()
  const more = page.getByRole('button', { name: /^另 [\d,]+ 件按时限在后$/ })
  const all = shown + Number((await more.innerText()).replace(/\D/g, ''))
  await more.press('Enter')
  await isOpen(page, `在办 · 待答复 ${all.toLocaleString('en')} 件`, /waits%3Dtrue/)
  // So do the values of a field of which only the most frequent had room; a link may ask for all of them.
  await follow(page, shippedLink('baiyun', 'hotline', 'open=rows:hotline_open:by%3Ddept'))
  await expect(drawer(page).getByRole('button', { name: /\d$/ }).nth(12)).toBeVisible()
  await expect(drawer(page).getByRole('button', { name: /^另 \d+ 项/ })).toHaveCount(0)

  // Another scene is about something else.
  await page.keyboard.press('Escape')
  await page.keyboard.press('5')
  await page.locator('[data-panel="hall-keys"] [data-metric="hall_waiting"]').getByRole('button').click()
  await isOpen(page, /^当前等候 \d+ 人$/, /open=rows%3Ahall_waiting/)
  await expect(rowsIn(page).first()).toContainText('已 ')
  await drawer(page).getByRole('button', { name: '加窗推演 推演 · 模拟' }).click()
  await expect(drawer(page).getByRole('row', { name: /现状/ })).toContainText(/\d/)
  await page.keyboard.press('Escape')
  const hall = page.locator('[data-panel="hall-list"] [data-lead]').first()
  const waiting = await numberIn(hall.locator('[data-value]'))
  await hall.click()
  await isOpen(page, new RegExp(` ${waiting} 人$`), /hallName%3D/)
  await expect(page).not.toHaveURL(/region=/)

  // A bad review to its closure: every press brings it one step on.
  await page.keyboard.press('Escape')
  await page.locator('[data-panel="hall-evaluation"] [data-rows="rows:eval_bad_open"]').first().click()
  await rowsIn(page).first().click()
  await isOpen(page, /./, /open=row%3Aservice-hall\.evaluation%3A/)
  const onward = drawer(page).getByRole('button', { name: '推进闭环（演示）' })
  const taken = drawer(page)
    .locator('ol li')
    .filter({ hasText: /^(?!.*(现在|到期)).*11-18 10:42/s })
  await expect(onward).toBeVisible()
  for (let presses = 0; (await onward.count()) > 0; presses++) {
    await onward.click()
    await drawer(page).getByRole('button', { name: '确认推进闭环' }).click()
    await expect(taken).toHaveCount(presses + 1)
  }
  await expect(taken.filter({ hasText: '闭环' })).toHaveCount(1)
  await expect(drawer(page).locator('[data-deed="done"]').first()).toContainText('演示：已在本机登记')
})

/** Another link in the same page, as a step back or forward brings it. */
const follow = (page: Page, query: string) =>
  page.evaluate((search) => {
    history.pushState(null, '', `/?${search}`)
    dispatchEvent(new PopStateEvent('popstate'))
  }, query)

test('a link opens what was open, on a phone over everything; what is not there any more says so', async ({
  page,
}) => {
  await openWall(page, shippedLink('baiyun', 'video', 'open=rows:video_offline'), PHONE)
  await expect(drawer(page)).toHaveAccessibleName(/^离线 \d+ 路$/)
  await rowsIn(page).first().click()
  await expect(drawer(page)).toContainText('通道编号')
  const box = await drawer(page).boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0, width: PHONE.width, height: PHONE.height })
  for (const [open, said] of [
    ['why:nothing', '已不在清单上'],
    ['row:hotline.work-order:0', '没有编号为 0 的记录'],
    ['rows:hotline_p90_days', '没有逐条的记录'],
  ] as const) {
    await follow(page, shippedLink('baiyun', 'video', `open=${open}`))
    await expect(drawer(page)).toContainText(said)
  }
  await follow(page, shippedLink('baiyun', 'video', 'open=everything'))
  await expect(drawer(page)).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: '网址参数 open' })).toBeVisible()
})
