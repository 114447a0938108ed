import { expect, openWall, test } from './fixture'
import { link, shippedLink } from './site'
import { spoil } from './source'

const BOOT_FAULTS = [
  { query: 'city=atlantis', says: /没有配置城市「atlantis」/, field: 'city', exits: 5 },
  { query: 'scene=moon', says: /没有配置场景「moon」/, field: 'scene', exits: 2 },
  { query: 'date=2026-13-40', says: /网址中有无法识别的参数/, field: '网址参数 date', exits: 1 },
  { query: 'at=25:00', says: /网址中有无法识别的参数/, field: '网址参数 at', exits: 1 },
  { query: 'region=../etc', says: /网址中有无法识别的参数/, field: '网址参数 region', exits: 1 },
  { query: 'profile=../x', says: /网址中有无法识别的参数/, field: '网址参数 profile', exits: 1 },
] as const

test('a link that is wrong in one part names the field and leads out', async ({ page }) => {
  for (const { query, says, field, exits } of BOOT_FAULTS)
    await test.step(query, async () => {
      // The shared city does for a way out that leads to a wall, unless the link names a profile itself.
      await page.goto(`/?${query}${query.startsWith('profile') ? '' : '&profile=shared'}`)
      const problem = page.locator('[data-problem]')
      await expect.soft(problem, query).toContainText(says)
      await expect.soft(problem.locator('code'), query).toHaveText(field)
      const links = problem.getByRole('navigation').getByRole('link')
      expect.soft(await links.count(), query).toBeGreaterThanOrEqual(exits)
      await links.first().click()
      await expect(page.locator('[data-panel]').first(), query).toBeVisible()
      await expect(problem, query).toHaveCount(0)
    })
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
      await expect(page.locator('html'), field).toHaveAttribute('data-ready', 'true')
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

test('a part given twice is named, and the way out keeps the profile', async ({ page }) => {
  await page.goto('/?profile=bench&scene=nonsense&scene=video')
  const problem = page.locator('[data-problem]')
  await expect(problem).toContainText('网址参数 scene给出了 2 个不同的值：「nonsense」「video」')
  await problem.getByRole('link').first().click()
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  expect(new URL(page.url()).search).toBe('?profile=bench')
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
