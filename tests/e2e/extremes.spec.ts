import type { Page } from '@playwright/test'
import { expect, legibility, openWall, test } from './fixture'
import { type Aim, contracts, boundOf, copies, FILLER, inject, type Payload } from './inject'
import { printedOver } from './legibility'
import {
  config,
  FROZEN,
  goToScene,
  HD,
  PORTRAIT,
  readBuilt,
  readRecorded,
  TRIPLE,
  WIDE,
  type Size,
} from './site'
import { alter, LIVE, liveProfile, ownDocuments } from './source'

const isNumber = (item: unknown) => typeof item === 'number'
const isList = (item: unknown) => Array.isArray(item)

interface Round extends Aim {
  readonly payloads: readonly Payload[]
}

/** Too little must not spoil the layout; a flood of digits or letters may be cut off, but no more than that. */
const TIDY = new Set(['empty lists', 'no values'])

/** Everything a contract lets in, and no city has sent yet. */
const EXTREMES: Readonly<Record<string, readonly Round[]>> = {
  'empty lists': [{ at: isList, payloads: [() => []] }],
  'no values': [{ at: isNumber, payloads: [() => null, () => 0], spare: ['cadenceSeconds'] }],
  'values beyond all bounds and one word without end': [
    { at: isNumber, payloads: [() => 9e15, () => 100], spare: ['cadenceSeconds'] },
    { payloads: [16, 12, 8, 4].map((n) => () => '国'.repeat(n)), spare: ['code', 'region', 'key'] },
  ],
  'values below zero': [{ at: isNumber, payloads: [() => -12_345.678], spare: ['cadenceSeconds'] }],
}

/** Words a person should never read on a wall. */
const nonsense = (page: Page) =>
  page.evaluate(() => document.body.innerText.match(/NaN|undefined|null|Infinity|\[object/g) ?? [])

for (const [what, rounds] of Object.entries(EXTREMES))
  test(`${what}: every panel stands, and none talks nonsense`, async ({ page }) => {
    await liveProfile(page, ownDocuments)
    let taken = 0
    for (const [id, reader] of await contracts()) {
      const extreme = readRecorded('baiyun', id)
      for (const { payloads, ...aim } of rounds) taken += inject(reader, extreme, payloads, aim).length
      await alter<object>(page, new RegExp(`/baiyun/${id}\\.json`), (document) => {
        Object.assign(document, extreme)
      })
    }
    expect(taken, 'kinds of fields that took one').toBeGreaterThan(20)
    await openWall(page, `city=baiyun&${LIVE}&${FROZEN}`)
    for (const scene of config.scenes) {
      await goToScene(page, scene)
      expect.soft(await nonsense(page), scene).toEqual([])
      if (TIDY.has(what)) expect.soft((await legibility(page)).issues, scene).toEqual([])
      const broken = page.locator('[data-panel][data-state="failed"], [data-panel-error]')
      expect.soft(await broken.allTextContents(), scene).toEqual([])
    }
  })

const isThings = (item: unknown) =>
  Array.isArray(item) && item.length > 0 && item.every((each) => typeof each === 'object' && each !== null)

/** Scenes where everything at its bound stands beside everything else. That of the cameras still prints names over figures. */
const HELD = ['overview', 'data', 'hotline', 'hall']

const SHAPES: Readonly<Record<string, Size>> = {
  '16:9': HD,
  '32:9': WIDE,
  '48:9': TRIPLE,
  portrait: PORTRAIT,
  '4:3': { width: 1440, height: 1080 },
  phone: { width: 390, height: 844 },
}

test('everything at the bounds of its contract, on every shape of wall and in the hand: nothing is printed over anything', async ({
  page,
}) => {
  await liveProfile(page, ownDocuments)
  for (const [id, reader] of await contracts()) {
    const extreme = readRecorded('baiyun', id)
    const schema = readBuilt(`contract/${id}.schema.json`)
    const text: Payload = (i, kind, before) => {
      const most = boundOf(schema, kind, 'maxLength')
      return most === undefined ? before : `${i}${FILLER.repeat(most)}`.slice(0, most)
    }
    const list: Payload = (_, kind, before) =>
      copies(before as readonly unknown[], boundOf(schema, kind, 'maxItems') ?? 0)
    const texts = inject(reader, extreme, [text], { spare: ['code', 'region', 'key', 'id'] })
    // The document itself is no list of things.
    const lists = inject(reader, extreme, [list], { at: isThings })
    expect.soft([lists.length > 0, texts.length > 4], id).toEqual([true, true])
    await alter<object>(page, new RegExp(`/baiyun/${id}\\.json`), (document) => {
      Object.assign(document, extreme)
    })
  }
  await openWall(page, `city=baiyun&${LIVE}&${FROZEN}`, HD)
  for (const [shape, size] of Object.entries(SHAPES)) {
    await page.setViewportSize(size)
    await expect(page.locator(`[data-aspect="${shape}"]`).first()).toBeVisible()
    for (const scene of HELD) {
      await goToScene(page, scene)
      expect.soft(await printedOver(page), `${shape} ${scene}`).toEqual([])
    }
  }
})
