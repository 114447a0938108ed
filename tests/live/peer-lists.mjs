// Rows by the page from deploy/sql/postgres/records.sql: all records of a kind for a wall that counts them itself, and the open list
// for whoever asks for it. Names of columns come from the tables below, never from the question; everything else is a parameter.

import { readFileSync } from 'node:fs'

const RECORDS = /^\/api\/([a-z][a-z0-9_-]*)\/hotline\.work-order$/
const LIST = /^\/api\/([a-z][a-z0-9_-]*)\/hotline\.orders\/(\d{6,12})$/
const ONE = /^\/api\/([a-z][a-z0-9_-]*)\/hotline\.order\/(\d{6,12})\/([\w.-]{1,40})$/

const PAGE = 50
const MOST = 5000
const MOST_GROUPS = 400

/** Field of the list → its column. What is unknown is the word null, as in every list of the wall. */
const text = (column) => `coalesce(${column}::text, 'null') collate "C"`
const FIELDS = {
  orderNo: '"orderNo"',
  title: 'title',
  category: 'category',
  dept: 'dept',
  town: 'town',
  stage: 'stage',
  acceptedAt: '"acceptedAt"',
  dueAt: '"dueAt"',
  repeats: 'repeats',
  supervised: 'supervised',
}
const NUMBERS = new Set(['repeats'])
const sorted = (field) => (NUMBERS.has(field) ? FIELDS[field] : text(FIELDS[field]))

const ISO = 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'

const WORDS = new Set(['region', 'sort', 'cursor', 'limit', 'group', 'step', 'q'])

/** Letters of full width, then their narrow forms; characters of the traditional writing, then the simplified ones. */
const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('')
const WIDE = Array.from(ASCII, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')
const [, TRADITIONAL, SIMPLIFIED] =
  /TRADITIONAL =\s+'(.+)'[^]*SIMPLIFIED =\s+'(.+)'/.exec(
    readFileSync(new URL('../../src/contract/records/variants.ts', import.meta.url), 'utf8'),
  ) ?? []

/** What is written in one way only: simplified, narrow, small. */
const plain = (text, from, to) => `lower(translate(${text}, $${from}, $${to}) collate "C.utf8")`
const SAYS = `concat_ws(E'\\n', "orderNo", title, category, dept, "townName")`

const ROW = `jsonb_strip_nulls(jsonb_build_object('orderNo', "orderNo", 'title', title, 'category', category, 'dept', dept,
  'town', case when town is not null then jsonb_build_object('code', town, 'name', "townName") end, 'stage', stage,
  'acceptedAt', "acceptedAt", 'dueAt', "dueAt", 'repeats', repeats, 'supervised', supervised))`

const isField = (field) => Object.hasOwn(FIELDS, field)

/** `[value, key]` of the last row of the page before; undefined where there is none, null for one that `fits` says is none of ours. */
function placeIn(cursor, fits) {
  if (!cursor) return undefined
  try {
    const place = JSON.parse(cursor)
    return Array.isArray(place) && typeof place[1] === 'string' && fits(place[0]) ? place : null
  } catch {
    return null
  }
}

const isTime = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))

const limitOf = (asked) => Math.max(1, Math.min(MOST, Math.floor(Number(asked ?? PAGE)) || PAGE))

/** A question in SQL: `where` and its values, of the rows that are waiting in a region and hold every word of `wanted`. */
function narrowed(city, region, filters, wanted) {
  const values = [city, region]
  const tests = filters.map(([field, value]) => `${text(FIELDS[field])} = $${values.push(value)}`)
  const words = wanted.split(/\s+/).filter(Boolean)
  if (words.length > 0) {
    const [from, to] = [values.push(TRADITIONAL + WIDE), values.push(SIMPLIFIED + ASCII)]
    for (const word of words)
      tests.push(`strpos(${plain(SAYS, from, to)}, ${plain(`$${values.push(word)}::text`, from, to)}) > 0`)
  }
  return { from: `from api.waiting_orders($1, $2) where ${['true', ...tests].join(' and ')}`, values }
}

/** `(pool) → (url) → the answer as a promise of { body } or { wrong }`; undefined for an address that is no list. */
export function createLists(pool) {
  const one = async (sql, values) => (await pool.query(sql, values)).rows[0]
  const asOfOf = async (city) =>
    (await one(`select to_char(api.order_time($1) at time zone 'Asia/Shanghai', '${ISO}') as at`, [city])).at

  async function records(city, asked) {
    const since = asked.get('since') || null
    const place = placeIn(asked.get('cursor'), isTime)
    if (since && !isTime(since)) return { wrong: `since 不是时间：${since}` }
    if (place === null) return { wrong: 'cursor 不是本接口给出的' }
    const [after, key] = place ?? [null, null]
    const { page } = await one('select api.records($1, $2, $3, $4, $5) as page', [
      city,
      since,
      after,
      key,
      limitOf(asked.get('limit')),
    ])
    return { body: page }
  }

  async function groups({ from, values }, field) {
    const column = `${FIELDS[field]}::text`
    const { rows } = await pool.query(
      `select ${column} as value, count(*)::int as count ${from} group by 1
       order by 2 desc, coalesce(${column}, '') collate "C" limit ${MOST_GROUPS}`,
      values,
    )
    return rows
  }

  async function page({ from, values }, sort, place, limit) {
    const field = sort.replace(/^-/, '')
    const [value, falls] = [sorted(field), sort.startsWith('-')]
    const bound = [...values]
    const at = place && [bound.push(place[0]), bound.push(place[1])]
    const kind = NUMBERS.has(field) ? 'numeric' : 'text'
    const after = at
      ? `and (${value} ${falls ? '<' : '>'} $${at[0]}::${kind} or (${value} = $${at[0]}::${kind} and ${text('"orderNo"')} > $${at[1]}))`
      : ''
    const { rows } = await pool.query(
      `select ${value} as value, "orderNo" as key, ${ROW} as row ${from} ${after}
       order by 1 ${falls ? 'desc' : 'asc'}, ${text('"orderNo"')} limit $${bound.push(limit + 1)}`,
      bound,
    )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map(({ row }) => row),
      next: rows.length > limit ? JSON.stringify([last.value, last.key]) : null,
    }
  }

  async function list(city, region, asked) {
    const filters = [...asked].filter(([name]) => !WORDS.has(name))
    const [sort, group] = [asked.get('sort') || 'dueAt', asked.get('group')]
    const field = sort.replace(/^-/, '')
    const place = placeIn(
      asked.get('cursor'),
      (value) => typeof value === (NUMBERS.has(field) ? 'number' : 'string'),
    )
    const named = [...filters.map(([name]) => name), field, ...(group ? [group] : [])]
    const unknown = named.find((field) => !isField(field))
    if (unknown !== undefined) return { wrong: `没有这个字段：${unknown}` }
    if (place === null) return { wrong: 'cursor 不是本接口给出的' }
    const question = narrowed(city, region, filters, asked.get('q') ?? '')
    const { total } = await one(`select count(*)::int as total ${question.from}`, question.values)
    const about = { contract: 'hotline.orders/1', asOf: await asOfOf(city), total }
    if (group) return { body: { ...about, rows: [], groups: await groups(question, group), next: null } }
    return { body: { ...about, ...(await page(question, sort, place, limitOf(asked.get('limit')))) } }
  }

  async function single(city, region, id) {
    const found = await one(`select ${ROW} as row from api.waiting_orders($1, $2) where "orderNo" = $3`, [
      city,
      region,
      id,
    ])
    return { body: { contract: 'hotline.order/1', asOf: await asOfOf(city), row: found?.row ?? null } }
  }

  return ({ pathname, searchParams }) => {
    const [all, many, row] = [RECORDS, LIST, ONE].map((pattern) => pattern.exec(pathname)?.slice(1))
    if (all) return records(all[0], searchParams)
    if (many) return list(many[0], many[1], searchParams)
    return row && single(...row)
  }
}
