import { expect, it } from 'vitest'
import { steerOf } from '../../../src/panel/use-steer'
import type { CameraShown } from '../../../src/video/camera'
import { holding, saying, type Move } from '../../../src/video/steer'
import { appConfig } from '../../../src/config/app-config'
import { sourceConfig } from '../../../src/config/source'
import { receiptReader } from '../../../src/contract/receipt'
import written from '../../../public/config.live.json'
import control from '../../../docs/pictures/control.json'
import WVP from '../../../docs/pictures/wvp-ptz.json'
import AWAY from '../../../docs/pictures/wvp-ptz-away.json'
import { bench, NOW } from '../data/feed-fixture'

function keys() {
  const told: (Move | 'stop')[] = []
  let late = () => {}
  const held = holding(
    (command) => told.push(command),
    (_, then) => {
      late = then
      return () => (late = () => {})
    },
  )
  return { told, held, late: () => late() }
}

it('moves a camera for as long as a key is held, and always stops it', () => {
  const { told, held, late } = keys()
  held.begin('left')
  held.begin('left')
  held.end()
  held.end()
  expect(told).toEqual(['left', 'stop'])
  held.begin('up')
  held.begin('in')
  held.end()
  expect(told.slice(2)).toEqual(['up', 'stop', 'in', 'stop'])
  // Nobody lets go: the key was let go in another window.
  held.begin('right')
  late()
  held.end()
  late()
  expect(told.slice(6)).toEqual(['right', 'stop'])
})

const camera: CameraShown = {
  id: '99010100001326000001',
  name: '河道 1 号',
  meta: [],
  sources: [],
  named: 'wvp:99010100001180000001/99010100001326000001',
  offline: false,
  since: null,
}
const ACT = { act: { url: 'media/wvp/ptz/{device}/{channel}/{command}' } }

/** How a camera is told at a site. */
function at(site: object, sources: object, of: Partial<CameraShown> = {}) {
  const config = appConfig.parse({ ...written, sources, ...site })
  const screen = {
    config,
    city: { id: 'baiyun' },
    region: null,
    feed: {
      acting: () => {
        throw new Error('nothing is sent')
      },
    },
  }
  const ways = { move: 'video.ptz', preset: 'video.preset' }
  return steerOf(screen, ways, { ...camera, ...of })
}

it('is offered where the site says by what address, on a live wall of those on duty, of a camera that can be turned', () => {
  expect(at({}, { 'video.ptz': ACT })).toMatchObject({ preset: null })
  expect(at({}, { 'video.ptz': ACT })?.move).toBeTypeOf('function')
  expect(at({}, {})).toBeNull()
  expect(at({ audience: 'tour' }, { 'video.ptz': ACT })).toBeNull()
  expect(at({}, { 'video.ptz': { act: { url: 'demo/{city}/{dataset}/{id}' } } })).toBeNull()
  expect(at({}, { 'video.ptz': ACT }, { turns: false })).toBeNull()
  const clip = { way: 'mp4', url: 'demo/river.mp4' } as const
  expect(at({}, { 'video.ptz': ACT }, { sources: [clip] })).toBeNull()
  expect(at({}, { 'video.preset': { act: { url: 'api/{city}/{dataset}/{id}' } } })?.move).toBeNull()
})

/** A site as docs/pictures/control.json has it: what its proxy is asked, and what it makes of the answer of WVP. */
async function asked(answer: object, doing: (steer: NonNullable<ReturnType<typeof steerOf>>) => unknown) {
  const sources = Object.fromEntries(
    Object.entries(control).map(([id, source]) => [id, sourceConfig.parse(source)]),
  )
  const sent: unknown[] = []
  const readers = ['video.ptz', 'video.preset'].map((id) => receiptReader({ id }))
  const { feed } = bench(
    (url, { method, body, headers } = {}) => {
      const key = new Headers(headers).get('idempotency-key')
      sent.push([method, url, body, key?.length])
      const date = new Date(NOW).toUTCString()
      // As the proxy does, which puts the key into the answer.
      return Response.json({ key, ...answer }, { headers: { date } })
    },
    { config: { sources } },
    readers,
  )
  const config = { ...appConfig.parse(written), sources }
  const ways = { move: 'video.ptz', preset: 'video.preset' }
  const steer = steerOf({ config, city: { id: 'baiyun' }, region: null, feed }, ways, camera)
  if (!steer) throw new Error('no way')
  return { done: await Promise.resolve(doing(steer)).catch((error: unknown) => String(error)), sent }
}

it('asks the proxy of WVP for the channel and command, each under a key, and says what the platform refuses', async () => {
  const at = 'media/wvp/ptz/99010100001180000001/99010100001326000001/left'
  const turned = await asked(WVP, ({ move }) => move?.('left'))
  expect(turned).toEqual({ done: undefined, sent: [['POST', at, '{"command":"left"}', 32]] })
  const place = 'media/wvp/preset/99010100001180000001/99010100001326000001/3'
  const sent = (await asked(WVP, ({ preset }) => preset?.('3'))).sent
  expect(sent).toEqual([['POST', place, '{"preset":"3"}', 32]])
  expect((await asked(AWAY, ({ move }) => move?.('up'))).done).toContain('不存在')
})

it('what a camera is told is said to be on its way, then taken; a refusal stands when the movement ends, and until something else is told', async () => {
  const said: string[] = []
  const tell = saying((text) => said.push(text), {
    sending: (what) => `${what}…`,
    sent: (what) => `${what}!`,
    refused: (why) => `no: ${why}`,
  })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  tell(Promise.resolve(), 'left')
  tell(Promise.resolve(), null)
  await settled()
  tell(Promise.reject(new Error('away')), 'right')
  tell(Promise.resolve(), null)
  await settled()
  expect(said).toEqual(['left…', 'left!', 'right…', 'no: away'])
  // One that is answered late says nothing of the one that followed it.
  let answer = () => {}
  tell(new Promise<void>((resolve) => void (answer = resolve)), 'up')
  tell(Promise.resolve(), 'down')
  await settled()
  answer()
  await settled()
  expect(said.slice(4)).toEqual(['up…', 'down…', 'down!'])
})
