import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { crookedBars } from './bars'
import { expectLegible } from './expect-legible'
import { expect, openWall, test } from './fixture'
import { config, DOCUMENTS, eachPage, goToScene, offeredScenes, HD, shippedLink, readRecorded } from './site'

/** The rows of the fact base, as far as a figure on screen must agree with them. */
interface Fact {
  readonly id: string
  readonly city: string
  readonly metric_id: string
  readonly value: number
  readonly unit: string
  readonly value_base: number
  readonly qualifier: string
  readonly raw: string
}

const FACTS = new Map(
  (
    JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../mock-data/facts/seed-facts.json'), 'utf8'),
    ) as Fact[]
  ).map((fact) => [fact.id, fact]),
)

/** What a city is known for, and what its wall therefore must not be without. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  baiyun: ['BY-049', 'BY-053', 'BY-054', 'BY-014', 'BY-013', 'BY-018', 'BY-015', 'BY-035'],
  huaibei: ['HB-061', 'HB-048', 'HB-047', 'HB-033'],
  heyuan: ['HY-010', 'HY-015', 'HY-011', 'HY-008'],
  zongyang: ['ZY-031', 'ZY-015'],
  xiantao: ['XT-071', 'XT-072', 'XT-032', 'XT-053'],
}

const SIMPLIFIED: Readonly<Record<string, string>> = { 個: '个', 項: '项', 級: '级' }

/** Thousands set off by commas, as every number of a wall has them; the digits stay those of the print. */
const grouped = (text: string) =>
  text.replaceAll(/(?<![.\d])\d{4,}/g, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ','))

/** Every way a fact may stand on a wall, spaces aside: as printed, or its number and unit where the print has no digits. */
function printsOf({ raw, qualifier, value, unit }: Fact): string[] {
  const plain = raw.replaceAll(/\s/g, '').replaceAll(/[個項級]/g, (sign) => SIMPLIFIED[sign] ?? sign)
  const lead = qualifier === '' || plain.includes(qualifier) || qualifier === '>' ? '' : qualifier
  return [`${lead}${plain}`, `${lead}${value}${unit}`].map(grouped)
}

interface Seen {
  readonly id: string
  readonly metric: string
  readonly value: number
  readonly text: string
  /** Of a figure that is drawn and not written (a slope from the old value to the new): what it says of itself. */
  readonly label: string
}

const factsOn = (page: Page): Promise<Seen[]> =>
  page.locator('[data-fact]').evaluateAll((elements) =>
    elements.map((element) => ({
      id: element.getAttribute('data-fact') ?? '',
      metric: element.getAttribute('data-metric') ?? '',
      value: Number(element.getAttribute('data-value') ?? Number.NaN),
      text: element instanceof HTMLElement ? element.innerText.replaceAll(/\s/g, '') : '',
      label: element instanceof HTMLElement ? '' : (element.getAttribute('aria-label') ?? ''),
    })),
  )

interface Contradicting {
  readonly contradictions: readonly { readonly title: string; readonly arithmetic: string }[]
}

const contradictionsOf = (city: string) =>
  DOCUMENTS.flatMap((id) => (readRecorded(city, id) as Contradicting).contradictions)

/** What the documents cannot both mean is counted in the header, and listed with its arithmetic. */
async function expectContradictions(page: Page, city: string): Promise<void> {
  const light = page.locator('[data-health]')
  await expect(light).toContainText(`口径待核 ${contradictionsOf(city).length}`)
  await light.click()
  const sheet = page.getByRole('dialog', { name: '数据健康' })
  let text = ''
  await eachPage(sheet, async () => {
    text += await sheet.innerText()
  })
  for (const { title, arithmetic } of contradictionsOf(city))
    expect(text).toContain(`≠ 口径待核 ${title}：${arithmetic}`)
  await page.keyboard.press('Escape')
}

/** Whatever moves by itself now. */
const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length

for (const city of config.cities)
  test(`every scene of ${city} is legible, comes to rest and draws bars as long as what they stand for, and every published figure stands as it was printed, contradictions included`, async ({
    page,
  }) => {
    const all = new Set<string>()
    let [flags, drawn] = [0, 0]
    await openWall(page, shippedLink(city, 'overview'), HD)
    await expectContradictions(page, city)
    const scenes = await offeredScenes(page)
    expect(scenes.length, 'scenes of domains that it has').toBeGreaterThan(1)
    for (const scene of scenes) {
      await goToScene(page, scene)
      await expectLegible(page, HD)
      await expect.poll(() => page.evaluate(moving), `${scene}: nothing moves for ever`).toBe(0)
      const bars = await crookedBars(page)
      expect(bars.wrong, `bars of ${scene}`).toEqual([])
      drawn += bars.seen
      flags += await page.locator('main').getByText('口径待核').count()
      for (const seen of await factsOn(page)) {
        const fact = FACTS.get(seen.id)
        const where = `${scene} ${seen.id}`
        expect.soft(fact?.city, `${where} is a fact of this city`).toBe(city)
        expect.soft(seen.metric, where).toBe(fact?.metric_id)
        expect.soft(seen.value, where).toBe(fact?.value_base)
        if (seen.label === '') expect.soft(fact ? printsOf(fact) : [], where).toContain(seen.text)
        else expect.soft(seen.label, where).toMatch(new RegExp(`(^|\\D)${fact?.value}(\\D|$)`))
        all.add(seen.id)
      }
    }
    if (city === 'baiyun') expect(drawn, 'bars were looked at').toBeGreaterThan(20)
    expect(flags > 0, 'a panel carries the flag').toBe(contradictionsOf(city).length > 0)
    expect([...all], 'the core facts of this city').toEqual(
      expect.arrayContaining([...(CORE[city] ?? ['?'])]),
    )
  })
