import { listReader } from '../../src/contract/answers'
import { noticeRow } from '../../src/contract/notice'
import { receiptReader } from '../../src/contract/receipt'
import { expect } from './fixture'
import { test } from './records-fixture'
import type { Stack } from './stack.mjs'

const reader = receiptReader({ id: 'hotline.supervise' })
const noticesReader = listReader({ id: 'exceptions.notices', row: noticeRow })

/** The number of an order that waits and was not called in yet. */
async function freeOrder({ pg }: Stack): Promise<string> {
  const { rows } = await pg.query(
    'select gdbh from gdxt.work_orders where bjsj is null and dbsj is null order by gdbh limit 1',
  )
  return String(rows[0]?.['gdbh'])
}

async function post(
  { url }: Stack,
  order: string,
  headers: Record<string, string>,
  body = '{"reason":"请今日回复"}',
) {
  const response = await fetch(`${url}/api/baiyun/hotline.supervise/440111/${order}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

const supervisedAt = async ({ pg }: Stack, order: string) =>
  (await pg.query('select dbsj::text, gxsj::text from gdxt.work_orders where gdbh = $1', [order])).rows[0]

const audit = async ({ pg }: Stack, order: string) =>
  (await pg.query('select key, operator, asked, receipt from ops.action where target = $1', [order])).rows

test('however often one key is sent, at once or later, the row changes once and the receipt is one', async ({
  stack,
  orders,
}) => {
  expect(orders).toBe(5000)
  const order = await freeOrder(stack)
  const send = () => post(stack, order, { 'idempotency-key': 'k1', cookie: 'session=officer; other=1' })
  const together = await Promise.all(Array.from({ length: 8 }, send))
  const [first] = together
  expect(first?.status).toBe(200)
  expect(reader.parse(first?.body)).toMatchObject({ success: true, data: { key: 'k1', state: 'done' } })
  const changed = await supervisedAt(stack, order)
  expect(changed?.['dbsj']).toBe(changed?.['gxsj'])
  for (const each of [...together, await send()]) expect(each).toEqual(first)
  expect(await supervisedAt(stack, order)).toEqual(changed)
  // Who it was is the session's word, what was said with it stands beside it, once.
  expect(await audit(stack, order)).toEqual([
    { key: 'k1', operator: 'officer', asked: { reason: '请今日回复' }, receipt: first?.body },
  ])
})

test('what cannot be done is refused with the reason, and changes nothing', async ({ stack }) => {
  const order = await freeOrder(stack)
  await post(stack, order, { 'idempotency-key': 'k2' })
  const before = await supervisedAt(stack, order)
  for (const [number, key, message] of [
    [order, 'k3', '该工单今日已督办'],
    ['000', 'k4', '没有这件工单'],
  ] as const)
    expect(await post(stack, number, { 'idempotency-key': key })).toMatchObject({
      status: 200,
      body: { key, state: 'refused', message },
    })
  expect(await supervisedAt(stack, order)).toEqual(before)
})

test('a request without a key, with a key of something else or without a body does nothing', async ({
  stack,
}) => {
  const order = await freeOrder(stack)
  for (const [status, headers, body] of [
    [400, {}, '{}'],
    [400, { 'idempotency-key': '' }, '{}'],
    [400, { 'idempotency-key': 'k'.repeat(81) }, '{}'],
    [400, { 'idempotency-key': 'k5' }, ''],
    [400, { 'idempotency-key': 'k5' }, '[]'],
    [413, { 'idempotency-key': 'k5' }, JSON.stringify({ reason: 'x'.repeat(5000) })],
    [422, { 'idempotency-key': 'k1' }, '{}'],
  ] as const)
    expect(await post(stack, order, headers, body)).toMatchObject({ status, body: { status } })
  expect(await supervisedAt(stack, order)).toMatchObject({ dbsj: null })
  expect(await audit(stack, order)).toEqual([])
})

test('what a seat did about an exception is one list for all seats: once for each key, with the session as its author', async ({
  stack,
}) => {
  const at = new Date().toISOString()
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const note = async (key: string, body: object, cookie = 'session=二席') => {
    const response = await fetch(`${stack.url}/api/baiyun/exceptions.note/440111/hotline-overdue-7`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie: encodeURI(cookie) },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const list = async () => {
    const response = await fetch(
      `${stack.url}/api/baiyun/exceptions.notices/440111?sort=-at&limit=500&${Math.random()}`,
    )
    return noticesReader.parse(await response.json())
  }
  const shelved = { deed: 'shelved', at, until, reason: '设备检修' }
  expect(await note('n1', { deed: 'acknowledged', at })).toMatchObject({
    status: 200,
    body: { state: 'done' },
  })
  for (let i = 0; i < 3; i++) expect(await note('n2', shelved)).toMatchObject({ body: { state: 'done' } })
  for (const wrong of [
    { ...shelved, until: null },
    { ...shelved, reason: null },
    { deed: 'closed', at },
    { at },
    { deed: 'acknowledged', at: '昨天' },
    { deed: 'took', at, reason: '长'.repeat(81) },
  ])
    expect(await note('n3', wrong)).toMatchObject({ status: 200, body: { state: 'refused' } })
  // What stands on the sheet of a hand-over goes the same way.
  expect(await note('n4', { deed: 'noted', at, reason: '三号电梯停'.repeat(100) })).toMatchObject({
    body: { state: 'done' },
  })
  expect(await note('n5', { deed: 'took', at, reason: '王' })).toMatchObject({ body: { state: 'done' } })
  const listed = await list()
  expect(listed).toMatchObject({ success: true, data: { leftOut: [] } })
  if (listed.success)
    expect(
      listed.data.rows
        .toSorted((a, b) => Number(a.key > b.key) * 2 - 1)
        .map(({ key, deed, reason }) => [key, deed, reason]),
    ).toEqual([
      ['n1', 'acknowledged', null],
      ['n2', 'shelved', '设备检修'],
      ['n4', 'noted', '三号电梯停'.repeat(100)],
      ['n5', 'took', '王'],
    ])
})

test('a bad review goes on to its closure step by step, once for each key; what its owner is to be told stands once for whoever sends it', async ({
  stack,
}) => {
  const send = async (action: string, id: string, key: string, body: object = {}) => {
    const response = await fetch(`${stack.url}/api/baiyun/${action}/440111/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie: 'session=officer' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as unknown
  }
  // Whoever was rated last is not satisfied, and nobody has looked at it.
  const { rows } = await stack.pg.query(
    `update ops.review set level = 5, verified_at = null, assigned_at = null, mended_at = null, closed_at = null
     where ticket = (select v.ticket from ops.review v join ops.ticket k on k.id = v.ticket
       join ops.hall h on h.id = k.hall join ops.city c on c.id = 'baiyun' and starts_with(h.town, c.code) order by v.rated_at desc limit 1)
     returning ticket`,
  )
  const ticket = String(rows[0]?.['ticket'])
  const steps = async () => {
    const found = await stack.pg.query(
      `select count(*) filter (where step <= now()) as n from ops.review,
         unnest(array[verified_at, assigned_at, mended_at, closed_at]) as step where ticket = $1`,
      [ticket],
    )
    return Number(found.rows[0]?.['n'])
  }
  const advance = (key: string) => send('service-hall.advance', `review-${ticket}`, key)
  for (let n = await steps(); n < 4; n++) {
    expect(await advance(`a${n}`)).toMatchObject({ state: 'done', message: '已推进到下一步' })
    expect(await advance(`a${n}`)).toMatchObject({ state: 'done' })
    expect(await steps()).toBe(n + 1)
  }
  expect(await advance('a9')).toMatchObject({ state: 'refused', message: '该评价已闭环' })

  const notice = {
    owner: '区水务局',
    exception: 'video-rate-water',
    record: 'water',
    rule: null,
    reason: '请查',
  }
  for (let i = 0; i < 2; i++)
    expect(await send('exceptions.notify', 'water', 'w1', notice)).toMatchObject({ key: 'w1', state: 'done' })
  expect(await send('exceptions.notify', 'water', 'w2', { owner: null })).toMatchObject({ state: 'refused' })
  const told = await stack.pg.query('select key, exception, owner, reason, sent_at from ops.notification')
  expect(told.rows).toEqual([
    { key: 'w1', exception: 'video-rate-water', owner: '区水务局', reason: '请查', sent_at: null },
  ])
})
