import { sourceConfig } from '../../../src/config/source'
import { readers } from '../../../src/domains/hotline/contract'
import { hotline } from '../../../src/domains/hotline/resources'
import { counting } from '../../../src/domains/hotline/summary'
import type { CityConfig } from '../../../src/config/city'
import { bench, CITY, inline, NOW } from './feed-fixture'

const find = async (id: string) => (id === 'hotline' ? counting : undefined)

export const FIELDS = {
  orderNo: 'no',
  acceptedAt: 'at',
  type: { from: 'kind', codes: { '1': '投诉', '2': '咨询' } },
  town: { code: 'town', name: 'townName' },
  closedAt: { from: 'done', optional: true },
}
export const order = (no: number, change: object = {}) => ({
  no,
  at: '2026-11-18 08:00:00',
  kind: 1,
  town: 440111001,
  townName: '景泰',
  ...change,
})
export type Row = ReturnType<typeof order>

export const date = new Date(NOW).toUTCString()
export const reply = (body: object, etag?: string) =>
  Response.json(body, { headers: { date, ...(etag === undefined ? {} : { etag }) } })

interface Site {
  readonly url: string
  readonly more: object
  readonly fields: object
  readonly base: object
  readonly towns: CityConfig['towns']
}

/** A city whose orders are answered by `answer`. */
export function city(
  answer: (asked: URLSearchParams, init?: RequestInit) => Response,
  { url = 'api/{city}/orders', more = {}, fields = FIELDS, base = {}, towns }: Partial<Site> = {},
) {
  const source = sourceConfig.parse({
    poll: { url, everyMs: 60_000 },
    about: { name: '工单', owner: '热线办', cadenceSeconds: 60 },
    records: { from: 'list', fields, ...more },
  })
  let lives = 1
  const thread = inline(readers, [], find)
  const { feed, asked } = bench((way, init) => answer(new URL(way, 'http://x').searchParams, init), {
    config: { sources: { ...base, 'hotline.work-order': source } },
    thread: { ...thread, lives: () => lives },
    city: { ...CITY, ...(towns && { towns }) },
  })
  const get = (region: string | null = null, fresh = false) =>
    feed.get(hotline, { region }, { now: NOW, fresh })
  return { get, asked, feed, die: () => lives++ }
}

export const all = (list: readonly unknown[], more: object = {}) =>
  city(() => reply({ list, count: list.length }), { more: { total: 'count', ...more } })
