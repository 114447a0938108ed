import { expect, openWall, test } from './fixture'
import { link, settled } from './site'
import { namePoints, scopedTo, townsOf } from './towns'

// Together, because a tab with a touch screen is another tab: opening one costs as much as three tests.
test.use({ hasTouch: true })

test('by finger a town is chosen and left again, every ⓘ opens and closes, and somebody takes notice of an exception and puts it aside', async ({
  page,
}) => {
  await openWall(page, link('baiyun', 'overview'))
  await settled(page)
  const [, point] = await namePoints(page, 'baiyun')
  if (!point) throw new Error('no names on the map')
  await page.touchscreen.tap(point.x, point.y)
  await scopedTo(page, townsOf('baiyun').find(({ code }) => code === point.code) ?? { code: '?', short: '?' })
  await page.getByRole('button', { name: /，返回全/ }).tap()
  await scopedTo(page, null)

  const sheet = page.getByRole('dialog')
  for (const info of await page.getByRole('button', { name: /：口径、来源与阈值$/ }).all()) {
    await info.tap()
    await expect(sheet).toBeVisible()
    await sheet.getByRole('button', { name: '关闭' }).tap()
    await expect(sheet).toHaveCount(0)
  }

  await page.locator('[data-exception]').first().getByRole('button').tap()
  await sheet.getByRole('button', { name: /^确认/ }).tap()
  await expect(sheet.locator('[data-alarm]')).toHaveAttribute('data-alarm', 'acknowledged')
  await sheet.getByRole('button', { name: /^搁置/ }).tap()
  await sheet.getByRole('button', { name: '等待回复' }).tap()
  await sheet.getByRole('button', { name: '搁置', exact: true }).tap()
  await expect(sheet.locator('[data-alarm]')).toHaveAttribute('data-alarm', 'shelved')
  await sheet.getByRole('button', { name: '取消搁置' }).tap()
  await expect(sheet.locator('[data-alarm]')).toHaveAttribute('data-alarm', 'acknowledged')
  await sheet.getByRole('button', { name: '关闭' }).tap()
  await expect(sheet).toHaveCount(0)
})
