import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { readers } from '../../src/domains/video/contract-points'
import { expect, test } from './fixture'
import type { Stack } from './stack.mjs'

const OFFER = { method: 'POST', headers: { 'content-type': 'application/sdp' }, body: 'v=0\r\n' }
const ask = async ({ url }: Stack, path: string, init?: RequestInit) => {
  const response = await fetch(`${url}/${path}`, init)
  const { status, headers } = response
  return { status, location: headers.get('location'), text: await response.text() }
}

test('an offer goes to MediaMTX, go2rtc and SRS by one address each, and what ends it comes back under that address', async ({
  stack,
}) => {
  const [mtx, go2rtc, srs] = await Promise.all([
    ask(stack, 'media/mtx/cam/whep', OFFER),
    ask(stack, 'media/go2rtc/webrtc?src=cam', OFFER),
    ask(stack, 'media/srs/whep/?app=live&stream=cam', OFFER),
  ])
  expect([mtx.status, go2rtc.status, srs.status]).toEqual([201, 201, 201])
  const [mtxEnd, srsEnd] = [mtx, srs].map(({ location }) => location?.replace(/^https?:\/\/[^/]+/, '') ?? '')
  expect(mtxEnd).toMatch(/^\/media\/mtx\/cam\/whep\/[0-9a-f-]{36}$/)
  expect(go2rtc.location).toBeNull()
  expect(srsEnd).toMatch(/^\/media\/srs\/whep\/\?action=delete&token=/)
  for (const end of [mtxEnd, srsEnd])
    expect(await ask(stack, end?.slice(1) ?? '', { method: 'DELETE' })).toMatchObject({ status: 200 })
  for (const list of ['media/mtx/cam/index.m3u8', 'media/srs/live/cam.m3u8'])
    expect(await ask(stack, list)).toMatchObject({ status: 200, text: '#EXTM3U\n' })
})

test('nothing else of those servers can be reached', async ({ stack }) => {
  const paths = [
    'media/go2rtc/streams',
    'media/go2rtc/config',
    'media/mtx/v3/config',
    'media/srs/api/v1/clients',
  ]
  for (const path of paths) expect(await ask(stack, path), path).toMatchObject({ status: 404 })
  expect((await ask(stack, 'media/go2rtc/webrtc?src=cam')).status).toBe(403)
  expect((await ask(stack, 'media/mtx/cam/whep', { ...OFFER, method: 'PATCH' })).status).toBe(403)
})

const DEVICE = '99010100001180000001'
const CHANNEL = '99010100001326000001'
const KEY = '0123456789abcdef0123456789abcdef'

test('a camera is turned and sent to its places by POST under a key, which the receipt gives back', async ({
  stack,
}) => {
  const turn = (what: string, headers: Record<string, string> = { 'idempotency-key': KEY }) =>
    ask(stack, `media/wvp/${what}`, { method: 'POST', headers, body: '{}' })
  const done = await turn(`ptz/${DEVICE}/${CHANNEL}/left`)
  expect(JSON.parse(done.text)).toEqual({ key: KEY, code: 0, msg: '成功', data: null })
  await turn(`ptz/${DEVICE}/${CHANNEL}/in`)
  await turn(`ptz/${DEVICE}/${CHANNEL}/stop`)
  await turn(`preset/${DEVICE}/${CHANNEL}/3`)
  const { told } = await stack.counters()
  expect(told).toEqual(['left', 'zoomin', 'stop', '3'].map((command) => `${CHANNEL} ${command}`))
  const away = await turn(`ptz/${DEVICE}/99010100001326000009/left`)
  expect(JSON.parse(away.text)).toMatchObject({ key: KEY, code: 404 })
  expect((await turn(`ptz/${DEVICE}/${CHANNEL}/left`, {})).status, 'without a key').toBe(400)
  expect((await ask(stack, `media/wvp/ptz/${DEVICE}/${CHANNEL}/left`)).status, 'by a link').toBe(405)
  expect((await turn(`ptz/${DEVICE}/${CHANNEL}/wiper`)).status).toBe(404)
  expect((await stack.counters()).told).toHaveLength(4)
  // Each that reached a camera stands in a log by its key, and whoever only looks in none.
  const logged = () =>
    readFileSync(resolve(stack.folder, 'nginx-actions.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes(KEY))
      .map((line) => JSON.parse(line) as unknown)
  await expect.poll(() => logged().length).toBe(6)
  expect(logged()[0]).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
    key: KEY,
    asked: `/media/wvp/ptz/${DEVICE}/${CHANNEL}/left`,
    status: 200,
    who: '',
    certificate: '',
    from: '127.0.0.1',
  })
})

test('the still of a camera comes from the address that its platform has for it, and from no other', async ({
  stack,
}) => {
  const snap = (path: string, init?: RequestInit) => fetch(`${stack.url}/media/wvp/snap/${path}`, init)
  // As the wall asks: each time by another address, which the platform does not hear of.
  const still = await snap(`${DEVICE}/${CHANNEL}.jpg?t=7`)
  expect(still.status).toBe(200)
  expect(new Uint8Array(await still.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]))
  expect((await snap(`${DEVICE}/99010100001326000009.jpg`)).status, 'never called up').toBe(204)
  expect((await snap(`${DEVICE}/${CHANNEL}.jpg`, { method: 'POST' })).status).toBe(405)
  expect((await snap(`${DEVICE}/${CHANNEL}`)).status).toBe(404)
  expect((await snap(`${DEVICE}/../${CHANNEL}.jpg`)).status).toBe(404)
})

const few = z.object({ values: z.array(z.unknown()), at: z.array(z.number()) })
const columns = z.object({
  points: z.object({ id: z.array(z.string()), state: few, town: few, source: few }),
})

test('every camera of the database has its place on the map: its town, its department, and how it is', async ({
  stack,
}) => {
  const [reader] = readers
  const { text } = await ask(stack, 'api/baiyun/video.points/440111')
  // As the address answers it: by the column.
  const read = z.safeParse(reader?.sent ?? z.never(), JSON.parse(text))
  if (!read.success) throw new Error(JSON.stringify(read.error.issues.slice(0, 3)))
  const { points } = columns.parse(read.data)
  const numberOf = async (query: string) => Number((await stack.pg.query(query)).rows[0]?.['n'])
  const all = await numberOf('select count(*)::int as n from ops.camera')
  const { id, state, town, source } = points
  expect([id, state.at, town.at, source.at].map(({ length }) => length)).toEqual([all, all, all, all])
  const offline = state.at.filter((at) => state.values[at] === 'offline')
  const down = "select count(*)::int as n from api.offline('440111', api.as_of('baiyun', 'video'))"
  expect(offline).toHaveLength(await numberOf(down))
  expect(town.values.length).toBeGreaterThan(10)
  expect(source.values).toContain('公安')
})
