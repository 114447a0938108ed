import { describe, expect, it } from 'vitest'
import { DataFault } from '../../../src/data/data-fault'
import { partOf } from '../../../src/contract/records/row-view'
import { GROWING, grown, pageSize, rowsIn, withPages } from './grown'
import { documentOf, recipes, sourceOf } from './recipe'

/** Figures of each that grow with its rows. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  '12345-rows': ['received.value', 'open.value', 'overdue.value', 'closed.value'],
  '12345-trail': ['received.value', 'open.value', 'overdue.value', 'closed.value', 'returns.count'],
  ckan: ['catalogue.entries.value', 'catalogue.unmounted.value'],
  jeecgboot: ['issues.open.value', 'issues.overdue.value', 'issues.closed.value'],
  'ruoyi-orders': ['received.value', 'open.value', 'overdue.value', 'closed.value', 'returns.count'],
  'wvp-gb28181': ['channels.value', 'offline.value'],
}

const TIMES = 40

/** Rows of a page here, so that forty times the rows are several pages. */
const PAGE = 100

describe.each(GROWING)('recipe $name', (growing) => {
  const recipe = recipes.find(({ name }) => name === growing.name)
  if (!recipe) throw new Error(`no recipe ${growing.name}`)
  const small = withPages(recipe, PAGE)
  const many = grown(small, growing, TIMES)

  it('counts forty times the rows as forty times the figures, over all pages', async () => {
    const [single, all] = [
      await documentOf(recipe, recipe.read('response.json')),
      await documentOf(small, many),
    ]
    if (pageSize(recipe) !== undefined) expect(many.length).toBeGreaterThan(1)
    for (const figure of FIGURES[growing.name] ?? []) {
      const [one, other] = [single, all].map((document) =>
        partOf('operation' in document ? document.operation : null, figure),
      )
      expect(one, figure).toEqual(expect.any(Number))
      expect(other, figure).toBe(Number(one) * TIMES)
    }
  })

  it('counts nothing where its last page is missing', async () => {
    if (many.length === 1) return
    await expect(documentOf(small, many.slice(0, -1))).rejects.toThrow(DataFault)
  })

  it('is within its own limits at the size of a real system', () => {
    const bytes = many.reduce((n, page) => n + new TextEncoder().encode(page).length, 0)
    const { poll, records } = sourceOf(recipe)
    const answer =
      (bytes / (TIMES * rowsIn(recipe, growing))) * Math.min(growing.size, pageSize(recipe) ?? Infinity)
    expect(answer).toBeLessThan(poll?.maxBytes ?? 0)
    expect(growing.size).toBeLessThanOrEqual(records?.maxRows ?? Infinity)
  })
})
