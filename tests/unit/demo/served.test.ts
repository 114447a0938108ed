import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourceConfig, type SourceConfig } from '../../../src/config/source'
import type { Counting } from '../../../src/contract/records/counting'
import type { AnyKind, Column } from '../../../src/contract/records/kind'
import type { AnswerReader } from '../../../src/contract/reader'
import { documentOf } from '../../../src/contract/resource'
import { createShelf } from '../../../src/data/store/shelf'
import { demo as dataDemo } from '../../../src/demo/data-aggregation/demo'
import { demo as hotlineDemo } from '../../../src/demo/hotline/demo'
import type { Demo } from '../../../src/demo/kit/domain'
import { demo as hallDemo } from '../../../src/demo/service-hall/demo'
import { demo as videoDemo } from '../../../src/demo/video/demo'
import { readers as data } from '../../../src/domains/data-aggregation/contract'
import { counting as dataCounting } from '../../../src/domains/data-aggregation/summary'
import { readers as hotline } from '../../../src/domains/hotline/contract'
import { counting as hotlineCounting } from '../../../src/domains/hotline/summary'
import { readers as hall } from '../../../src/domains/service-hall/contract'
import { counting as hallCounting } from '../../../src/domains/service-hall/summary'
import { readers as video } from '../../../src/domains/video/contract'
import { counting as videoCounting } from '../../../src/domains/video/summary'
import { isFields } from '../../../src/lib/fields'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { bench, inline, NOW } from '../data/feed-fixture'
import { serve } from '../data/server'

/** Enough rows for every part, few enough to be cheap; pages as a source gives them. */
const [MOST, PAGE] = [500, 120]

const DOMAINS: readonly (readonly [string, Demo, Counting, readonly AnswerReader[]])[] = [
  ['hotline', hotlineDemo, hotlineCounting, hotline],
  ['service-hall', hallDemo, hallCounting, hall],
  ['video', videoDemo, videoCounting, video],
  ['data-aggregation', dataDemo, dataCounting, data],
]

const fieldsOf = (row: unknown) => (isFields(row) ? row : {})

/** Rows of a kind that the demo hands out, from all over its list. */
function rowsOf(domain: string, demo: Demo, { id }: AnyKind): readonly object[] {
  const seed: unknown = JSON.parse(readFileSync(`mock-data/baiyun/seed/${domain}.json`, 'utf8'))
  const all =
    demo.records?.[id.slice(domain.length + 1)]?.(seed, {
      now: NOW,
      since: null,
      calendar: PLAIN_CALENDAR,
    }) ?? []
  const step = Math.ceil(all.length / MOST)
  return all.filter((_, i) => i % step === 0)
}

/** One cell as foreign systems write it, under names of their own. */
function foreign(name: string, column: Column, value: unknown): object {
  const column_ = `c_${name}`
  if (column.type === 'place') {
    const { code = '', name: town = '' } = fieldsOf(value)
    return { [`${column_}_dm`]: code, [`${column_}_mc`]: town }
  }
  if (typeof value === 'boolean') return { [column_]: value ? 'Y' : 'N' }
  if (typeof value !== 'string') return { [column_]: typeof value === 'number' ? String(value) : '' }
  if (column.type === 'time') return { [column_]: value.slice(0, 19).replace('T', ' ') }
  if (column.type === 'code' && column.of) return { [column_]: column.of.indexOf(value) + 1 }
  return { [column_]: value }
}

function ruleOf(name: string, column: Column): unknown {
  const from = `c_${name}`
  if (column.type === 'place') return { code: `${from}_dm`, name: `${from}_mc` }
  if (column.type === 'code' && column.of)
    return { from, codes: Object.fromEntries(column.of.map((word, i) => [i + 1, word])) }
  return column.type === 'flag' ? { from, codes: { Y: true, N: false } } : from
}

it.each(DOMAINS)(
  '%s: rows of the demo, served as a foreign list over HTTP, come to the same document',
  async (domain, demo, counting, readers) => {
    const kinds = counting.kinds
      .map((kind) => ({ kind, rows: rowsOf(domain, demo, kind) }))
      .filter(({ rows }) => rows.length > 0)
    const shelf = createShelf(async () => counting)
    for (const { kind, rows } of kinds) {
      const run = shelf.store('baiyun', kind).begin(true)
      run.put(rows)
      run.commit(NOW)
    }
    const moment = { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR }
    const direct = counting.count(shelf.book('baiyun', counting.kinds), moment)

    const sent = (columns: AnyKind['columns'], rows: readonly object[]) =>
      Object.entries(columns).filter(([name]) => rows.some((row) => name in row))
    const lists = new Map(
      kinds.map(({ kind, rows }) => [
        kind.id,
        rows.map(
          (row) =>
            Object.assign(
              {},
              ...sent(kind.columns, rows).map(([name, column]) => foreign(name, column, fieldsOf(row)[name])),
            ) as object,
        ),
      ]),
    )
    const server = await serve((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
      const all = lists.get(pathname.slice(1)) ?? []
      const from = (Number(searchParams.get('pageNum')) - 1) * PAGE
      response.setHeader('date', new Date(NOW).toUTCString())
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ code: 200, total: all.length, rows: all.slice(from, from + PAGE) }))
    })
    try {
      const sources = kinds.map(({ kind, rows }): [string, SourceConfig] => [
        kind.id,
        sourceConfig.parse({
          poll: { url: `${kind.id}?pageNum={page}`, everyMs: 60_000 },
          about: { name: '外部系统', owner: '某局', cadenceSeconds: 60 },
          records: {
            from: 'rows',
            total: 'total',
            size: PAGE,
            fields: Object.fromEntries(
              sent(kind.columns, rows).map(([name, column]) => [name, ruleOf(name, column)]),
            ),
          },
        }),
      ])
      const { feed, asked } = bench((url, init) => fetch(new URL(url, server.url), init), {
        config: { sources: Object.fromEntries<SourceConfig>(sources) },
        thread: inline(readers, [], async (id) => (id === domain ? counting : undefined)),
      })
      const { operation, rows } = await feed.get(documentOf({ id: domain }), { region: null }, { now: NOW })
      expect(operation).toEqual(JSON.parse(JSON.stringify(direct)))
      expect(rows?.map(({ used, faults }) => [used, faults])).toEqual(
        kinds.map((one) => [one.rows.length, []]),
      )
      expect(asked.length).toBeGreaterThan(kinds.length)
    } finally {
      await server.stop()
    }
  },
)
