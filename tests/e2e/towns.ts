import type { Page } from '@playwright/test'
import { expect } from './fixture'
import { readBuilt, settled } from './site'

interface MapFile {
  readonly features: readonly { readonly properties: { readonly code: string; readonly short: string } }[]
}

/** Code and short name of every town on a city's shipped map. */
export const townsOf = (city: string) =>
  (readBuilt(`maps/${city}.json`) as MapFile).features.map(({ properties }) => properties)

export interface NamePoint {
  readonly code: string
  readonly x: number
  readonly y: number
  /** The town that a pointer at the middle of the name would choose. */
  readonly hit: string | null
}

/** Where each town's name stands on the map, and which tile lies under it. */
export const namePoints = (page: Page, city: string): Promise<NamePoint[]> =>
  page.evaluate((towns) => {
    const texts = [...document.querySelectorAll('[data-map] svg g[aria-hidden="true"] > g')]
    return texts.flatMap((group) => {
      const first = [...group.querySelectorAll(':scope > text')][0]
      const name = first?.textContent?.trim() ?? ''
      const matches = name === '' ? [] : towns.filter(({ short }) => short.startsWith(name))
      const [town] = matches
      if (!first || !town || matches.length > 1) return []
      const box = first.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const tile = document.elementFromPoint(x, y)?.closest('[data-town]')
      return [{ code: town.code, x, y, hit: tile?.getAttribute('data-town') ?? null }]
    })
  }, townsOf(city))

/** Waits until the wall is scoped to `name` (null: the whole city) and has drawn it. */
export async function scopedTo(page: Page, town: { code: string; short: string } | null): Promise<void> {
  const chip = page
    .locator('header')
    .first()
    .getByRole('button', { name: /，返回全/ })
  if (town === null) {
    await expect(chip).toHaveCount(0)
    await expect(page).not.toHaveURL(/region=/)
  } else {
    await expect(chip).toContainText(town.short)
    await expect(page).toHaveURL(new RegExp(`region=${town.code}`))
  }
  await settled(page)
}

/** 今日受理 as the hotline panel states it. */
export const received = (page: Page) =>
  page
    .locator('[data-panel="hotline"] [data-metric="hotline_received_today"]')
    .getAttribute('data-value')
    .then(Number)
