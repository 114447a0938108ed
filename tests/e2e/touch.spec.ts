import { expect, openWall, test } from './fixture'
import { link, settled } from './site'
import { namePoints, scopedTo, townsOf } from './towns'

// Together, because a tab with a touch screen is another tab: opening one costs as much as three tests.
test.use({ hasTouch: true })

test('by finger a town is chosen and left again, and every ⓘ opens and closes', async ({ page }) => {
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
})
