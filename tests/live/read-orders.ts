import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { limitsOf } from '../../src/config/written'
import { readMetrics } from '../../mock-data/generator/metrics'
import { sourceConfig } from '../../src/config/source'
import { readers } from '../../src/domains/hotline/contract'
import { hotline, order, orders } from '../../src/domains/hotline/resources'
import { counting } from '../../src/domains/hotline/summary'
import { bench, inline } from '../unit/data/feed-fixture'
import { questions } from './order-questions'

const about = { name: '工单', owner: '热线办', cadenceSeconds: 60 }
const poll = (url: string) => ({ url, everyMs: 60_000, maxBytes: 20_000_000 })

/** The foreign system's own answer: its envelope, its names, its codes, read by the rules of each field. */
const FOREIGN = {
  poll: poll('foreign?page={page}&size={size}'),
  about,
  envelope: { code: 'code', ok: [0], data: 'data' },
  records: {
    from: 'list',
    total: 'total',
    asOf: 'time',
    size: 2000,
    fields: {
      orderNo: 'gdbh',
      title: 'gdbt',
      type: { from: 'sqlx', codes: { 1: '咨询', 2: '求助', 3: '投诉', 4: '举报', 5: '建议' } },
      category: 'yjfl',
      dept: 'zbdw',
      town: { code: 'szzjbm', name: 'szzj' },
      mode: { from: 'pdfs', codes: { 0: 'direct', 1: 'auto', 2: 'manual' } },
      acceptedAt: 'slsj',
      dispatchedAt: 'pdsj',
      signedAt: 'qssj',
      returnedAt: 'tdsj',
      returnReason: 'tdly',
      reassignedAt: 'gpsj',
      reassignedFrom: 'gpqdw',
      repliedAt: 'hfsj',
      reworkedAt: 'cbsj',
      closedAt: 'bjsj',
      extendedAt: 'yqsj',
      extendReason: 'yqly',
      supervisedAt: 'dbsj',
      dueAt: 'bjsx',
      repeatOf: 'cfgd',
      updatedAt: 'gxsj',
    },
  },
}

/** The view of deploy/sql/postgres/records.sql: rows are as the contract has them. */
const VIEW = {
  poll: poll('api/{city}/{dataset}?since={since}&cursor={cursor}&limit={size}'),
  about,
  records: { from: 'rows', total: 'total', next: 'next', asOf: 'asOf', size: 1200 },
}

const QUERIES = {
  'hotline.orders': sourceConfig.parse({ poll: poll('api/{city}/{dataset}/{region}') }),
  'hotline.order': sourceConfig.parse({ poll: poll('api/{city}/{dataset}/{region}/{id}') }),
}

/** The rows of a file of the foreign system by the page, as of `time`. */
function foreignSystem(file: string, time: string) {
  const rows: unknown = JSON.parse(readFileSync(resolve(file), 'utf8'))
  if (!Array.isArray(rows)) throw new Error(`${file} holds no list`)
  const list: readonly unknown[] = rows
  return (asked: URLSearchParams) => {
    const [page, size] = [Number(asked.get('page')), Number(asked.get('size'))]
    const data = { list: list.slice((page - 1) * size, page * size), total: list.length, time }
    return Response.json({ code: 0, data })
  }
}

/**
 * Reads one city's orders in three ways, as a wall does, and prints what it is told: by foreign rows (a file), by the view, and by the
 * query API of the site at `base`. In a process of its own: Vite reads the words of the summaries.
 */
export async function main([base = '', file = '', time = '']: readonly string[]): Promise<void> {
  const foreign = foreignSystem(file, time)
  const now = Date.parse(time)
  const asked: string[] = []
  const feedOf = (sources: object) =>
    bench(
      (url, init) => {
        asked.push(url)
        const full = new URL(url, `${base}/`)
        return url.startsWith('foreign') ? foreign(full.searchParams) : fetch(full, init)
      },
      {
        config: { sources: { ...sources } },
        thread: inline(readers, [], (id) => Promise.resolve(id === 'hotline' ? counting : undefined)),
        limits: limitsOf(readMetrics()),
        real: () => now,
      },
    ).feed
  const byRows = feedOf({ 'hotline.work-order': sourceConfig.parse(FOREIGN) })
  const byView = feedOf({ 'hotline.work-order': sourceConfig.parse(VIEW) })
  const byQuery = feedOf(QUERIES)

  const documents = []
  for (const region of [null, '440111103'])
    for (const feed of [byRows, byView]) documents.push(await feed.get(hotline, { region }, { now }))
  const lists = []
  for (const { region, parts } of questions) {
    const ask = { region, parts }
    lists.push({
      ask,
      store: await byView.get(orders, ask, { now }),
      query: await byQuery.get(orders, ask, { now }),
    })
  }
  const [first] = (await byView.get(orders, { region: null, parts: { limit: '1' } }, { now })).rows
  const single = []
  for (const id of [first?.orderNo ?? '', 'none'])
    for (const feed of [byView, byQuery])
      single.push((await feed.get(order, { region: null, parts: { id } }, { now })).row)
  console.log(JSON.stringify({ documents, lists, single, asked }))
}
