import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { link, settled } from './site'
import { townsOf } from './towns'

/** What a translator does to a page: every Chinese text node is replaced by elements of its own, now and whenever one turns up. */
function translate(): void {
  const swap = (text: Text) => {
    if (!/\p{Script=Han}/u.test(text.data) || text.parentElement?.closest('svg, font')) return
    // FONT is what translators use, because nobody else does any more.
    const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name))
    if (!outer || !inner) return
    inner.append(`«${text.data}»`)
    outer.append(inner)
    text.replaceWith(outer)
  }
  const all = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode)
    found.forEach(swap)
  }
  all(document.body)
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Text) swap(node)
        else all(node)
  }).observe(document.body, { subtree: true, childList: true })
}

/** All text of the page as React holds it, and as it stands there without the translator's quotes. */
function texts(): { held: string; shown: string } {
  interface Fiber {
    tag: number
    memoizedProps: string | { children?: unknown } | null
    child: Fiber | null
    sibling: Fiber | null
  }
  const TEXT = 6
  const read = (fiber: Fiber | null): string => {
    if (!fiber) return ''
    const { tag, memoizedProps: props, child, sibling } = fiber
    const lone = typeof props === 'object' && child === null ? props?.children : undefined
    const own = tag === TEXT && typeof props === 'string' ? props : ''
    const inside = typeof lone === 'string' || typeof lone === 'number' ? String(lone) : read(child)
    return own + inside + read(sibling)
  }
  const root = document.getElementById('root')
  const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer'))
  const { stateNode } = Reflect.get(root ?? {}, key ?? '') as { stateNode: { current: Fiber } }
  return { held: read(stateNode.current.child), shown: (root?.textContent ?? '').replace(/[«»]/g, '') }
}

async function showsWhatItHolds(page: Page): Promise<void> {
  await settled(page)
  await expect
    .poll(async () => {
      const { held, shown } = await page.evaluate(texts)
      return held.length > 200 && shown === held ? 'the same' : { held, shown }
    })
    .toBe('the same')
}

test('the page asks not to be translated; where it is all the same, no old word stands beside a new figure', async ({
  page,
}) => {
  await openWall(page, link('baiyun', 'overview'))
  await expect(page.locator('html')).toHaveAttribute('translate', 'no')
  await expect(page.locator('meta[name="google"][content="notranslate"]')).toHaveCount(1)
  await page.evaluate(translate)
  expect(await page.locator('font font').count()).toBeGreaterThan(100)
  for (const { code: town } of townsOf('baiyun').slice(0, 3)) {
    await page.locator(`[data-panel="city-map"] [data-town="${town}"]`).dispatchEvent('click')
    await expect(page).toHaveURL(new RegExp(`region=${town}`))
    await showsWhatItHolds(page)
  }
  for (const key of ['3', 'PageDown', 'Escape', '1']) {
    await page.keyboard.press(key)
    await showsWhatItHolds(page)
  }
})

test('nor beside a running clock', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-18T10:42:00+08:00') })
  await openWall(page, 'city=heyuan&scene=overview&speed=60')
  await page.evaluate(translate)
  for (let minute = 0; minute < 2; minute++) {
    await page.clock.runFor(15_000)
    const { held, shown } = await page.evaluate(texts)
    expect(shown).toBe(held)
  }
})
