import { readCalendar } from '../../../mock-data/generator/calendar'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readMetrics } from '../../../mock-data/generator/metrics'
import { seedFile } from '../../../mock-data/generator/seed-file'
import { rowsOfColumns } from '../../../src/data/store/rows-of-columns'
import { limitsOf } from '../../../src/config/written'
import { demoFetch } from '../../../src/demo/demo-fetch'
import type { Demo } from '../../../src/demo/kit/domain'
import { parseTime } from '../../../src/lib/calendar'
import { serve } from '../data/server'
import { bundleWorker, startThread, type ThreadWorker } from '../data/worker-thread'
import { readers } from '../domains/documents'

const calendar = readCalendar('baiyun')
const root = fileURLToPath(new URL('../../..', import.meta.url))
const demos = import.meta.glob<{ readonly demo: Demo }>('../../../src/demo/*/demo.ts', { eager: true })
const seedOf = (city: string, domain: string): unknown =>
  JSON.parse(readFileSync(`${root}/mock-data/${city}/seed/${domain}.json`, 'utf8'))
/** As a build ships them. */
const BAIYUN = 'mock-data/baiyun/seed.json'
const shipped = (path: string) => seedFile(`${root}/${path.replace(/\/seed\.json$/, '')}`)

/** Of nothing that moves: a city opened anew would work out its weeks first. Every domain's seed is read in one way. */
const STILL = 'demo/baiyun/city-overview'

const limits = limitsOf(readMetrics())
const MORNING = parseTime('2026-11-18T10:42:00+08:00')

/** Files of the site, with what a test puts in place of some. */
let files: Map<string, string | number>
/** What was asked of the site, by path. */
let read: string[]
let site: { url: string; stop: () => Promise<void> }
let code = ''
const threads: ThreadWorker[] = []
/** The shown moment. */
let now = MORNING
/** What was asked of the network. */
let network: string[]
let request: typeof globalThis.fetch

beforeAll(async () => {
  code = await bundleWorker('src/demo/city.worker.ts')
  site = await serve((asked, response) => {
    const path = decodeURIComponent(asked.url ?? '').replace('/wall/', '')
    read.push(path)
    const file = files.get(path) ?? shipped(path) ?? 404
    if (typeof file === 'number') response.writeHead(file).end()
    else response.end(file)
  })
  open()
})
afterAll(async () => {
  for (const thread of threads) thread.terminate()
  await Promise.all(threads.map(({ ended }) => ended))
  await site.stop()
})

/** Opens the city in a thread of its own, which has read nothing yet. */
function open(): void {
  const thread = startThread(code)
  threads.push(thread)
  request = demoFetch({
    thread,
    network: (input) => {
      network.push(typeof input === 'string' ? input : '?')
      return Promise.resolve(new Response('the network'))
    },
    base: new URL('/wall/', site.url).href,
    calendar,
  })(() => now)
}

beforeEach(() => {
  files = new Map()
  read = []
  network = []
  now = MORNING
})

async function ask(address: string, init?: RequestInit) {
  const response = await request(address, init)
  const body: unknown = await response.json()
  return { status: response.status, etag: response.headers.get('etag'), body }
}

/** What the reader of `id` makes of `body`; the test fails where it refuses it. */
function judgedBy(id: string, body: unknown): unknown {
  const parsed = readers.get(id)?.parse(body)
  if (!parsed?.success) throw new Error(`${id} ${JSON.stringify(parsed)}`)
  return parsed.data
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const domains = Object.keys(demos).map((path) => path.split('/').at(-2) ?? '')

describe('a document of the demo', () => {
  it.each(domains)('%s is what its domain makes of the seed, and holds its contract', async (domain) => {
    const demo = demos[`../../../src/demo/${domain}/demo.ts`]?.demo
    const { status, body } = await ask(`demo/baiyun/${domain}?region=440111`)
    expect(status).toBe(200)
    const moment = { now: MORNING, region: null, limits, calendar }
    expect(body).toEqual(plain(demo?.document(seedOf('baiyun', domain), moment)))
    judgedBy(domain, body)
  })

  it('is of the town that is asked for', async () => {
    const { body } = await ask('demo/baiyun/hotline?region=440111002')
    expect(body).toMatchObject({ region: '440111002', city: 'baiyun' })
    expect(body).not.toEqual((await ask('demo/baiyun/hotline?region=440111')).body)
  })

  it('stands still for a step, and its mark says so', async () => {
    const first = await ask('demo/baiyun/hotline')
    now += 4999
    expect(await ask('demo/baiyun/hotline')).toEqual(first)
    now += 1
    const next = await ask('demo/baiyun/hotline')
    expect(next.body).toMatchObject({ asOf: '2026-11-18T10:42:05+08:00' })
    expect(next.etag).not.toBe(first.etag)
    const slow = await ask('demo/baiyun/hotline?step=60000')
    expect(slow.body).toMatchObject({ asOf: '2026-11-18T10:42:00+08:00' })
  })

  it('of a domain that nothing moves is what was published, as of now', async () => {
    const { status, body } = await ask('demo/baiyun/city-overview?region=440111')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      contract: 'city-overview/1',
      operation: null,
      asOf: '2026-11-18T10:42:00+08:00',
    })
    judgedBy('city-overview', body)
  })

  it('reads what a city starts from once', async () => {
    open()
    await Promise.all([ask(STILL), ask(`${STILL}?region=440111002`), ask('demo/baiyun/exceptions')])
    expect(read).toEqual([BAIYUN])
  })
})

interface Listed {
  readonly rows: readonly { readonly orderNo: string; readonly dueAt: string }[]
  readonly total: number
  readonly next: string | null
}

async function page(question = ''): Promise<Listed> {
  const { body } = await ask(`demo/baiyun/hotline/orders${question}`)
  const { leftOut, ...rest } = judgedBy('hotline.orders', body) as Listed & { leftOut: unknown[] }
  expect(leftOut).toEqual([])
  return rest
}

/** Every order number, page by page, with `between` before each further page. */
async function walk(question: string, between: () => void = () => undefined): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | null = ''; cursor !== null; between()) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { rows, next } = await page(`${question}${after}`)
    found.push(...rows.map(({ orderNo }) => orderNo))
    cursor = next
  }
  return found
}

describe('a list of the demo', () => {
  it('comes by the page, the least time left first, until there is no more', async () => {
    const { rows, total } = await page('?limit=5000')
    expect(rows).toHaveLength(total)
    expect(total).toBeGreaterThan(300)
    const due = rows.map(({ dueAt }) => dueAt)
    expect(due).toEqual(due.toSorted())
    expect((await page()).rows).toHaveLength(50)
    expect(await walk('?limit=97')).toEqual(rows.map(({ orderNo }) => orderNo))
  })

  it('neither repeats nor drops a row while others come and go between its pages', async () => {
    const before = new Set((await page('?limit=5000')).rows.map(({ orderNo }) => orderNo))
    const walked = await walk('?limit=97', () => (now += 30 * 60_000))
    const after = new Set((await page('?limit=5000')).rows.map(({ orderNo }) => orderNo))
    expect(walked).toHaveLength(new Set(walked).size)
    // Something has really changed meanwhile, on both sides.
    expect([...before].some((no) => !after.has(no))).toBe(true)
    expect([...after].some((no) => !before.has(no))).toBe(true)
    const stayed = [...before].filter((no) => after.has(no))
    expect(stayed.filter((no) => !walked.includes(no))).toEqual([])
  })

  it('is narrowed by its filters and turned by its order', async () => {
    const all = await page('?limit=5000')
    const { rows, total } = await page('?limit=5000&stage=sign&sort=-dueAt')
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(all.total)
    const due = rows.map(({ dueAt }) => Date.parse(dueAt))
    expect(due).toEqual(due.toSorted((a, b) => b - a))
    for (const row of rows) expect(row).toMatchObject({ stage: 'sign' })
    expect(await walk('?limit=7&stage=sign&sort=-dueAt')).toEqual(rows.map(({ orderNo }) => orderNo))
  })

  it('orders numbers by size', async () => {
    const { rows } = await page('?limit=5000&sort=-repeats')
    const repeats = rows.map((row) => Number('repeats' in row ? row.repeats : Number.NaN))
    expect(repeats).toEqual(repeats.toSorted((a, b) => b - a))
  })

  it('starts again for a cursor that is none', async () => {
    expect(await page('?cursor=x')).toEqual(await page())
  })
})

describe('one row', () => {
  it('comes by its id, and is null where there is none of that id', async () => {
    const [first] = (await page()).rows
    const { body } = await ask(`demo/baiyun/hotline/orders/${first?.orderNo}`)
    expect(judgedBy('hotline.order', body)).toMatchObject({ row: first })
    const none = await ask('demo/baiyun/hotline/orders/0')
    expect([none.status, judgedBy('hotline.order', none.body)]).toMatchObject([200, { row: null }])
  })
})

interface Row extends Record<string, unknown> {
  readonly orderNo: string
}

describe('a deed', () => {
  const rowsOf = async (question = '') => {
    const { body } = await ask(`demo/baiyun/hotline/work-order${question}`)
    return rowsOfColumns((body as { readonly rows: unknown }).rows, 'rows') as readonly Row[]
  }
  const post = (action: string, id: string, key: string) =>
    ask(`demo/baiyun/${action}/${id}`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: '{}',
    })
  const isFree = (row: Row) => row['closedAt'] === null && row['supervisedAt'] === null

  it('changes its record from now on, once for each key, and says so as any city would', async () => {
    open()
    const before = await rowsOf()
    const { orderNo } = before.find(isFree) ?? { orderNo: '' }
    const first = await post('hotline.supervise', orderNo, 'k1')
    const at = '2026-11-18T10:42:00+08:00'
    expect(first).toMatchObject({
      status: 200,
      body: { contract: 'hotline.supervise/1', key: 'k1', state: 'done', at, message: '演示：已在本机登记' },
    })
    const after = await rowsOf()
    expect(after).toEqual(before.map((row) => (row.orderNo === orderNo ? { ...row, supervisedAt: at } : row)))
    now += 60_000
    expect(await post('hotline.supervise', orderNo, 'k1')).toEqual(first)
    expect((await post('hotline.supervise', orderNo, 'k2')).body).toMatchObject({
      key: 'k2',
      state: 'refused',
      message: '演示：该工单今日已督办',
    })
    // Whoever asks for what changed hears of it, though nothing else happened to it.
    const changed = await rowsOf(`?since=${encodeURIComponent(at)}`)
    expect(changed.find((row) => row.orderNo === orderNo)).toMatchObject({ supervisedAt: at })
    // A day that begins anew has not seen it.
    now = MORNING - 60_000
    expect((await rowsOf()).find((row) => row.orderNo === orderNo)).toMatchObject({ supervisedAt: null })
  })

  it('that no record or no action answers to is refused, with the reason', async () => {
    expect((await post('hotline.supervise', '0', 'k3')).body).toMatchObject({
      state: 'refused',
      message: '演示：没有编号为 0 的记录',
    })
    expect((await post('hotline.forget', '0', 'k4')).body).toMatchObject({ state: 'refused' })
  })
})

describe('what the demo does not have', () => {
  it.each([
    ['demo/baiyun/weather', '没有 baiyun/weather'],
    ['demo/atlantis/hotline', '没有 atlantis/hotline'],
    ['demo/baiyun/hotline/calls', '没有 hotline/calls'],
  ])('%s is not found, as anywhere', async (address, title) => {
    expect(await ask(address)).toMatchObject({ status: 404, body: { title } })
  })

  it('a seed of something else is an error of the server, by name', async () => {
    open()
    const video = JSON.stringify(seedOf('baiyun', 'video'))
    files.set(BAIYUN, `{"hotline":${video},"video":${video}}`)
    const { status, body } = await ask('demo/baiyun/hotline')
    expect(status).toBe(500)
    expect(JSON.stringify(body)).toContain('不是本程序的演示种子')
    expect((await ask('demo/baiyun/video')).status, 'the others stand').toBe(200)
  })

  it.each([
    ['half a file', '{"hotline":', 'JSON'],
    ['a server that fails', 503, `${BAIYUN} HTTP 503`],
  ])('%s is an error of the server, and may be there the next time', async (_, content, says) => {
    open()
    files.set(BAIYUN, content)
    const { status, body } = await ask(STILL)
    expect(status).toBe(500)
    expect(JSON.stringify(body)).toContain(says)
    files.clear()
    expect((await ask(STILL)).status).toBe(200)
  })
})

describe('behind fetch', () => {
  it('everything that is not the demo’s goes to the network', async () => {
    expect(await (await request('config.json')).text()).toBe('the network')
    expect(await (await request('api/demo/hotline')).text()).toBe('the network')
    expect(network).toEqual(['config.json', 'api/demo/hotline'])
  })

  it('answers are JSON to whoever reads them', async () => {
    const response = await request(STILL)
    expect(response.headers.get('content-type')).toContain('json')
    expect(response.ok).toBe(true)
  })

  it('a request may be given up', async () => {
    const give = new AbortController()
    const asked = request(STILL, { signal: give.signal })
    give.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    expect((await ask(STILL)).status).toBe(200)
  })

  it('and one that was given up before it began is not asked', async () => {
    await expect(request('demo/baiyun/hotline', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('a thread that dies is a network that is down', async () => {
    const dying = startThread(`self.addEventListener('message', ({ data }) => {
      if (data.kind === 'ask') setTimeout(() => { throw new Error('out of memory') })
    })`)
    const options = { thread: dying, network: fetch, base: site.url, calendar }
    await expect(demoFetch(options)(() => now)('demo/baiyun/hotline')).rejects.toThrow('演示城市没有回答')
    await dying.ended
  })
})
