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
import { timeList } from './lists'
import { timeRecipes } from './recipes'
import { timeStudy } from './study'
import { timeWhatIf } from './what-if'

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
  return Array.from({ length: ORDERS / PAGE }, (_, i) => sentAs(rows.slice(i * PAGE, (i + 1) * PAGE), ORDERS))
}

const sentAs = (rows: readonly unknown[], total: number) =>
  new TextEncoder().encode(JSON.stringify({ total, rows }))

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

/** Runs looked at for what is done every minute. */
const TIMES = 9

/** CPU time of `run`, ms: what somebody else does on the machine meanwhile does not count. */
async function cpuMs(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The middle one of several runs, ms; before each of them `change` is done. */
async function usualMs(
  run: () => Promise<unknown>,
  change: () => Promise<unknown> = () => Promise.resolve(),
): Promise<number> {
  const found: number[] = []
  for (let i = 0; i < TIMES; i++) {
    await change()
    found.push(await cpuMs(run))
  }
  return Math.round(found.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0)
}

/** A data worker that keeps nothing yet: what it does with a page of orders, and with a question for figures. */
function worker() {
  const shelf = createShelf(() => Promise.resolve(counting))
  const readers = new Map(hotline.map((reader) => [reader.id, reader as AnswerReader]))
  const read = (job: Parameters<typeof judge>[0]) =>
    judge(job, readers, evaluate, () => Promise.resolve(shelf))
  const count = { asOf: isoTime(NOW), sources: [{ id: scope.resource, dirtyShare: 0.05, optional: false }] }
  const asked = { ...scope, resource: 'hotline', kind: 'document', contract: 'hotline/1', count } as const
  return {
    put: (bytes: Uint8Array<ArrayBuffer>, at: number, whole: boolean) =>
      read({ bytes, rules: source, scope, page: { first: at === 1, whole, by: 'page', at: String(at) } }),
    summary: (town: string | null) =>
      read({
        bytes: new Uint8Array(),
        rules: { ...source, records: undefined },
        scope: { ...asked, town },
      }),
    rows: async (parts: ShapeScope['parts']) =>
      (
        await read({
          bytes: new Uint8Array(),
          rules: { ...source, records: undefined },
          scope: { ...asked, resource: 'hotline.rows', kind: 'list', contract: 'hotline.rows/1', parts },
        })
      ).answer,
  }
}

/**
 * Prints how long the store and its summaries take for 310,000 work orders, ms, and what they hold, MB; then lists of them, recipes,
 * projections of queues and a study of a year. Judges nothing.
 * What is counted again every minute is counted after one order has come, so that nothing is left of the minute before.
 */
export async function main(): Promise<void> {
  const sent = pages()
  const { put, summary, rows } = worker()
  const since = (start: number) => Math.round(performance.now() - start)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const start = performance.now()
  let last = 0
  for (const [i, bytes] of sent.entries()) {
    last = performance.now()
    await put(bytes, i + 1, true)
  }
  const pageMs = Math.round(since(start) / sent.length)
  const read = performance.now()
  await summary(null)
  const [firstSummaryMs, afterLastByteMs] = [since(read), since(last)]
  globalThis.gc?.()
  const held = process.memoryUsage()
  const mb = (name: 'heapUsed' | 'arrayBuffers') => Math.round((held[name] - before[name]) / 1e6)
  const one = sentAs([{ orderNo: 'new', acceptedAt: isoTime(NOW) }], 1)
  const change = () => put(one, 1, false)
  const figures = {
    orders: ORDERS,
    pageMs,
    firstSummaryMs,
    afterLastByteMs,
    changeMs: await usualMs(change),
    citySummaryMs: await usualMs(() => summary(null), change),
    cityAgainMs: await usualMs(() => summary(null)),
    townSummaryMs: await usualMs(() => summary('440111103')),
    heldMB: mb('heapUsed') + mb('arrayBuffers'),
  }
  console.log(JSON.stringify(figures))
  // Of the orders of a year those that are open, and all of them.
  for (const list of [{ having: 'open' }, {}]) console.log(JSON.stringify(await timeList(rows, list)))
  await timeRecipes()
  timeWhatIf()
  await timeStudy()
}
