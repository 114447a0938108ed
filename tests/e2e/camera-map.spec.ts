import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { readCalendar } from '../../mock-data/generator/calendar'
import { createCity } from '../../src/demo/city'
import { outlinesIn } from '../../src/demo/kit/outlines'
import { demo } from '../../src/demo/video/demo'
import { parseTime } from '../../src/lib/calendar'
import { rectangle } from '../unit/map/shapes'
import { expect, legibility, openWall, test } from './fixture'
import { printedOver } from './legibility'
import { readBuilt } from './site'

interface Shipped {
  readonly features: readonly { readonly properties: { readonly code: string } }[]
}
/** Degrees of a side of a town. */
const SIDE = 0.1
const cornerOf = (i: number) => [113 + (i % 6) * SIDE, 23 + Math.floor(i / 6) * SIDE] as const

/** The towns of the demo as squares on earth: the shipped map has no places. */
// Of a city with few cameras: whatever a page works out here, it works out of all of them.
const CITY = 'huaibei'
const { features } = readBuilt(`maps/${CITY}.json`) as Shipped
const map = {
  type: 'FeatureCollection',
  features: features.map(({ properties }, i) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [rectangle(...cornerOf(i), SIDE, SIDE)] },
  })),
}

interface Sent {
  readonly points: {
    readonly name: readonly string[]
    readonly lng: readonly number[]
    readonly lat: readonly number[]
    readonly state: { readonly at: readonly number[] }
    readonly source: { readonly values: readonly string[]; readonly at: readonly number[] }
    readonly town: { readonly at: readonly number[]; readonly values: readonly { readonly code: string }[] }
  }
}

/** A camera that is offline, where it stands, and how many there are, of its source too. */
async function offlineCamera() {
  const seed: unknown = JSON.parse(readFileSync(`mock-data/${CITY}/seed/video.json`, 'utf8'))
  const city = createCity({
    seed: () => Promise.resolve(seed),
    demos: new Map([['video', demo]]),
    outlines: () => Promise.resolve(outlinesIn(map)),
    calendar: readCalendar(CITY),
  })
  const { body } = await city(`${CITY}/video.points`, parseTime('2026-11-18T10:42:00+08:00'), null)
  const { points } = JSON.parse(JSON.stringify(body)) as Sent
  const { state, source, town, lng, lat } = points
  const at = state.at.indexOf(2)
  const isAlike = (is: number, i: number) => is === 2 && source.at[i] === source.at[at]
  const code = town.values[town.at[at] ?? 0]?.code ?? ''
  const corner = cornerOf(features.findIndex(({ properties }) => properties.code === code))
  return {
    code,
    all: state.at.length,
    alike: state.at.filter(isAlike).length,
    source: source.values[source.at[at] ?? 0] ?? '',
    right: ((lng[at] ?? 0) - corner[0]) / SIDE,
    up: ((lat[at] ?? 0) - corner[1]) / SIDE,
  }
}

test('a long wall sees the worst fault and the places of other exceptions beside everything else; visitors what their list has', async ({
  page,
}) => {
  const tiles = page.locator('[data-panel="video-scene"] [data-picture]')
  const at = 'city=baiyun&date=2026-11-18&at=10:42'
  await openWall(page, at, { width: 3840, height: 1080 })
  await expect(tiles).toHaveCount(3)
  await expect(tiles.nth(0)).toContainText(/人和河道.*号/)
  await expect(tiles.nth(0)).toContainText(/离线 \d 时/)
  await expect(tiles.nth(1)).toContainText('龙归')
  await expect(tiles.nth(2)).toContainText('松洲')
  await tiles.nth(1).click()
  await expect(page).toHaveURL(/open=why%3A|open=why:/)
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch()
    const config: object = (await response.json()) as object
    await route.fulfill({ json: { ...config, audience: 'tour' } })
  })
  await openWall(page, at)
  await expect(tiles).toHaveCount(3)
  for (const tile of await tiles.all()) await expect(tile).not.toContainText(/离线|未开放/)
})

test('every camera is found on the map: narrowed by the link, where it stands, and opened from there', async ({
  page,
}) => {
  const { code, right, up, all, alike, source } = await offlineCamera()
  await page.route(`**/maps/${CITY}.json`, (route) => route.fulfill({ json: map }))
  await openWall(page, `city=${CITY}&scene=video&date=2026-11-18&at=10:42&pictures=4,,,,trend`)
  const more = page.locator('[data-panel="video-more"]')
  await expect(more.getByRole('button', { pressed: true }), 'the page of the link').toHaveText('走势')
  for (const name of ['质量', '类型', '时长', '走势', '轮巡', '来源', '镇街']) {
    const button = more.getByRole('button', { name, exact: true })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }
  expect(new URL(page.url()).searchParams.get('pictures')).toBe('4,,,,towns')
  await page.keyboard.press('m')
  const sheet = page.locator('[data-camera-map]')
  const frame = sheet.locator('[data-level]')
  await expect(sheet).toHaveAttribute('data-shown', String(all))
  await expect(frame).toHaveAttribute('data-level', 'towns')
  const { violations } = await new AxeBuilder({ page }).include('[data-camera-map]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  // The list of the towns scrolls: what stands below its edge is not lost. Nothing else is cut, small or printed over.
  const scrolls = await sheet
    .locator('ul')
    .filter({ has: page.getByRole('button') })
    .boundingBox()
  const { issues } = await legibility(page, { min: 20, absolute: true })
  expect(issues.filter((issue) => !(Number(/@(\d+)/.exec(issue)?.[1]) >= (scrolls?.x ?? 0)))).toEqual([])
  expect(await printedOver(page)).toEqual([])
  // No button of the map lies over a town.
  const boxes = (of: string) =>
    sheet.locator(of).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
  const [buttons, towns] = [await boxes('button[aria-keyshortcuts]'), await boxes('[data-town]')]
  expect(buttons).toHaveLength(3)
  for (const a of buttons)
    for (const b of towns)
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
  // Keys come nearer and back; what they do not mean is the wall's.
  await frame.focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(frame).toHaveAttribute('data-level', 'groups')
  await page.keyboard.press('Escape')
  await expect(frame).toHaveAttribute('data-zoom', '1.00')

  await sheet.getByRole('button', { name: /^离线/ }).click()
  await sheet.getByLabel('来源单位').selectOption(source)
  await expect
    .poll(() => new URL(page.url()).searchParams.get('cameras'))
    .toBe(`map&state=offline&source=${source}`)
  await expect(sheet).toHaveAttribute('data-shown', String(alike))
  await expect(frame).toHaveAttribute('data-level', 'single')
  const town = await sheet.locator(`[data-town="${code}"]`).boundingBox()
  if (!town) throw new Error(`no town ${code}`)
  const spot = [town.x + right * town.width, town.y + (1 - up) * town.height] as const
  await page.mouse.move(...spot)
  const said = frame.getByText(/号$/)
  await expect(said).toBeVisible()
  const name = await said.textContent()
  await page.mouse.click(...spot)
  const record = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: name ?? '-' }) })
  await expect(record).toContainText('离线')
  // Each step back takes what was opened last.
  await page.keyboard.press('Escape')
  await expect(record).toHaveCount(0)
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(page).not.toHaveURL(/cameras=/)
})
