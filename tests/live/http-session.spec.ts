import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { documentPath, expect, test } from './fixture'

test.use({ options: { tickMs: 0, access: 'auth-request' } })

const hotline = documentPath('hotline')

test('data asks for it, the page does not; renewing gives one, and one check serves many reads', async ({
  stack,
}) => {
  for (const path of [hotline, '/api/stream?topics=hotline', '/api/metrics/sharing', '/api/mqtt']) {
    const response = await fetch(stack.url + path)
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      401,
      'application/problem+json',
    ])
  }
  // Least of all is anything done.
  const deed = { method: 'POST', headers: { 'idempotency-key': 'k1' }, body: '{}' }
  const refused = await fetch(`${stack.url}/api/baiyun/hotline.supervise/440111/1`, deed)
  expect(refused.status).toBe(401)
  expect((await stack.pg.query('select from ops.action')).rows).toEqual([])
  expect((await fetch(`${stack.url}/`)).status).toBe(200)
  const renewed = await fetch(`${stack.url}/api/session`, { method: 'POST' })
  expect(renewed.status).toBe(204)
  const [cookie = ''] = renewed.headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly/)
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  await stack.counters('reset')
  for (let i = 0; i < 20; i++) expect((await fetch(stack.url + hotline, { headers })).status).toBe(200)
  expect((await stack.counters()).checks).toBeLessThan(20)
  // What is done stands in a log by its key, with who it was by the session's check; the session itself does not.
  await fetch(`${stack.url}/api/baiyun/hotline.supervise/440111/1`, {
    ...deed,
    headers: { 'idempotency-key': 'k2', ...headers },
  })
  const log = () => readFileSync(resolve(stack.folder, 'nginx-actions.log'), 'utf8')
  await expect.poll(log).toContain('"key":"k2"')
  const [first, second] = log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  expect(first).toMatchObject({ key: 'k1', status: 401, who: '' })
  expect(second).toMatchObject({ key: 'k2', who: 'wall-3' })
  expect(log()).not.toContain(headers.cookie.split('=')[1])
  // A copy in the cache is not for everybody.
  expect((await fetch(stack.url + hotline)).status).toBe(401)
  await stack.counters('expire')
  await expect.poll(async () => (await fetch(stack.url + hotline, { headers })).status).toBe(401)
})

test('a session that may not be renewed is a 401, and a login that is down lets nobody in', async ({
  stack,
}) => {
  await stack.counters('renew=off')
  expect((await fetch(`${stack.url}/api/session`, { method: 'POST' })).status).toBe(401)
  await stack.counters('renew=on')
  await stack.kill('peer')
  const response = await fetch(stack.url + hotline, { headers: { cookie: 'session=unknown' } })
  expect([response.status, response.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  await stack.start('peer')
})
