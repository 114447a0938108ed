import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { judgeConfig } from '../../../src/app/judge-config'
import { sourceConfig } from '../../../src/config/source'
import { readers } from '../../../src/domains/hotline/contract-study'
import { hotline, study } from '../../../src/domains/hotline/resources'
import { readers as documents } from '../../../src/domains/hotline/contract'
import { counting } from '../../../src/domains/hotline/summary'
import { studyOf } from '../../../src/domains/hotline/study-answer'
import { yearOrder } from '../../../src/domains/hotline/records'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { bookOf } from '../domains/book'
import { bench, inline, NOW, reply } from './feed-fixture'
import { faultOf } from './shape-fixture'

const about = { name: '工单', owner: '热线办', cadenceSeconds: 60 }
const AS_OF = '2026-11-18T00:00:00+08:00'
const times = Array.from({ length: 12 }, (_, i) => `2026-11-${String(17 - (i % 6))}T0${i % 9}:00:00+08:00`)
const table = (days: readonly string[], first: number) => ({
  orderNo: days.map((_, i) => String(first + i)),
  acceptedAt: days,
  category: { values: ['噪声扰民', '占道经营'], at: days.map((_, i) => i % 2) },
  town: { values: [{ code: '440111001', name: '三元里' }], at: days.map(() => 0) },
})
const rowsOf = (days: readonly string[]) =>
  days.map((acceptedAt, i) => ({
    orderNo: String(i),
    acceptedAt,
    category: ['噪声扰民', '占道经营'][i % 2],
    town: { code: '440111001', name: '三元里' },
  }))

const source = (url: string, records: object) =>
  sourceConfig.parse({ poll: { url, everyMs: 60_000 }, about, records })
const sources = {
  'hotline.work-order': source('api/orders', { from: 'rows', asOf: 'asOf' }),
  'hotline.year-order': source('api/year?after={cursor}', {
    from: 'rows',
    next: 'next',
    asOf: 'asOf',
    columns: true,
    whenOpened: true,
  }),
}

function site(year: (after: string) => unknown, more: object = {}) {
  return bench(
    (url) => {
      if (url.startsWith('api/orders')) return reply({ asOf: AS_OF, rows: [] })
      const after = new URLSearchParams(url.split('?')[1]).get('after') ?? ''
      return reply(year(after))
    },
    {
      config: { sources: { ...sources, ...more } },
      thread: inline([...readers, ...documents], [], async (id) => (id === 'hotline' ? counting : undefined)),
    },
  )
}

const paged = (after: string) =>
  after === ''
    ? { asOf: AS_OF, rows: table(times.slice(0, 6), 0), next: '6' }
    : { asOf: AS_OF, rows: table(times.slice(6), 6), next: null }

it('a year that comes by the column and the page is what it is by the row; nobody reads it before somebody studies it, nor again for a change of today', async () => {
  const { feed, asked } = site(paged)
  await feed.get(hotline, { region: null }, { now: NOW })
  expect(asked.filter((url) => url.includes('year'))).toEqual([])
  const { row, asOf } = await feed.get(study, { region: null, parts: { category: '噪声扰民' } }, { now: NOW })
  const moment = { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR }
  expect(row).toEqual(studyOf(bookOf([yearOrder, rowsOf(times)]), moment, { category: '噪声扰民' }))
  expect([row?.total, row?.chosen, asOf]).toEqual([12, 6, AS_OF])
  await feed.get(study, { region: null }, { now: NOW, fresh: true })
  expect(asked.filter((url) => url.includes('year'))).toEqual(['api/year?after=', 'api/year?after=6'])
})

it('a table that is none, and a column of another length, are named; a place that no value stands at costs its row', async () => {
  const ask = async (rows: unknown) =>
    site(() => ({ asOf: AS_OF, rows, next: null })).feed.get(study, { region: null }, { now: NOW })
  const whole = table(times, 0)
  expect(await faultOf(ask([{ orderNo: '1' }]))).toMatchObject({ kind: 'contract', field: 'rows' })
  expect(await faultOf(ask({ ...whole, acceptedAt: times.slice(1) }))).toMatchObject({
    kind: 'contract',
    field: 'acceptedAt',
  })
  expect(await faultOf(ask({ ...whole, town: { values: ['x'] } }))).toMatchObject({ field: 'town' })
  const dirty = { ...whole, category: { ...whole.category, at: [7, ...whole.category.at.slice(1)] } }
  expect((await ask(dirty)).row).toMatchObject({ total: 11 })
})

it('a year without {city} in its address is no other city’s, and one that is wrongly configured costs the study alone', async () => {
  const elsewhere = { city: { id: 'heyuan', code: '441600' } }
  const own = sources['hotline.year-order']
  const one = bench(() => reply(paged('')), {
    ...elsewhere,
    config: { sources: { 'hotline.year-order': own } },
    thread: inline([...readers, ...documents], [], async (id) => (id === 'hotline' ? counting : undefined)),
  })
  expect(await faultOf(one.feed.get(study, { region: null }, { now: NOW }))).toMatchObject({
    kind: 'not-connected',
  })
  const wrong = { poll: { url: 'https://elsewhere', everyMs: 60_000 } }
  const judged = judgeConfig('site', {
    ...(JSON.parse(readFileSync('public/config.json', 'utf8')) as object),
    sources: {
      'hotline.work-order': { poll: { url: 'api/orders', everyMs: 60_000 }, about, records: {} },
      'hotline.year-order': { ...wrong, records: { whenOpened: true } },
      'hotline.history': { ...wrong, records: {} },
    },
  })
  const told = 'value' in judged ? judged.value.wrongSources : {}
  expect(Object.keys(told)).toEqual(['hotline.study', 'hotline.history'])
  expect(told['hotline.study']).toContain('sources.hotline.year-order.poll.url')
})

it('an API that holds the orders itself is asked the same question, and its answer judged', async () => {
  const own = studyOf(
    bookOf([yearOrder, rowsOf(times)]),
    { now: NOW, region: null, limits: {}, calendar: PLAIN_CALENDAR },
    {},
  )
  const answer = (row: unknown) => () => ({ contract: 'hotline.study/1', asOf: AS_OF, row })
  const api = {
    'hotline.study': sourceConfig.parse({ poll: { url: 'api/study?region={region}', everyMs: 60_000 } }),
  }
  const parts = { category: '噪声扰民', from: '2026-11-12' }
  const { feed, asked } = site(answer(own), api)
  expect((await feed.get(study, { region: null, parts }, { now: NOW })).row).toEqual(own)
  expect(asked).toEqual([
    'api/study?region=440111&category=%E5%99%AA%E5%A3%B0%E6%89%B0%E6%B0%91&from=2026-11-12',
  ])
  const short = site(answer({ ...own, hours: [1, 2] }), api).feed.get(study, { region: null }, { now: NOW })
  expect(await faultOf(short)).toMatchObject({ kind: 'contract', field: 'row.hours' })
})
