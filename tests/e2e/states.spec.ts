import type { Locator, Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { goToScene, offeredScenes, HD, link, resizeTo, shippedLink, WIDE } from './site'
import { alter, cut, hang, LIVE, liveProfile, spoil } from './source'

const HOTLINE = /\/baiyun\/hotline\.json/
const panelOf = (page: Page, id = 'hotline'): Locator => page.locator(`[data-panel="${id}"]`)

/** Operational figures; published ones stand on the rail whatever happens to the source. */
const figuresOf = (panel: Locator) => panel.locator('[data-metric]:not([data-fact])')

/** Wrong on purpose, so past the types. */
function set(part: unknown, change: object): void {
  if (typeof part !== 'object' || part === null) throw new Error('the document has no such part')
  Object.assign(part, change)
}

interface Case {
  readonly what: string
  readonly id: string
  readonly state: string
  readonly says: RegExp
  readonly arrange: (page: Page) => Promise<unknown>
}

const sourceOf = (id: string) => new RegExp(`/baiyun/${id}\\.json`)

/** One of each on different panels of one wall: none may take another along. */
const FAULTY: readonly (readonly Case[])[] = [
  [
    {
      what: 'a value of the wrong type',
      id: 'hotline',
      state: 'failed',
      says: /数据不符合契约：operation\.received\.value /,
      arrange: (page) => alter(page, HOTLINE, (d) => set(d.operation?.['received'], { value: '多' })),
    },
    {
      what: 'an answer of 500',
      id: 'service-hall',
      state: 'failed',
      says: /接口返回错误：HTTP 500/,
      arrange: (page) => spoil(page, sourceOf('service-hall'), { status: 500 }),
    },
    {
      what: 'half a JSON document',
      id: 'video',
      state: 'failed',
      says: /JSON 无法解析/,
      arrange: (page) => spoil(page, sourceOf('video'), { text: (body) => body.slice(0, body.length / 2) }),
    },
    {
      what: 'a page instead of JSON',
      id: 'data-aggregation',
      state: 'failed',
      says: /返回的不是 JSON：text\/html/,
      arrange: (page) => spoil(page, sourceOf('data-aggregation'), { contentType: 'text/html' }),
    },
  ],
  [
    {
      what: 'a figure that is none',
      id: 'hotline',
      state: 'failed',
      says: /数据不符合契约：operation\.open\.value/,
      arrange: (page) => alter(page, HOTLINE, (d) => set(d.operation?.['open'], { value: 'many' })),
    },
    {
      what: 'a cut line',
      id: 'service-hall',
      state: 'failed',
      says: /网络不通/,
      arrange: (page) => cut(page, sourceOf('service-hall')),
    },
    {
      what: 'a source that never answers',
      id: 'video',
      state: 'failed',
      says: /接口超时：0\.5 秒未返回/,
      arrange: (page) => hang(page, sourceOf('video')),
    },
    {
      what: 'an answer of 403',
      id: 'data-aggregation',
      state: 'no-permission',
      says: /当前岗位不可见/,
      arrange: (page) => spoil(page, sourceOf('data-aggregation'), { status: 403 }),
    },
  ],
  [
    {
      what: 'an answer without records',
      id: 'hotline',
      state: 'empty',
      says: /本时段返回 0 条/,
      arrange: (page) => alter(page, HOTLINE, (d) => set(d, { operation: null })),
    },
    {
      what: 'a flood of data',
      id: 'service-hall',
      state: 'failed',
      says: /数据超过大小上限/,
      arrange: (page) => spoil(page, sourceOf('service-hall'), { text: (body) => body.padEnd(10_000_000) }),
    },
    {
      what: 'no source in the configuration',
      id: 'video',
      state: 'not-connected',
      says: /未接入.*sources\.video/s,
      arrange: (page) => liveProfile(page, ({ sources }) => delete sources['video']),
    },
  ],
]

const SOURCES = ['hotline', 'service-hall', 'video', 'data-aggregation']

for (const cases of FAULTY)
  test(`${cases.map(({ what }) => what).join(', ')}: each is a state that says why`, async ({
    page,
    faults,
  }) => {
    await liveProfile(page, ({ sources }) => set(sources['video']?.['poll'], { timeoutMs: 500 }))
    for (const { id, arrange } of cases) {
      faults.allow(sourceOf(id))
      await arrange(page)
    }
    // Beside them a source is well, and newer than the wall: a field that it adds changes nothing.
    const well = SOURCES.find((source) => cases.every(({ id }) => id !== source))
    if (well !== undefined)
      await alter(page, sourceOf(well), (d) => {
        set(d, { extra: 1 })
        set(d.operation, { later: { value: 1 } })
      })
    await openWall(page, shippedLink('baiyun', 'overview', LIVE))
    // A live wall never falls back to demo figures.
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'live')
    await expect(page.locator('header').first()).not.toContainText('演示数据')
    for (const { what, id, state, says } of cases) {
      const panel = panelOf(page, id)
      await expect(panel, what).toHaveAttribute('data-state', state)
      await expect(panel, what).toContainText(says)
      // Absence is a state, never a 0 and never an empty chart.
      await expect(figuresOf(panel), what).toHaveCount(0)
      await expect(panel.locator('[data-chart]'), what).toHaveCount(0)
    }
    if (well === undefined) return
    await expect(panelOf(page, well), 'with a field more').toHaveAttribute('data-state', 'demo')
    expect(await figuresOf(panelOf(page, well)).count(), 'with a field more').toBeGreaterThan(1)
  })

const ABSENT = [
  { city: 'zongyang', id: 'data-aggregation', scene: 'data', word: '未建设', why: '县数据中心尚未建设' },
  { city: 'heyuan', id: 'hotline', scene: 'hotline', word: '未接入', why: '平台已升级' },
] as const

for (const { city, id, scene, word, why } of ABSENT)
  test(`${id} of ${city} is ${word} by its own document: it says why, has no tab, and a link to it shows what there is`, async ({
    page,
  }) => {
    await openWall(page, link(city, scene))
    await expect(page.locator('html')).toHaveAttribute('data-scene', 'overview')
    await expect(page.locator('header').first()).toContainText('没有')
    await expect(panelOf(page, id), 'no panel without a figure').toHaveCount(0)
    const connected = panelOf(page, 'city-connected')
    await expect(connected).toContainText(word)
    await expect(connected).toContainText(why)
    expect(await offeredScenes(page)).not.toContain(scene)
  })

/** Lines of the reasons given in panels that have nothing to show, of which a corner cannot be seen: cut, or under something else. */
function unreadable(): string[] {
  const linesOf = (element: Element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2)
  }
  const isHidden = (element: Element, { left, right, top, height }: DOMRect) => {
    // Glyphs fill about 72 % of the font size, in the middle of their line.
    const half = parseFloat(getComputedStyle(element).fontSize) * 0.36
    const middle = top + height / 2
    return [left + 1, right - 1].some((x) =>
      [middle - half, middle + half].some((y) => document.elementFromPoint(x, y) !== element),
    )
  }
  const reasons = [...document.querySelectorAll('[data-panel] [role="status"] :is(b, p)')]
  const hidden = reasons.flatMap((reason) =>
    linesOf(reason)
      .filter((line) => isHidden(reason, line))
      .map(({ left, top }) => {
        const panel = reason.closest('[data-panel]')?.getAttribute('data-panel')
        return `${panel} "${reason.textContent}" @${Math.round(left)},${Math.round(top)}`
      }),
  )
  return reasons.length > 0 ? hidden : ['no reason is given']
}

test('the reason of a domain that fails from the start, or is not connected, can be read whole in its scene', async ({
  page,
}) => {
  await liveProfile(page, ({ sources }) => delete sources['video'])
  await alter(page, HOTLINE, (d) => set(d.operation?.['open'], { value: 'many' }))
  await openWall(page, shippedLink('baiyun', 'hotline', LIVE))
  for (const size of [HD, WIDE]) {
    await resizeTo(page, size)
    for (const [scene, strip, state, says] of [
      ['hotline', 'hotline-keys', 'failed', '数据不符合契约：operation.open.value'],
      ['video', 'video-keys', 'not-connected', '未接入：未配置数据源 sources.video'],
    ] as const) {
      await goToScene(page, scene)
      await expect(panelOf(page, strip)).toHaveAttribute('data-state', state)
      await expect(panelOf(page, strip)).toContainText(says)
      expect(await page.evaluate(unreadable), `${scene} at ${size.width}`).toEqual([])
    }
  }
})
