import { expect, it } from 'vitest'
import { sourceConfig } from '../../../src/config/source'
import { courseOf } from '../../../src/contract/records/course-told'
import { recordOf } from '../../../src/contract/resource'
import { createCity } from '../../../src/demo/city'
import { demo } from '../../../src/demo/service-hall/demo'
import { counting } from '../../../src/domains/service-hall/summary'
import type { WhatIf } from '../../../src/domains/service-hall/what-if'
import { cn, limits } from '../demo/cities'
import { seedOf } from '../demo/service-hall/cities'
import { bench, inline, NOW } from './feed-fixture'
import { faultOf } from './shape-fixture'

const city = createCity({
  seed: () => Promise.resolve(seedOf('baiyun')),
  demos: new Map([['service-hall', demo]]),
  calendar: cn,
})
const api = async (url: string) => Response.json((await city(url.replace('api/', ''), NOW, null)).body)
const kinds = ['hall', 'ticket', 'counter', 'history']
const sources = Object.fromEntries(
  kinds.map((kind) => [
    `service-hall.${kind}`,
    sourceConfig.parse({
      poll: { url: `api/{city}/service-hall/${kind}`, everyMs: 60_000, maxBytes: 50_000_000 },
      about: { name: '叫号', owner: '政数局', cadenceSeconds: 60 },
      records: { from: 'rows', columns: true, total: 'total', asOf: 'asOf' },
    }),
  ]),
)
const feedOf = (known: Readonly<Record<string, (typeof sources)[string]>>) =>
  bench(api, {
    config: { sources: known },
    thread: inline([], [], async (id) => (id === 'service-hall' ? counting : undefined)),
    limits,
  }).feed

const whatIf = recordOf<WhatIf>({ id: 'service-hall.what-if' }, ['hall', 'line', 'limit'])
const ask = (parts: Readonly<Record<string, string>>, region: string | null = null, known = sources) =>
  feedOf(known).get(whatIf, { region, parts }, { now: NOW })

it('what would be with more counters is worked out where the tickets are kept, from the tickets of that moment', async () => {
  const { row, asOf } = await ask({ limit: '30' })
  expect(row).toMatchObject({ hall: '区政务服务中心', wanting: null, asOf })
  expect(row?.variants.map(({ change }) => change)).toContain(4)
  expect((await ask({ limit: '30' })).row).toEqual(row)
})

it('of a town it is that of its own hall, and of a hall whatever town is chosen', async () => {
  const own = await ask({}, '440111113')
  expect(own.row?.hall).not.toBe('区政务服务中心')
  expect((await ask({ hall: 'main' }, '440111113')).row?.hall).toBe('区政务服务中心')
  expect((await ask({ hall: 'nowhere' })).row).toBeNull()
})

it('a city that sends no tickets has none', async () => {
  expect(await faultOf(ask({}, null, {}))).toMatchObject({ kind: 'not-connected' })
  const { 'service-hall.hall': places } = sources
  expect((await ask({}, null, places ? { 'service-hall.hall': places } : {})).row).toBeNull()
})

it('how the longest wait of a hall went is told there too, and ends where it is now', async () => {
  const parts = { course: 'waits', subject: 'main', limit: '30', is: 'above', minutes: 'yes' }
  const feed = feedOf(sources)
  const { row } = await feed.get(courseOf('service-hall'), { region: null, parts }, { now: NOW })
  const { row: queue } = await feed.get(whatIf, { region: null, parts: { hall: 'main' } }, { now: NOW })
  const longest = Math.max(...(queue?.queues ?? []).map((one) => one.longest ?? 0))
  expect(longest).toBeGreaterThan(30)
  expect(row?.values.at(-1)).toBeCloseTo(longest, 3)
  expect(row?.often?.times).toBeGreaterThan(0)
})
