import type { Page } from '@playwright/test'
import { contrasts, drawn, noteCanvasText } from './contrast'
import { expect, legibility, openWall, test } from './fixture'
import { pixelsApart, still } from './pixels'
import { config, goToScene, HD, link, settled, shippedLink, type Size, WIDE } from './site'

/** A4 without its margins of 10 mm, at 96 dpi; high enough for a page that goes on and on. */
const A4: Size = { width: 718, height: 4000 }
const A3_LYING: Size = { width: 1512, height: 4000 }
/** 8 pt in px. */
const LEAST = 8 / 0.75

const panels = (page: Page) =>
  page.locator('main [data-panel]').evaluateAll((all) => all.map((panel) => panel.getAttribute('data-panel')))

/** Lays the page out as it is laid out for a paper of this width. */
async function ontoPaper(page: Page, paper: Size): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('html')).toHaveAttribute('data-paper')
  await page.setViewportSize(paper)
  await page.waitForFunction(
    (width) => Math.abs((document.querySelector('main')?.clientWidth ?? 0) - width) < 2,
    paper.width,
  )
  await settled(page)
}

async function offPaper(page: Page, screen: Size): Promise<void> {
  await page.setViewportSize(screen)
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('html')).not.toHaveAttribute('data-paper')
  await settled(page)
}

/** Words of the page itself that white paper would swallow, whatever ground they stand on. */
const pale = (page: Page) =>
  page.evaluate(() => {
    const part = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    const onWhite = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => part(Number(value) / 255))
      return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
    }
    return [...document.querySelectorAll<HTMLElement>('header *, main *')]
      .filter(({ childNodes }) =>
        [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      .filter((element) => element.checkVisibility() && !element.closest('svg'))
      .filter((element) => onWhite(getComputedStyle(element).color) < 4.5)
      .map(({ textContent }) => textContent)
  })

/** Words drawn on charts and maps that are too faint on what they stand on. */
async function faint(page: Page): Promise<string[]> {
  const words = (await drawn(page)).filter(({ what }) => / (canvas|map) /.test(what))
  expect(words.length, 'words on charts and maps').toBeGreaterThan(4)
  return (await contrasts(page, words))
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ what, ratio }) => `${what}: ${ratio}`)
}

/** Panels that stand over another or beyond the edge of the paper. */
const astray = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main > *')].map((panel) => panel.getBoundingClientRect())
    const over = boxes.some((a, at) =>
      boxes
        .slice(at + 1)
        .some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
        ),
    )
    return (
      over || boxes.some(({ right, width, height }) => right > innerWidth + 1 || width < 100 || height < 40)
    )
  })

/** Lying, two more columns; the other scenes are looked at upright. */
const LYING: ReadonlySet<string> = new Set(['data', 'hall'])

for (const scenes of [config.scenes.slice(0, 2), config.scenes.slice(2)])
  test(`${scenes.join(', ')}: whole on paper, dark on white, from the dark theme`, async ({ page }) => {
    await page.addInitScript(noteCanvasText)
    await openWall(page, link('baiyun', scenes[0] ?? '?', 'theme=dark'))
    await settled(page)
    for (const scene of scenes) {
      const paper = LYING.has(scene) ? A3_LYING : A4
      await goToScene(page, scene)
      const shown = await panels(page)
      const counts = await page
        .locator('[data-panel=exceptions] [data-metric=exceptions_open]')
        .evaluateAll((all) => all.map((figure) => Number(figure.getAttribute('data-value'))))
      const title = await page.getByRole('navigation', { name: '场景' }).locator('[aria-current]').innerText()
      const place = await page.getByRole('button', { name: /^切换城市/ }).innerText()
      await ontoPaper(page, paper)
      expect(await panels(page), scene).toEqual(shown)
      expect.soft(await astray(page), `${scene}: panels over one another or cut by the edge`).toBe(false)
      expect.soft((await legibility(page, { min: LEAST, absolute: true })).issues, scene).toEqual([])
      expect.soft(await pale(page), `${scene}: pale on white`).toEqual([])
      expect.soft(await faint(page), `${scene}: faint on a chart or map`).toEqual([])
      const head = page.locator('header:visible').first()
      for (const word of [place, title, '演示', '画面时刻 2026-11-18', '10:42', '数据截至'])
        await expect(head).toContainText(word)
      await expect(
        page.locator(
          'nav:visible, main button[aria-pressed=false]:visible, main button:has(> svg:only-child):not(:has(text), [aria-pressed]):visible',
        ),
      ).toHaveCount(0)
      for (const count of counts) await expect(page.locator('[data-exception]')).toHaveCount(count)
      await offPaper(page, HD)
      expect(await panels(page)).toEqual(shown)
    }
  })

/** The code that lays paper out comes after the first view. */
const ready = (page: Page) =>
  page.waitForFunction(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const { paper } = document.documentElement.dataset
    window.dispatchEvent(new Event('afterprint'))
    return paper !== undefined
  })

const PRINTS = [
  { from: HD, scene: 'hotline', theme: 'light', paper: { format: 'A4' }, pages: 2, least: 3 },
  {
    from: WIDE,
    scene: 'overview',
    theme: 'dark',
    paper: { format: 'A3', landscape: true },
    pages: 1,
    least: 3,
  },
] as const

for (const { from, scene, theme, paper, pages, least } of PRINTS)
  test(`${scene} prints from ${from.width}×${from.height} without a network and leaves the screen as it was`, async ({
    page,
    context,
  }) => {
    await openWall(page, shippedLink('baiyun', scene, `theme=${theme}`), from)
    await ready(page)
    await settled(page)
    // A sheet stays open, and is not printed.
    await page.keyboard.press('h')
    await expect(page.getByRole('dialog')).toBeVisible()
    await context.setOffline(true)
    const before = await still(page)
    // Later than the page's own: what stands now is what is printed.
    const printed = page.evaluate(
      () =>
        new Promise<{
          theme: string | undefined
          charts: number[]
          beyond: number
          sheets: boolean[]
          unmarked: number
        }>((resolve) =>
          window.addEventListener('beforeprint', () => {
            const canvases = [...document.querySelectorAll('canvas')]
            const right = [...document.querySelectorAll('main *')].map(
              (each) => each.getBoundingClientRect().right,
            )
            resolve({
              theme: document.documentElement.dataset['theme'],
              charts: canvases.map((canvas) => canvas.width / canvas.getBoundingClientRect().width),
              sheets: [...document.querySelectorAll('dialog')].map((sheet) => sheet.checkVisibility()),
              beyond: right.filter((x) => x > 1161).length,
              unmarked: [...document.querySelectorAll('[data-panel] > header [data-mark]')].filter(
                (mark) => !mark.checkVisibility(),
              ).length,
            })
          }),
        ),
    )
    const pdf = (
      await page.pdf({ ...paper, margin: { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' } })
    ).toString('latin1')
    const { theme: used, charts, beyond, sheets, unmarked } = await printed
    expect.soft(unmarked, 'marks of titles that would not be printed').toBe(0)
    expect.soft(sheets, 'sheets that would be printed').toEqual([false])
    expect.soft(used).toBe('light')
    expect.soft(charts.length).toBeGreaterThanOrEqual(least)
    expect.soft(Math.min(...charts), 'dots a unit of the charts').toBeGreaterThan(2.5)
    expect.soft(beyond, 'things beyond two columns').toBe(0)
    expect.soft(pdf.match(/\/Type \/Page\b/g)).toHaveLength(pages)
    await settled(page)
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
    expect(await pixelsApart(page, before, await still(page))).toBeLessThan(100)
    await context.setOffline(false)
  })
