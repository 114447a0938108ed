import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { config, goToScene, link, settled, shippedLink } from './site'

/** What axe calls serious or critical, each with the first element it is about. */
async function barriers(page: Page): Promise<string[]> {
  // One page without frames: in legacy mode axe opens no second tab to put frames together. Only what fails is told, element by element.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id} ${nodes.length} × ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary}`,
    )
}

const infoOf = (page: Page) => page.getByRole('button', { name: /：口径、来源与阈值$/ })

/** A place the keyboard comes to, and how it shows that it is there. */
interface Stop {
  readonly label: string
  readonly ring: string
}

/** Pressed through here; elsewhere the order of the page says the same in one look. */
const BY_KEY: ReadonlySet<string> = new Set(['overview', 'hall'])

async function stopsByKey(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const { activeElement: element } = document
      if (!element || element === document.body) return null
      return {
        label: element.getAttribute('aria-label') ?? '',
        ring: getComputedStyle(element).outlineStyle,
      }
    })
    if (!at) break
    stops.push(at)
  }
  return stops
}

/** Everything that Tab would come to, focused one after the other. */
async function stopsInOrder(page: Page): Promise<Stop[]> {
  // From here on the browser takes the focus for the keyboard's.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll<HTMLElement>('a[href], button, [tabindex]')]
    return elements
      .filter((each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility())
      .flatMap((each) => {
        each.focus()
        if (document.activeElement !== each) return []
        return [{ label: each.getAttribute('aria-label') ?? '', ring: getComputedStyle(each).outlineStyle }]
      })
  })
}

/** In the hotline's scene: ⓘ opens by Enter, holds the focus, closes by Esc and gives the focus back. */
async function infoByKeyboard(page: Page): Promise<void> {
  const info = page.locator('[data-panel="hotline-ageing"]').getByRole('button', { name: /口径/ })
  await info.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  expect(await barriers(page)).toEqual([])
  // Definition with formula and threshold, and the source: what a figure needs to be believed.
  await expect(sheet).toContainText('责任单位')
  await expect(sheet).toContainText(/阈值 ≤ 10天 · 文件：/)
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab')
    const outside = await page.evaluate(() => {
      const at = document.activeElement
      return at !== document.body && !at?.closest('dialog')
    })
    expect(outside).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(info).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-scene', 'hotline')
}

/** Half of the scenes each, so that two workers share them. */
const HALVES = [
  config.scenes.filter((scene) => BY_KEY.has(scene)),
  config.scenes.filter((scene) => !BY_KEY.has(scene)),
]

for (const scenes of HALVES)
  test(`${scenes.join(', ')}: no barriers, and the keyboard reaches all of it`, async ({ page }) => {
    await openWall(page, link('baiyun', scenes[0] ?? '?'))
    for (const scene of scenes)
      await test.step(scene, async () => {
        // By key, so that the focus is nowhere yet.
        await page.keyboard.press(String(config.scenes.indexOf(scene) + 1))
        await expect(page.locator('html')).toHaveAttribute('data-scene', scene)
        await settled(page)
        const current = page.getByRole('navigation', { name: '场景' }).locator('[aria-current="page"]')
        await expect(current).toHaveCount(1)
        expect.soft(await barriers(page), scene).toEqual([])
        const wanted = await infoOf(page).evaluateAll((all) =>
          all.map((each) => each.getAttribute('aria-label')),
        )
        // A panel may draw its own head, but none is without its sources.
        const without = await page
          .locator('[data-panel]')
          .evaluateAll((panels) =>
            panels
              .filter((panel) => !panel.querySelector('button[aria-label$="：口径、来源与阈值"]'))
              .map((panel) => panel.getAttribute('data-panel')),
          )
        expect.soft(without, scene).toEqual([])
        const stops = BY_KEY.has(scene) ? await stopsByKey(page) : await stopsInOrder(page)
        const reached = new Map(stops.map(({ label, ring }) => [label, ring]))
        for (const label of wanted.flatMap((each) => each ?? []))
          expect.soft(reached.get(label) ?? 'none', `${scene}: ${label} shows the focus`).not.toBe('none')
        expect.soft([...reached.keys()], scene).toEqual(expect.arrayContaining(wanted))
      })
  })

test('a scene without data, the data health and the light theme have no barriers either', async ({
  page,
}) => {
  await openWall(page, link('zongyang', 'data'))
  await settled(page)
  expect.soft(await barriers(page), 'without data').toEqual([])
  await openWall(page, link('huaibei', 'overview'))
  await page.keyboard.press('h')
  const sheet = page.getByRole('dialog', { name: '数据健康' })
  await expect(sheet).toBeVisible()
  expect.soft(await barriers(page), 'data health').toEqual([])
  await sheet.getByRole('button', { name: '关闭' }).click()
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await settled(page)
  expect.soft(await barriers(page), 'light').toEqual([])
  // What opens beside the picture: a list that is looked through, one of its records, and a reason.
  await openWall(page, shippedLink('baiyun', 'hotline', 'open=rows:hotline_open:q%3D噪聲'))
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('status')).toContainText('件中')
  await settled(page)
  expect.soft(await barriers(page), 'a list').toEqual([])
  await drawer.locator('[data-record]').first().click()
  await expect(drawer.getByRole('button', { name: '返回清单' })).toBeVisible()
  expect.soft(await barriers(page), 'a record').toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await expect(drawer).toContainText('怎样转为正常')
  expect.soft(await barriers(page), 'a reason').toEqual([])
  // The instrument sees what is there.
  await page.locator('h1').evaluate((title) => title.setAttribute('aria-nonsense', 'true'))
  expect(await barriers(page)).toEqual([expect.stringMatching(/^aria-valid-attr 1 ×/)])
})

test('scenes change by arrow, clicker, digit and tab, around the corner too, and ⓘ opens, holds the focus and closes by key', async ({
  page,
}) => {
  const shows = (scene: string | undefined) =>
    expect(page.locator('html')).toHaveAttribute('data-scene', scene ?? '?')
  const { scenes } = config
  await openWall(page, link('baiyun', 'overview'))
  for (const scene of [...scenes.slice(1), scenes[0]]) {
    await page.keyboard.press('ArrowRight')
    await shows(scene)
    await expect(page).toHaveURL(new RegExp(`scene=${scene}`))
  }
  await page.keyboard.press('ArrowLeft')
  await shows(scenes.at(-1))
  await page.keyboard.press('PageDown')
  await shows(scenes[0])
  for (const [index, scene] of scenes.entries()) {
    await page.keyboard.press(String(index + 1))
    await shows(scene)
  }
  await page.keyboard.press('9')
  await shows(scenes.at(-1))
  // Every tab is clicked by the tests that walk (goToScene).
  for (const scene of scenes.slice(-2)) await goToScene(page, scene)
  await page.goBack()
  await shows(scenes.at(-2))
  await goToScene(page, 'hotline')
  await infoByKeyboard(page)
})
