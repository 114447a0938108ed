import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AnswerReader } from '../../../src/contract/reader'
import type { Counting } from '../../../src/contract/records/counting'
import { recordRowsOf, type RecordRow } from '../../../src/contract/records/record-rows'
import { sourceConfig, type SourceConfig } from '../../../src/config/source'
import { createCity } from '../../../src/demo/city'
import { demo as dataDemo } from '../../../src/demo/data-aggregation/demo'
import type { Demo } from '../../../src/demo/kit/domain'
import { demo as hallDemo } from '../../../src/demo/service-hall/demo'
import { demo as videoDemo } from '../../../src/demo/video/demo'
import { counting as dataCounting } from '../../../src/domains/data-aggregation/summary'
import { readers as data } from '../../../src/domains/data-aggregation/contract'
import { counting as hallCounting } from '../../../src/domains/service-hall/summary'
import { readers as hall } from '../../../src/domains/service-hall/contract'
import { counting as videoCounting } from '../../../src/domains/video/summary'
import { readers as video } from '../../../src/domains/video/contract'
import { bench, inline } from '../data/feed-fixture'
import { at, cn, limits } from './cities'

/** A city's domain of the demo behind a feed that counts it, as a wall reads it. */
function wallOf(domain: string, demo: Demo, counting: Counting, readers: readonly AnswerReader[]) {
  const seed: unknown = JSON.parse(readFileSync(`mock-data/baiyun/seed/${domain}.json`, 'utf8'))
  const city = createCity({
    seed: async () => seed,
    demos: new Map([[domain, demo]]),
    calendar: cn,
  })
  let now = at('2026-11-18 10:42')
  let key = 0
  const source = (url: string, more = {}) =>
    sourceConfig.parse({ poll: { url, everyMs: 60_000, maxBytes: 50_000_000 }, ...more })
  const records = counting.kinds.map(({ id }): readonly [string, SourceConfig] => [
    id,
    source('api/{city}/{dataset}?since={since}', {
      about: { name: '演示', owner: '演示', cadenceSeconds: 60 },
      records: { from: 'rows', columns: true, total: 'total', asOf: 'asOf' },
    }),
  ])
  const document = source('api/{city}/{dataset}?region={region}')
  const { feed } = bench(
    async (url) => Response.json((await city(url.replace('api/', ''), now, null)).body),
    {
      config: { sources: Object.fromEntries([[domain, document], ...records] as const) },
      thread: inline(readers, [], async (id) => (id === domain ? counting : undefined)),
      limits,
      calendar: cn,
    },
  )
  const rowsOf = async (kind: string, having: string, more = {}) => {
    const parts = { kind, having, limit: '5000', ...more }
    return feed.get(recordRowsOf(domain), { region: null, parts }, { now, fresh: true })
  }
  return {
    rowsOf,
    count: async (kind: string, having: string, more = {}) => (await rowsOf(kind, having, more)).total ?? -1,
    act: async (action: string, id: string) =>
      (await city(`baiyun/${domain}.${action}/${id}`, now, { key: `k${key++}` })).body,
    set: (moment: string) => {
      now = at(moment)
    },
  }
}

const textOf = (row: RecordRow | undefined, field: string): string => {
  const value = row?.fields[field]
  return typeof value === 'string' ? value : ''
}

const done = { state: 'done', message: '演示：已在本机登记' }

describe('what is done in the demo is counted', () => {
  it('a counter is opened in a hall, and whoever waited longest is called to it; at night it is shut like all others', async () => {
    const { rowsOf, count, act, set } = wallOf('service-hall', hallDemo, hallCounting, hall)
    const { rows } = await rowsOf('counter', '')
    const free = rows.find(({ fields }) => fields['open'] === false)
    const hallName = textOf(free, 'hallName')
    const before = [await count('counter', 'open'), await count('ticket', 'waits', { hallName })]
    expect(before[1]).toBeGreaterThan(0)
    expect(await act('open-counter', String(free?.key))).toMatchObject(done)
    const after = [await count('counter', 'open'), await count('ticket', 'waits', { hallName })]
    expect(after).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) - 1])
    set('2026-11-18 20:00')
    expect(await count('counter', 'open')).toBe(0)
    expect(await act('open-counter', String(free?.key))).toMatchObject({
      state: 'refused',
      message: '演示：大厅未开放',
    })
  })

  it('a fault is sent to be repaired, with all channels that failed together', async () => {
    const { rowsOf, act } = wallOf('video', videoDemo, videoCounting, video)
    const waiting = async () =>
      (await rowsOf('outage', 'stands')).rows.filter(({ fields }) => fields['dispatchedAt'] === null)
    const before = await waiting()
    const together = before.find(({ fields }) => fields['fault'] !== null) ?? before[0]
    const id = textOf(together, 'fault') || String(together?.key)
    expect(await act('repair', id)).toMatchObject(done)
    const left = before.filter(({ key, fields }) => fields['fault'] !== id && key !== id)
    expect((await waiting()).map(({ key }) => key)).toEqual(left.map(({ key }) => key))
    expect(await act('repair', id)).toMatchObject({ state: 'refused', message: '演示：已派修，尚未恢复' })
  })

  it('a resource that is late is delivered, an issue is taken on, once it is reminded of', async () => {
    const { rowsOf, count, act } = wallOf('data-aggregation', dataDemo, dataCounting, data)
    const late = await rowsOf('catalogue-entry', 'late')
    expect(await act('remind', String(late.rows[0]?.key))).toMatchObject(done)
    expect(await count('catalogue-entry', 'late')).toBe((late.total ?? 0) - 1)
    const unmounted = await rowsOf('catalogue-entry', 'unmounted')
    expect(await act('remind', String(unmounted.rows[0]?.key))).toMatchObject(done)
    expect(await count('catalogue-entry', 'unmounted')).toBe((unmounted.total ?? 0) - 1)
    const { rows } = await rowsOf('data-issue', 'open')
    const idle = rows.find(({ fields }) => fields['claimedAt'] === null)
    expect(await act('remind', String(idle?.key))).toMatchObject(done)
    const again = (await rowsOf('data-issue', 'open')).rows.find(({ key }) => key === idle?.key)
    expect(again?.fields['claimedAt']).not.toBeNull()
    expect(await act('remind', String(idle?.key))).toMatchObject({ state: 'refused' })
  })
})
