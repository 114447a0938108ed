import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { HotlineDocument, Order } from '../../src/domains/hotline/contract'
import type { Page } from '../../src/contract/resource'
import { isoTime } from '../../src/lib/calendar'
import { expect } from './fixture'
import { questions } from './order-questions'
import { test as base } from './records-fixture'
import type { Stack } from './stack.mjs'

/** What tests/live/read-orders.ts prints. */
interface Told {
  readonly documents: readonly HotlineDocument[]
  readonly lists: readonly {
    readonly ask: object
    readonly store: Page<Order>
    readonly query: Page<Order>
  }[]
  readonly single: readonly (Order | null)[]
  readonly asked: readonly string[]
}

async function readThreeWays({ pg, folder, url }: Stack): Promise<Told> {
  const { rows } = await pg.query(
    "select (select jsonb_agg(w) from gdxt.work_orders w) as rows, api.order_time('baiyun') as at",
  )
  const file = join(folder, 'foreign-orders.json')
  writeFileSync(file, JSON.stringify(rows[0]?.['rows']))
  const at = rows[0]?.['at']
  if (!(at instanceof Date)) throw new Error('the hotline has no data time')
  const time = isoTime(at.getTime())
  const args = ['tests/setup/run-ts.mjs', 'tests/live/read-orders.ts', url, file, time]
  const cwd = resolve(import.meta.dirname, '../..')
  const { stdout } = await promisify(execFile)('node', args, { cwd, maxBuffer: 100_000_000 })
  return JSON.parse(stdout) as Told
}

const test = base.extend<object, { told: Told }>({
  told: [
    async ({ stack, orders }, provide) => {
      expect(orders).toBe(5000)
      await provide(await readThreeWays(stack))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test('foreign rows read field by field and a view in the columns of the contract come to one document', ({
  told: { documents, asked },
}) => {
  const [rows, view, rowsOfTown, viewOfTown] = documents
  expect(rows?.rows).toEqual([{ kind: 'work-order', read: 5000, used: 5000, dirty: false, faults: [] }])
  expect(rows?.operation?.overdue?.value).toBeGreaterThan(0)
  expect(view).toEqual(rows)
  expect(viewOfTown).toEqual(rowsOfTown)
  expect(viewOfTown?.operation?.open?.value).toBeLessThan(view?.operation?.open?.value ?? 0)
  // Both were read to the end, page after page.
  expect(asked.filter((each) => each.startsWith('foreign'))).toHaveLength(3)
  expect(asked.filter((each) => each.includes('hotline.work-order'))).toHaveLength(5)
})

for (const [i, { region, parts }] of questions.entries())
  test(`a list says the same from records kept by the wall and from SQL: ${region} ${JSON.stringify(parts)}`, ({
    told: { lists },
  }) => {
    const found = lists[i]
    expect(found?.ask).toEqual({ region, parts })
    expect(found?.query).toEqual(found?.store)
    expect(found?.query.leftOut).toEqual([])
    if (parts['dept'] === undefined) expect(found?.query.total).toBeGreaterThan(0)
    if (parts['group'] !== undefined) expect(found?.query.groups?.length).toBeGreaterThan(1)
  })

test('one order by its number is the same as well, and none is none', ({ told: { single } }) => {
  const [kept, asked, ...none] = single
  expect(kept).toMatchObject({ orderNo: expect.stringMatching(/^\d{18}$/) })
  expect(asked).toEqual(kept)
  expect(none).toEqual([null, null])
})

const list = (query: string) => `/api/baiyun/hotline.orders/440111?${query}`

for (const sort of ['dueAt', '-repeats', 'dept'])
  test(`pages by ${sort} hold every waiting order once`, async ({ stack, orders }) => {
    expect(orders).toBe(5000)
    const seen: string[] = []
    let [cursor, total]: [string | null, number] = ['', 0]
    while (cursor !== null) {
      const asked = new URLSearchParams({ sort, limit: '100', cursor })
      const page = (await (await fetch(stack.url + list(String(asked)))).json()) as Page<Order>
      seen.push(...page.rows.map(({ orderNo }) => orderNo))
      expect(page.rows.length).toBeGreaterThan(0)
      cursor = page.next
      total = page.total ?? 0
      expect(seen.length).toBeLessThanOrEqual(total)
    }
    expect(seen.length).toBeGreaterThan(100)
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(seen.length)
  })

for (const [query, word] of [
  ['sort=dueat', 'dueat'],
  ['sort=-title;drop', 'title;drop'],
  ['group=phone', 'phone'],
  ["dept'=1", "dept'"],
  ['cursor=7', 'cursor'],
  ['sort=repeats&cursor=["x","y"]', 'cursor'],
] as const)
  test(`a question with a word nobody knows is refused and told which: ${query}`, async ({ stack }) => {
    const response = await fetch(stack.url + list(query))
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ title: expect.stringContaining(word) })
  })

test('who called, and from where, stands in no answer', async ({ stack, orders }) => {
  expect(orders).toBe(5000)
  const bodies = await Promise.all(
    ['/api/baiyun/hotline.work-order?limit=5000', list('limit=5000')].map(async (path) =>
      (await fetch(stack.url + path)).text(),
    ),
  )
  for (const body of bodies) {
    expect(body).toContain('orderNo')
    expect(body).not.toMatch(/13800000000|张某某/)
  }
})
