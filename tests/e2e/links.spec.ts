import { expect, openWall, test } from './fixture'
import { FROZEN_AT } from './frozen'
import { FROZEN, link, shippedLink } from './site'
import { spoil } from './source'

/** A page costs seconds: what can be wrong in one link stands in one. */
const WRONG_LINKS = [
  [
    'city=atlantis&scene=moon&screen=tower&scence=video',
    [
      '网址参数 city 本站没有城市「atlantis」',
      '网址参数 scene 本站没有场景「moon」',
      '网址参数 screen 「tower」无效，可选：wall、desk',
      '网址参数 scence 没有这个参数',
    ],
  ],
  ['scene=video&scene=hall', ['网址参数 scene 给出了 2 个不同的值：「video」「hall」']],
] as const

test('a link that is wrong in a part shows the wall, says which part, and takes that away by a press or by itself', async ({
  page,
}) => {
  const notice = page.locator('[data-link-notice]')
  await page.clock.install({ time: new Date(FROZEN_AT) })
  for (const [query, says] of WRONG_LINKS)
    await test.step(query, async () => {
      await openWall(page, `${FROZEN}&profile=shared&${query}`)
      await expect.soft(page.locator('html')).toHaveAttribute('data-scene', 'overview')
      for (const text of says) await expect.soft(notice).toContainText(text)
    })
  await notice.click()
  await expect(notice).toHaveCount(0)
  await openWall(page, `${FROZEN}&profile=shared&at=25:00`)
  await expect(notice).toBeVisible()
  await page.clock.runFor(25_000)
  await expect(notice).toHaveCount(0)
})

test('a wrong profile stops the wall: nothing may stand in place of what was meant', async ({ page }) => {
  await page.goto('/?profile=../x')
  const problem = page.locator('[data-problem]')
  await expect(problem).toContainText('网址中有无法识别的参数')
  await expect(problem.locator('code')).toHaveText('网址参数 profile')
  await problem.getByRole('navigation').getByRole('link').first().click()
  await expect(page.locator('[data-panel]').first()).toBeVisible()
})

const CONFIG_FAULTS = [
  { text: (body: string) => body.slice(0, 40), field: 'config.json', says: 'JSON 无法解析' },
  {
    text: (body: string) => body.replace('"demo"', '"show"'),
    field: 'mode',
    says: 'config.json 有误',
  },
]

test('a configuration wrong in any field is named, not half-applied', async ({ page }) => {
  for (const { text, field, says } of CONFIG_FAULTS)
    await test.step(field, async () => {
      const repair = await spoil(page, /\/config\.json/, { text })
      await page.goto('/')
      const problem = page.locator('[data-problem]')
      await expect(problem, field).toContainText(says)
      await expect(problem.locator('code'), field).toHaveText(field)
      await expect(page.locator('[data-panel]'), field).toHaveCount(0)
      await repair()
      await problem.getByRole('link').first().click()
      await expect(page.locator('[data-panel]').first(), field).toBeVisible()
    })
})

test('a source wrong in one field costs its own panels and no others', async ({ page }) => {
  await spoil(page, /\/config\.json/, {
    text: (body) => body.replace('demo/{city}/', 'https://evil.example/{city}/'),
  })
  await openWall(page, shippedLink('baiyun', 'overview'))
  const map = page.locator('[data-panel="city-map"]')
  await expect(map).toHaveAttribute('data-state', 'not-connected')
  await expect(map).toContainText('sources.city-overview.poll.url 只允许本站路径，不允许其他主机')
  for (const id of ['hotline', 'service-hall', 'data-aggregation'])
    await expect(page.locator(`[data-panel="${id}"]`)).toHaveAttribute('data-state', 'demo')
})

test('a wall switched on during an outage starts by itself when it is over', async ({ page, faults }) => {
  faults.allow(/config\.json/)
  const repair = await spoil(page, /\/config\.json/, { status: 502 })
  await page.clock.install()
  await page.goto('/')
  await expect(page.locator('[data-problem]')).toContainText('自动重试')
  await repair()
  await page.clock.fastForward(11_000)
  await expect(page.locator('[data-panel]').first()).toBeVisible()
})

test('steps back and forward show what the link says, and only commands leave steps', async ({ page }) => {
  await openWall(page, `${link('baiyun', 'overview')}&kiosk=7`)
  const shows = (scene: string) => expect(page.locator('html')).toHaveAttribute('data-scene', scene)
  await page.keyboard.press('3')
  await shows('hotline')
  await page.keyboard.press('3')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(new URL(page.url()).searchParams.get('kiosk')).toBe('7')
  await page.goBack()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goBack()
  await shows('overview')
  await page.goForward()
  await shows('hotline')
})
