import type { Page } from '@playwright/test'
import { expect, openWall, test } from './fixture'
import { contracts, inject, type Payload } from './inject'
import { DOCUMENTS, eachPage, FROZEN, goToScene, offeredScenes, readRecorded } from './site'
import { alter, LIVE, liveProfile, ownDocuments } from './source'

/** Looks into every scene, every ⓘ, the list of exceptions and the data health, and points at every chart. */
async function visitEverything(page: Page, look: () => Promise<void>): Promise<void> {
  const sheet = page.getByRole('dialog')
  const readSheet = async () => {
    await expect(sheet).toBeVisible()
    await eachPage(sheet, look)
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  }
  await look()
  await page.keyboard.press('h')
  await readSheet()
  for (const scene of await offeredScenes(page)) {
    await goToScene(page, scene)
    await look()
    for (const chart of await page.locator('[data-chart]').all()) await chart.hover()
    await look()
    await page.locator('[data-panel] button[aria-label$="阈值"]').last().click()
    await readSheet()
    const more = page.getByRole('button', { name: /^另 \d+ (件|项)/ })
    if ((await more.count()) > 0) {
      await more.first().click()
      await readSheet()
    }
  }
}

const IMAGE = '<img src=x onerror=window.__xss=1>'
const MARKUP: readonly Payload[] = [
  (i) => `${IMAGE}${i}`,
  () => IMAGE,
  () => '<svg onload=__xss=1>',
  () => '<b onclick=1>',
  () => '<u>x</u>',
  () => '<u>',
]

const [PHONE, IDENTITY, PLATE] = ['13812345678', '11010519491231002X', '粤A12345']
/** Of a person, with markup in front where there is room for both. */
const PERSONAL: readonly Payload[] = [
  (i) => `${IMAGE}${[`电${PHONE}`, `证${IDENTITY}`, `车${PLATE}`][i % 3]}`,
  (i) => (i % 2 === 0 ? `<u>${IDENTITY}` : `<u>${PHONE}${PLATE}`),
  (i) => (i % 2 === 0 ? `<u>${PHONE}` : `<u>${PLATE}`),
  (i) => (i % 2 === 0 ? PHONE : `<u>${PLATE}`),
  () => PHONE,
  () => PLATE,
]
/** Numbers of things, not of people; a live source that puts people there breaks the contract of the field. */
const IDENTIFIERS = ['id', 'code', 'orderNo', 'metric', 'subject', 'contract', 'key']

/** Serves the documents of `city` with payloads in every field that takes one; returns the kinds of fields that were filled. */
async function poison(page: Page, city: string, personal: boolean) {
  const filled = new Map<string, readonly string[]>()
  const people: string[] = []
  await liveProfile(page, ownDocuments)
  for (const [id, reader] of await contracts()) {
    const poisoned = readRecorded(city, id)
    filled.set(id, inject(reader, poisoned, MARKUP))
    if (personal) people.push(...inject(reader, poisoned, PERSONAL, { spare: IDENTIFIERS }))
    await alter<object>(page, new RegExp(`/${city}/${id}\\.json`), (document) => {
      Object.assign(document, poisoned)
    })
  }
  return { filled, people }
}

/** Runs in the page: what of the payloads is there, as text, alive, in clear (anywhere in the page) and masked. */
function found(clear: readonly string[]) {
  const page = new XMLSerializer().serializeToString(document)
  // The journal of the room is kept, and nobody's data in it for whoever sits there next.
  const kept = [localStorage, sessionStorage]
    .flatMap((storage) => Object.keys(storage).map((key) => storage.getItem(key)))
    .join(' ')
  return {
    texts: document.body.innerText.split(/<img src=x|<svg onload|<b onclick|<u>/).length - 1,
    alive: document.querySelectorAll('[onerror], [onload], [onclick], img, u').length,
    ran: '__xss' in window,
    inClear: clear.filter((each) => page.includes(each)),
    keptInClear: clear.filter((each) => kept.includes(each)),
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    masks: page.split(/138\*{4}5678|110\*{13}2X|粤A·?\*{3}45/).length - 1,
  }
}

for (const { city, personal } of [
  { city: 'baiyun', personal: true },
  { city: 'zongyang', personal: false },
])
  test(`markup in every text of ${city} is text${personal ? ', and personal data never reaches the page in the clear' : ''}`, async ({
    page,
  }) => {
    const { filled, people } = await poison(page, city, personal)
    await alter<{ note: string; approval: string; features: { properties: Record<string, string> }[] }>(
      page,
      new RegExp(`maps/${city}\\.json`),
      (map) => {
        map.note = map.approval = IMAGE
        for (const { properties } of map.features)
          Object.assign(properties, { name: IMAGE, short: '<u>x</u>', district: IMAGE })
      },
    )
    await openWall(page, `city=${city}&${LIVE}&${FROZEN}`)
    let seen = 0
    let masked = 0
    await visitEverything(page, async () => {
      const { texts, alive, ran, inClear, masks, keptInClear, keys } = await page.evaluate(found, [
        PHONE,
        IDENTITY,
        PLATE,
      ])
      expect(alive).toBe(0)
      expect(ran).toBe(false)
      expect(inClear).toEqual([])
      expect(keptInClear).toEqual([])
      expect(keys.filter((key) => !key.startsWith('guancheng.alarms.'))).toEqual([])
      seen += texts
      masked += masks
    })
    // It was all there to be read.
    expect([...filled.keys()].toSorted()).toEqual(DOCUMENTS.toSorted())
    for (const [id, kinds] of filled)
      // A county that raises nothing has a list without a text but those of its source.
      expect(kinds.length, id).toBeGreaterThan(city === 'zongyang' && id === 'exceptions' ? 1 : 3)
    expect(seen).toBeGreaterThan(60)
    if (!personal) return
    expect(people.length).toBeGreaterThan(40)
    expect(masked).toBeGreaterThan(60)
  })

test('masking a plate keeps a text within its limit', async ({ page }) => {
  await liveProfile(page)
  await alter<{ operation: { orders: { title: string }[] } }>(page, /baiyun\/hotline\.json/, (document) => {
    const [first] = document.operation.orders
    if (first) first.title = `占道停车，${PLATE}夜间扰民`
    expect(first?.title).toHaveLength(16)
  })
  await openWall(page, `city=baiyun&${LIVE}&scene=hotline&${FROZEN}`)
  await expect(page.locator('[data-panel="hotline-orders"]')).toContainText('占道停车，粤A')
})
