import { describe, expect, it } from 'vitest'
import { partOf } from '../../../src/contract/records/row-view'
import { GROWING, grown, rowsIn } from './grown'
import { documentOf, recipes, sourceOf } from './recipe'

/** Figures of each that grow with its rows. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  '12345-rows': ['received.value', 'open.value', 'overdue.value', 'closed.value'],
  ckan: ['catalogue.entries.value', 'catalogue.unmounted.value'],
  'wvp-gb28181': ['channels.value', 'offline.value'],
}

const TIMES = 40

describe.each(GROWING)('recipe $name', (growing) => {
  const recipe = recipes.find(({ name }) => name === growing.name)
  if (!recipe) throw new Error(`no recipe ${growing.name}`)

  it('counts forty times the rows as forty times the figures', async () => {
    const [one, many] = [
      await documentOf(recipe, grown(recipe, growing, 1)),
      await documentOf(recipe, grown(recipe, growing, TIMES)),
    ]
    for (const figure of FIGURES[growing.name] ?? []) {
      const [small, large] = [one, many].map((document) =>
        partOf('operation' in document ? document.operation : null, figure),
      )
      expect(small, figure).toEqual(expect.any(Number))
      expect(large, figure).toBe(Number(small) * TIMES)
    }
  })

  it('is within its own limits at the size of a real system', () => {
    const bytes = new TextEncoder().encode(grown(recipe, growing, TIMES)).length
    const all = (bytes / (TIMES * rowsIn(recipe, growing))) * growing.size
    expect(all).toBeLessThan(sourceOf(recipe).poll?.maxBytes ?? 0)
  })
})
