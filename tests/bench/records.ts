import { readFileSync } from 'node:fs'
import { readCalendar } from '../../mock-data/generator/calendar'
import { counting } from '../../src/domains/hotline/summary'
import type { AnswerReader } from '../../src/contract/reader'
import { readers as hotline } from '../../src/domains/hotline/contract'
import { demo } from '../../src/demo/hotline/demo'
import { evaluate } from '../../src/data/mapping/expression'
import { judge } from '../../src/data/read-job'
import type { ShapeScope } from '../../src/data/shape/shape'
import { createShelf } from '../../src/data/store/shelf'
import { sourceConfig } from '../../src/config/source'
import { DAY, isoTime, parseTime } from '../../src/lib/calendar'
import { timeRecipes } from './recipes'

/** A year of a large city's work orders, in pages as an API gives them. */
const ORDERS = 310_000
const PAGE = 5000
const NOW = parseTime('2026-11-18T10:42:00+08:00')

const source = sourceConfig.parse({
  poll: { url: 'api/{city}/orders?page={page}', everyMs: 60_000, maxBytes: 20_000_000 },
  about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
  records: { from: 'rows', total: 'total', size: PAGE },
})

/** Months of the demo's orders, each thirty days before the one after it, until there are enough. */
function pages(): Uint8Array<ArrayBuffer>[] {
  const seed: unknown = JSON.parse(readFileSync('mock-data/baiyun/seed/hotline.json', 'utf8'))
  const rows: object[] = []
  for (let month = 0; rows.length < ORDERS; month++) {
    const moment = { now: NOW - month * 30 * DAY, since: null, calendar: readCalendar('baiyun') }
    const found = demo.records?.['work-order']?.(seed, moment) ?? []
    rows.push(...found.map((row) => ({ ...row, ...(month > 0 && { closedAt: isoTime(moment.now) }) })))
  }
  const all = rows.slice(0, ORDERS)
  return Array.from({ length: ORDERS / PAGE }, (_, i) => {
    const body = { total: ORDERS, rows: all.slice(i * PAGE, (i + 1) * PAGE) }
    return new TextEncoder().encode(JSON.stringify(body))
  })
}

const scope: ShapeScope = {
  resource: 'hotline.work-order',
  kind: 'records',
  contract: 'hotline.work-order/1',
  city: 'baiyun',
  region: '440111',
  receivedAt: isoTime(NOW),
  audience: 'duty',
  town: null,
  count: null,
  parts: {},
  limits: {},
  calendar: readCalendar('baiyun'),
}

/** Prints how long the store and its summaries take for 310,000 work orders, ms, and what they hold, MB; then recipes. Judges nothing. */
export async function main(): Promise<void> {
  const sent = pages()
  const shelf = createShelf(() => Promise.resolve(counting))
  const readers = new Map(hotline.map((reader) => [reader.id, reader as AnswerReader]))
  const read = (job: Parameters<typeof judge>[0]) =>
    judge(job, readers, evaluate, () => Promise.resolve(shelf))
  const since = (start: number) => Math.round(performance.now() - start)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const start = performance.now()
  let last = 0
  for (const [i, bytes] of sent.entries()) {
    last = performance.now()
    const page = { first: i === 0, whole: true, by: 'page', at: String(i + 1) } as const
    await read({ bytes, rules: source, scope, page })
  }
  const pagesMs = since(start)
  const count = { asOf: isoTime(NOW), sources: [{ id: scope.resource, dirtyShare: 0.05, optional: false }] }
  const summary = async (town: string | null) => {
    const began = performance.now()
    const rules = { ...source, records: undefined }
    const asked = {
      ...scope,
      resource: 'hotline',
      kind: 'document',
      contract: 'hotline/1',
      town,
      count,
    } as const
    await read({ bytes: new Uint8Array(), rules, scope: asked })
    return since(began)
  }
  const first = await summary(null)
  const afterLastByte = since(last)
  globalThis.gc?.()
  const held = process.memoryUsage()
  const mb = (name: 'heapUsed' | 'arrayBuffers') => Math.round((held[name] - before[name]) / 1e6)
  const [city, town] = [await summary(null), await summary('440111103')]
  console.log(
    JSON.stringify({
      orders: ORDERS,
      pageMs: Math.round(pagesMs / sent.length),
      firstSummaryMs: first,
      afterLastByteMs: afterLastByte,
      citySummaryMs: city,
      townSummaryMs: town,
      heldMB: mb('heapUsed') + mb('arrayBuffers'),
    }),
  )
  await timeRecipes()
}
