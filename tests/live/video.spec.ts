import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { mergeTests, type Page } from '@playwright/test'
import { expect, test as watched } from '../e2e/fixture'
import { behind, listen, moves, openCameras, tile } from './cameras'
import { test as stacked } from './fixture'
import type { ServerName, Stack } from './stack.mjs'

const MEDIA = ['hls', 'flv', 'whep'] as const
const CAMERAS = MEDIA.map((name): ServerName => `${name}-camera`)

const test = mergeTests(watched, stacked).extend<{ media: Stack }>({
  baseURL: async ({ stack }, provide) => provide(stack.url),
  /** The stack with its media servers; they end with the test. */
  media: async ({ stack }, provide) => {
    await Promise.all(MEDIA.map((name) => stack.start(name)))
    await Promise.all(CAMERAS.map((name) => stack.start(name)))
    await provide(stack)
    await Promise.all([...CAMERAS, ...MEDIA].map((name) => stack.kill(name)))
  },
})

const HLS = 'media/zlm/live/cam/hls.m3u8'
const H265 = 'media/zlm/h265/cam/hls.m3u8'
const CHANNEL = '99010100001326000001'
const REGISTER = {
  hls: HLS,
  flv: 'media/zlm/live/cam.live.flv',
  whep: 'media/zlm/whep?app=live&stream=cam',
  locked: 'media/zlm/whep?app=live&stream=locked',
  // Called up on the platform, and kept going by calling it up again.
  wvp: `wvp:99010100001180000001/${CHANNEL}`,
  // Signed for a second of 2023.
  expired: 'media/zlm/signed/cam/5qc65cc5mAzPCqYVGSZFag/1700000000/hls.m3u8',
  // The socket opens and stays silent.
  silent: 'media/zlm/live/nobody.live.flv',
  h265: H265,
  // What no browser here decodes, then addresses that are good for ten seconds each.
  signed: 'sign:cam',
}

const documented = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../docs/pictures/${name}.json`), 'utf8'))
const control = documented('control') as object

/** The platform as documented, asked again as often as may be, and somebody who signs addresses. */
const providers = {
  wvp: {
    ...(documented('providers') as Site).providers.wvp,
    againSeconds: 10,
  },
  sign: { kind: 'ask', parts: ['camera'], url: 'media/sign/{camera}' },
}
interface Site {
  readonly providers: { readonly wvp: object }
}

/** Answers as a gateway does that signs addresses; the returned function tells how many. */
async function signAddresses(page: Page): Promise<() => number> {
  let signed = 0
  await page.route('**/media/sign/cam', (route) => {
    signed++
    const until = Math.floor(Date.now() / 1000) + 10
    const signature = createHash('md5').update(`${until} cam test`).digest('base64url')
    const addresses = [H265, `media/zlm/signed/cam/${signature}/${until}/hls.m3u8`]
    return route.fulfill({ json: { contract: 'picture.addresses/1', addresses, ttlSeconds: 10 } })
  })
  return () => signed
}

const says = (page: Page, words: Readonly<Record<string, RegExp | string>>) =>
  Promise.all(Object.entries(words).map(([id, text]) => expect(tile(page, id)).toContainText(text)))
const all = (text: RegExp | string) => Object.fromEntries(MEDIA.map((id) => [id, text]))

test('pictures of real media servers are live by their frames, say what happened when they stop, and come back untouched', async ({
  page,
  media,
  faults,
}) => {
  faults.allow(/\/media\/|ERR_CONNECTION_REFUSED|WebSocket/)
  const signed = await signAddresses(page)
  await openCameras(page, media, REGISTER, { sources: control, pictures: { providers } })
  await says(page, { ...all('直播'), signed: '直播', wvp: '直播' })
  const before = await listen(page)
  await Promise.all(MEDIA.map((id) => moves(page, id)))
  await says(page, {
    locked: '无权查看',
    h265: '无法解码',
    expired: '取流地址不存在或已失效',
    silent: '媒体服务未应答',
  })
  await expect.poll(signed, 'addresses are renewed').toBeGreaterThan(2)
  await expect.poll(async () => (await media.counters()).calls[CHANNEL], 'asked again').toBeGreaterThan(1)
  for (const id of ['signed', 'wvp'])
    expect((await before()).filter((one) => one.id === id)).toEqual([{ id, state: 'live' }])

  // Two servers are killed with their cameras; the third stalls, and sends all at once what it has held back.
  media.signal('flv', 'SIGSTOP')
  await Promise.all((['hls', 'hls-camera', 'whep', 'whep-camera'] as const).map((name) => media.kill(name)))
  await says(page, all(/画面停滞 \d+ 秒/))
  await Promise.all([media.start('hls'), media.start('whep')])
  await Promise.all([media.start('hls-camera'), media.start('whep-camera')])
  media.signal('flv', 'SIGCONT')
  await says(page, all('直播'))
  await expect.poll(() => behind(page, 'flv')).toBeLessThanOrEqual(3)

  // The cameras stop with every connection open; whoever connects anew is given their last seconds again, which are not live.
  const told = await listen(page)
  for (const name of CAMERAS) media.signal(name, 'SIGSTOP')
  const figures = page.locator('[data-panel="video-keys"]')
  const asOf = await figures.getAttribute('data-as-of')
  await says(page, all('离线'))
  for (const id of MEDIA) {
    const states = (await told()).filter((one) => one.id === id).map(({ state }) => state)
    expect(states.slice(0, 2), id).toEqual(['live', 'frozen'])
    expect(states.filter((state) => state === 'live')).toHaveLength(1)
  }
  await expect(figures, 'the other panels go on').not.toHaveAttribute('data-as-of', asOf ?? '')
  // Two go on; the server of the third ends, and with it its stream.
  for (const name of ['hls-camera', 'whep-camera'] as const) media.signal(name, 'SIGCONT')
  await Promise.all([media.kill('flv'), media.kill('flv-camera')])
  await media.start('flv')
  await media.start('flv-camera')
  await says(page, all('直播'))
  await Promise.all(MEDIA.map((id) => moves(page, id)))

  // A camera that fills the screen is turned where the site says how; what is said of that stands until something else is told.
  await tile(page, 'wvp').dblclick()
  const steer = page.locator('[data-steer]')
  await page.keyboard.press('ArrowLeft')
  await expect(steer.getByRole('status')).toHaveText('左转 已下发')
  await steer.getByRole('button', { name: '预置位 3' }).click()
  await expect(steer.getByRole('status')).toHaveText('预置位 3 已下发')
  const { told: commands } = await media.counters()
  expect(commands).toEqual(['left', 'stop', '3'].map((command) => `${CHANNEL} ${command}`))
  const { violations } = await new AxeBuilder({ page }).include('[data-tiles]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
