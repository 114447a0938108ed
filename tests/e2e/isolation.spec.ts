import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { DOCUMENTS, READ, eachPage } from './site'
import { alter, cut, LIVE, livingProfile, spoil } from './source'

const START = new Date('2026-11-18T10:42:00+08:00')
const sourceOf = (id: string) => new RegExp(`/baiyun/${id}\\.json`)

test.beforeEach(({ page }) => livingProfile(page))

interface PanelSeen {
  readonly id: string
  readonly state: string
  readonly asOf: string
  readonly error: boolean
}

const panelsOf = (page: Page): Promise<PanelSeen[]> =>
  page.locator('[data-panel]').evaluateAll((all) =>
    all.map((panel) => ({
      id: panel.getAttribute('data-panel') ?? '',
      state: panel.getAttribute('data-state') ?? '',
      asOf: panel.getAttribute('data-as-of') ?? '',
      error: panel.querySelector('[data-panel-error]') !== null,
    })),
  )

/** Lets fake time pass, far enough for every source to be asked again, while the real answers arrive in real time. */
async function until(page: Page, reached: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      await page.clock.fastForward(12_000)
      return reached()
    })
    .toBe(true)
}

/** A day later (some sources renew once a day) every panel that was well, but `but`, shows a later moment. */
async function othersMoveOn(page: Page, before: readonly PanelSeen[], but: readonly string[] = []) {
  const well = before.filter(({ id, state }) => state !== 'failed' && !but.includes(id))
  expect(well.length).toBeGreaterThan(2)
  await page.clock.fastForward('24:00:00')
  await until(page, async () => {
    const after = new Map((await panelsOf(page)).map((panel) => [panel.id, panel.asOf]))
    return well.every(({ id, asOf }) => Date.parse(after.get(id) ?? '') > Date.parse(asOf))
  })
}

async function openRunning(page: Page): Promise<PanelSeen[]> {
  await page.clock.install({ time: START })
  await openWall(page, `city=baiyun&scene=overview&${LIVE}`)
  const panels = await panelsOf(page)
  // Otherwise "all the others" could be nobody.
  expect(panels.length).toBeGreaterThanOrEqual(5)
  return panels
}

test('figures stay with their time while a source is down, and it comes back by itself', async ({
  page,
  faults,
}) => {
  faults.allow(sourceOf('hotline'))
  const before = await openRunning(page)
  const panel = page.locator('[data-panel="hotline"]')
  const state = () => panel.getAttribute('data-state')
  const repair = await spoil(page, sourceOf('hotline'), { status: 500 })
  await until(page, async () => (await state()) === 'failed')
  const heldSince = await panel.getAttribute('data-as-of')
  const figures = await panel
    .locator('[data-metric]')
    .evaluateAll((all) => all.map((each) => each.textContent))
  expect(figures.length).toBeGreaterThan(3)
  await expect(panel).toContainText('接口返回错误：HTTP 500')
  await until(page, async () => /失败 [3-9] 次/.test((await panel.textContent()) ?? ''))
  await othersMoveOn(page, before, ['hotline'])
  expect(await panel.getAttribute('data-as-of')).toBe(heldSince)
  expect(
    await panel.locator('[data-metric]').evaluateAll((all) => all.map((each) => each.textContent)),
  ).toEqual(expect.arrayContaining(figures))
  // The list of what needs action says that it cannot see this domain, instead of being quietly shorter.
  await expect(page.locator('[data-panel="exceptions"]')).toContainText('热线情况不明')
  await repair()
  await until(page, async () => (await state()) === 'demo')
  expect(Date.parse((await panel.getAttribute('data-as-of')) ?? '')).toBeGreaterThan(
    Date.parse(heldSince ?? ''),
  )
  await expect(panel).not.toContainText('HTTP 500')
  await expect(page.locator('[data-panel="exceptions"]')).not.toContainText('情况不明')
  // Failures are counted in a row: a source that was well starts from one, and is asked again soon.
  await spoil(page, sourceOf('hotline'), { status: 500 })
  await until(page, async () => (await state()) === 'failed')
  await expect(panel).toContainText(/失败 [12] 次/)
})

// One that others are put together from, and one that is put together; the rest are shown in Node.
for (const id of ['hotline', 'city-overview'])
  test(`${id} broken from the start leaves every other panel moving`, async ({ page, faults }) => {
    faults.allow(sourceOf(id))
    await spoil(page, sourceOf(id), { text: (body) => body.slice(0, 100) })
    const before = await openRunning(page)
    const broken = before.filter(({ state }) => state === 'failed').map((panel) => panel.id)
    expect(broken.length).toBeGreaterThan(0)
    expect(broken.length).toBeLessThan(before.length - 2)
    await othersMoveOn(page, before)
    expect((await panelsOf(page)).filter(({ error }) => error)).toEqual([])
  })

test('a source that is not there is named, counted and listed by the data health, and failed through every attempt', async ({
  page,
  faults,
}) => {
  faults.allow(sourceOf('hotline'))
  await spoil(page, sourceOf('hotline'), { status: 404, text: () => '' })
  const n = DOCUMENTS.length
  await openRunning(page)
  const light = page.locator('[data-health]')
  await expect(light).toHaveAttribute('data-health', 'failed')
  await expect(light).toContainText(`${READ.length - 1}/${READ.length} 源`)
  await expect(light).toContainText('1 源失败')
  await light.click()
  const sheet = page.getByRole('dialog', { name: '数据健康' })
  await expect(sheet).toContainText('HTTP 404')
  const listed: string[] = []
  await eachPage(sheet, async () => {
    listed.push(...(await sheet.getByRole('listitem').allTextContents()))
  })
  expect(listed).toHaveLength(n)
  expect(listed[0]).toMatch(/失败.*尚无数据.*面板：12345 热线/)
  for (const entry of listed.slice(1))
    expect(entry).toMatch(/数据时间 11-1[78] \d\d:\d\d · 距今 .+ · 周期 .+面板：/)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)

  const panel = page.locator('[data-panel="hotline"]')
  await panel.evaluate((element) => {
    const seen: string[] = []
    const note = () => seen.push(element.getAttribute('data-state') ?? '')
    new MutationObserver(note).observe(element, { attributeFilter: ['data-state'] })
    Object.assign(window, { seenStates: seen })
  })
  await until(page, async () => /失败 [4-9] 次/.test((await panel.textContent()) ?? ''))
  expect(await page.evaluate(() => Reflect.get(window, 'seenStates') as string[])).toEqual([])
})

test('a map that cannot be drawn stops the map alone, and names the place', async ({ page }) => {
  await alter<{ features: { geometry: { coordinates: unknown } }[] }>(page, /maps\/baiyun\.json/, (map) => {
    const [first] = map.features
    if (first) first.geometry.coordinates = [[[0, 0]]]
  })
  const before = await openRunning(page)
  const map = page.locator('[data-panel="city-map"]')
  await expect(map).toHaveAttribute('data-state', 'failed')
  await expect(map).toContainText('features[0].geometry.coordinates')
  await othersMoveOn(page, before)
})

test('a map that cannot be read says why', async ({ page, faults }) => {
  faults.allow(/maps\/baiyun\.json/)
  await cut(page, /maps\/baiyun\.json/)
  const before = await openRunning(page)
  await expect(page.locator('[data-panel="city-map"]')).toContainText('网络不通')
  await othersMoveOn(page, before)
})
