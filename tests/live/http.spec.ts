import { readFileSync, readdirSync } from 'node:fs'
import { get } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { CityDocument } from '../../src/contract/document'
import { contracts } from '../e2e/inject'
import { documentPath, expect, test } from './fixture'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** The answer as it comes over the wire, not unpacked. */
function raw(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((done, fail) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => done({ headers: response.headers, body: Buffer.concat(parts) }))
    }).on('error', fail)
  })
}

test('every answer carries the policy: page, script, data, error', async ({ stack }) => {
  const script = readdirSync(join(stack.site, 'assets')).find((file) => file.endsWith('.js'))
  for (const path of [
    '/',
    `/assets/${script}`,
    '/config.json',
    documentPath('hotline'),
    '/api/none',
    '/wall/',
  ]) {
    const { headers } = await fetch(stack.url + path)
    expect(headers.get('content-security-policy'), path).toBe(POLICY)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('no-referrer')
  }
})

test('the page and its configuration are asked for anew each time, assets never', async ({ stack }) => {
  for (const path of ['/', '/config.json', documentPath('hotline')]) {
    const first = await fetch(stack.url + path)
    expect(first.headers.get('cache-control'), path).toBe('no-cache')
    const etag = first.headers.get('etag') ?? ''
    const second = await fetch(stack.url + path, { headers: { 'if-none-match': etag } })
    // A document may have been fetched anew meanwhile, but its content stands still here.
    expect([path, second.status]).toEqual([path, 304])
  }
  const script = readdirSync(join(stack.site, 'assets')).find((file) => file.endsWith('.js'))
  const { headers } = await fetch(`${stack.url}/assets/${script}`)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('what was packed beforehand is served as it is, the rest is packed on the way', async ({ stack }) => {
  const script = readdirSync(join(stack.site, 'assets')).find((file) => file.endsWith('.js')) ?? ''
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    const { headers, body } = await raw(`${stack.url}/assets/${script}`, { 'accept-encoding': encoding })
    expect(headers['content-encoding']).toBe(encoding)
    expect(body.equals(readFileSync(join(stack.site, 'assets', script + ending)))).toBe(true)
  }
  const url = stack.url + documentPath('hotline')
  const packed = await raw(url, { 'accept-encoding': 'br' })
  const plain = await raw(url)
  expect(packed.headers['content-encoding']).toBe('br')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(JSON.parse(brotliDecompressSync(packed.body).toString())).toEqual(JSON.parse(plain.body.toString()))
})

test('what does not exist is a 404 in JSON, never the page', async ({ stack }) => {
  const paths = [
    '/api',
    '/api/',
    '/api/unknown',
    '/api/baiyun/nope/440111',
    `${documentPath('hotline')}/1`,
    '/assets/none.js',
  ]
  for (const path of [
    ...paths,
    '/none.json',
    '/a/b',
    '/peer/counters',
    '/_auth',
    '/api/auth/check',
    documentPath('hotline', '999999'),
  ]) {
    const response = await fetch(stack.url + path)
    expect([path, response.status]).toEqual([path, 404])
    expect([path, response.headers.get('content-type')]).toEqual([path, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ status: 404 })
  }
  expect(await (await fetch(`${stack.url}/overview`)).text()).toBe(
    readFileSync(join(stack.site, 'index.html'), 'utf8'),
  )
})

test('nothing can be written, and no upstream hears of the attempt', async ({ stack }) => {
  await stack.counters('reset')
  for (const path of [documentPath('hotline'), '/api/stream', '/api/metrics/sharing'])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(stack.url + path, { method })
      expect([path, method, response.status]).toEqual([path, method, 405])
      expect(response.headers.get('allow')).toBe('GET, HEAD')
      expect(await response.json()).toMatchObject({ status: 405 })
    }
  // Of all that could be done only what is named exists, and a further argument or step makes it another address.
  for (const path of ['hotline.dispatch/440111/1', 'video.repair/440111/1', 'hotline.supervise/440111/1/2'])
    expect((await fetch(`${stack.url}/api/baiyun/${path}`, { method: 'POST' })).status).toBe(404)
  const deed = await fetch(`${stack.url}/api/baiyun/hotline.supervise/440111/1`)
  expect([deed.status, deed.headers.get('allow')]).toEqual([405, 'POST'])
  const wrong = await fetch(`${stack.url}/api/session`)
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
  const { requests } = await stack.counters()
  expect(Object.keys(requests).filter((path) => path.startsWith('/api'))).toEqual([])
})

test('every dataset answers its contract, for the city and for its towns', async ({ stack }) => {
  for (const [id, dataset] of [...(await contracts())].filter(([name]) => !name.includes('.')))
    for (const region of ['440111', '440111016', '440111103']) {
      const response = await fetch(stack.url + documentPath(id, region))
      expect([id, response.status]).toEqual([id, 200])
      const parsed = dataset.parse(await response.json())
      expect([id, region, parsed.success ? [] : parsed.error.issues]).toEqual([id, region, []])
      if (!parsed.success) continue
      const document = parsed.data as CityDocument
      expect(document.region).toBe(region)
      expect(document.source).toMatchObject({ simulated: false })
      expect(document.source.name).toContain('联调测试库')
    }
})

test('the data time is the feed’s, not the time of the request', async ({ stack }) => {
  const { rows } = await stack.pg.query(
    "select id, beat from ops.feed where id in ('video', 'data-aggregation')",
  )
  for (const { id, beat } of rows) {
    const document: unknown = await (await fetch(stack.url + documentPath(String(id)))).json()
    const { asOf } = document as { asOf: string }
    expect(Date.parse(asOf)).toBe((beat as Date).getTime())
  }
})

test('however many ask, with whatever arguments, the database is asked about once', async ({ stack }) => {
  const path = documentPath('video', '440111005')
  await stack.counters('reset')
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => fetch(`${stack.url}${path}?x=${i}`)))
  const caches = answers.map(({ headers }) => headers.get('x-cache'))
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
  const fetched = caches.filter((cache) => cache === 'MISS' || cache === 'EXPIRED').length
  expect((await stack.counters()).sql['video/440111005']).toBe(fetched)
  // One, unless the machine is so slow that the copy expires on the way.
  expect(fetched).toBeLessThan(6)
  expect(bodies.size).toBe(1)
})

test('a cached answer keeps the time at which its source gave it', async ({ stack }) => {
  const url = stack.url + documentPath('video', '440111006')
  let given: string | null = null
  // Until a copy is served in a later second than it was made in: copies live longer than that.
  for (;;) {
    const { headers } = await fetch(url)
    const date = headers.get('date')
    if (headers.get('x-cache') !== 'HIT') given = date
    expect(date).toBe(given)
    const isLater = given !== null && Math.floor(Date.now() / 1000) > Date.parse(given) / 1000
    if (headers.get('x-cache') === 'HIT' && isLater) break
  }
})

test('database gone: the last good answer with its own age, and the truth behind the cache', async ({
  stack,
}) => {
  const [known, fresh] = [documentPath('hotline', '440111007'), documentPath('hotline', '440111008')]
  const before = await (await fetch(stack.url + known)).text()
  await stack.kill('postgres')
  await expect.poll(async () => (await fetch(stack.url + known)).headers.get('x-cache')).toBe('STALE')
  const stale = await fetch(stack.url + known)
  expect([stale.status, await stale.text()]).toEqual([200, before])
  const unknown = await fetch(stack.url + fresh)
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  await stack.start('postgres')
  await stack.pg.query("select ops.touch('baiyun', 'hotline')")
  await expect.poll(async () => (await fetch(stack.url + known)).text()).not.toBe(before)
})

test('peer gone: stale where there was something, 502 in JSON where there was nothing', async ({ stack }) => {
  const [known, fresh] = [documentPath('hotline', '440111009'), documentPath('hotline', '440111010')]
  await fetch(stack.url + known)
  await stack.kill('peer')
  await expect.poll(async () => (await fetch(stack.url + known)).headers.get('x-cache')).toBe('STALE')
  for (const path of [fresh, '/api/stream?topics=hotline']) {
    const response = await fetch(stack.url + path)
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      502,
      'application/problem+json',
    ])
  }
  await stack.start('peer')
  await expect.poll(async () => (await fetch(stack.url + fresh)).status).toBe(200)
})

test('a named query of Prometheus: its text is nginx’s, a browser cannot change it', async ({ stack }) => {
  interface Answer {
    data?: { resultType: string; result: { metric: { consumer?: string } }[] }
  }
  // Always with arguments: without them the answer may be the copy of one that had none.
  const url = `${stack.url}/api/metrics/sharing?query=up`
  const ask = async () => ((await (await fetch(url)).json()) as Answer).data
  await expect.poll(async () => (await ask())?.result.length, { timeout: 80_000 }).toBeGreaterThan(3)
  const data = await ask()
  expect(data?.resultType).toBe('matrix')
  expect(data?.result.every(({ metric }) => metric.consumer !== undefined)).toBe(true)
  // Prometheus packs for whoever asks; what is kept must be readable to those who cannot unpack.
  const plain = await raw(url)
  expect(JSON.parse(plain.body.toString())).toMatchObject({ status: 'success' })
})

test('the same wall below a path of a larger site', async ({ stack }) => {
  const page = await fetch(`${stack.url}/wall?scene=video`)
  expect(page.url).toBe(`${stack.url}/wall/?scene=video`)
  const text = await page.text()
  const [script = ''] = /\.\/assets\/[^"]+\.js/.exec(text) ?? []
  for (const path of [script, 'config.json', documentPath('hotline').slice(1)]) {
    const response = await fetch(new URL(path, page.url))
    expect([path, response.status]).toEqual([path, 200])
  }
})

test('it answers over IPv6 too', async ({ stack }) => {
  const addresses = Object.values(networkInterfaces()).flat()
  test.skip(!addresses.some((each) => each?.address === '::1'), 'no IPv6 here')
  expect((await fetch(`http://[::1]:${stack.ports.nginx}/healthz`)).status).toBe(200)
})

test('the wall’s role runs one function and reads no table', async ({ stack }) => {
  const { rows } = await stack.pg.query(
    `select has_schema_privilege('wall', 'ops', 'usage') as tables, has_function_privilege('wall', 'api.hotline(text, timestamptz)', 'execute') as inner,
      has_function_privilege('wall', 'api.document(text, text, text)', 'execute') as document`,
  )
  expect(rows).toEqual([{ tables: false, inner: false, document: true }])
})

test('limits that raise an exception are the wall’s own', async ({ stack }) => {
  const folder = resolve(import.meta.dirname, '../../public/config/metrics')
  const printed = readdirSync(folder).flatMap((file) => {
    const { metrics } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      metrics: Record<string, { threshold?: { value: number } }>
    }
    return Object.entries(metrics).flatMap(([id, { threshold }]) =>
      threshold ? [[id, threshold.value] as const] : [],
    )
  })
  const wall = new Map(printed)
  const { rows } = await stack.pg.query('select metric, value from ops.threshold')
  expect(rows.length).toBeGreaterThan(5)
  for (const { metric, value } of rows)
    expect([metric, Number(value)]).toEqual([metric, wall.get(String(metric))])
})

test('a list by keyset holds every order once', async ({ stack }) => {
  interface Page {
    items: { orderNo: string }[]
    next: string | null
  }
  const seen: string[] = []
  for (let after: string | null = null, pages = 0; pages < 500; pages++) {
    const { rows } = await stack.pg.query('select api.orders($1, $2, 200) as page', ['440111014', after])
    const page = rows[0]?.['page'] as Page
    seen.push(...page.items.map(({ orderNo }) => orderNo))
    after = page.next
    if (after === null) break
  }
  const { rows } = await stack.pg.query(
    "select count(*)::int as n from ops.work_order where town = '440111014' and accepted_at < (select beat from ops.feed where id = 'hotline')",
  )
  expect(seen.length).toBe(rows[0]?.['n'])
  expect(new Set(seen).size).toBe(seen.length)
})
