import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { evaluate } from '../../../src/data/mapping/expression'
import { judge } from '../../../src/data/read-job'
import { PLAIN_CALENDAR } from '../../../src/lib/working-time'
import { askingOf } from '../../../src/panel/picture-addresses'
import { addressesOf } from '../../../src/video/source'
import type { Screen } from '../../../src/panel/screen-context'

const doc = (name: string) =>
  readFileSync(new URL(`../../../docs/pictures/${name}.json`, import.meta.url), 'utf8')
const DEVICE = '99010100001180000001'
const CHANNEL = '99010100001326000001'

/** The site of the documentation, and what it asks; every address answers with `answer`. */
function asking(answer: string, pictures: unknown = JSON.parse(doc('providers'))) {
  const asked: string[] = []
  const context = {
    audience: 'duty',
    limits: {},
    calendar: PLAIN_CALENDAR,
    fetch: async (url: string) => {
      asked.push(url)
      return new Response(answer, { headers: { 'content-type': 'application/json' } })
    },
    thread: {
      lives: () => 1,
      read: (job: Parameters<typeof judge>[0]) =>
        judge(job, new Map(), evaluate, () => Promise.reject(new Error('no records'))),
    },
  }
  const place = { city: 'ceshi', code: '990101', region: null }
  const feed = { acting: () => ({ context, place }) } as unknown as Screen['feed']
  const told = askingOf({ config: { sources: { video: {} }, pictures } as unknown as Screen['config'], feed })
  return { ask: async (stream: string) => addressesOf(await told(stream)), asked }
}

const urls = (told: Awaited<ReturnType<ReturnType<typeof asking>['ask']>>) =>
  'cause' in told ? told : told.sources.map(({ way, url }) => `${way} ${url}`)

it('WVP calls a camera up and says where it is: of its addresses only the names, on our own origin', async () => {
  const { ask, asked } = asking(doc('wvp-play'))
  const told = await ask(`wvp:${DEVICE}/${CHANNEL}`)
  const stream = `${DEVICE}_${CHANNEL}`
  expect(urls(told)).toEqual([
    `whep media/zlm/whep?app=rtp&stream=${stream}`,
    `flv media/zlm/rtp/${stream}.live.flv`,
    `hls media/zlm/rtp/${stream}/hls.m3u8`,
  ])
  expect(told).toMatchObject({ forMs: 60_000 })
  expect(asked).toEqual([`media/wvp/play/${DEVICE}/${CHANNEL}`])
})

it('a stream that no browser decodes is taken as the platform transcodes it', async () => {
  const told = await asking(doc('wvp-play-h265')).ask(`wvp:${DEVICE}/${CHANNEL}`)
  expect(urls(told)).toContain(`flv media/zlm/rtp/${DEVICE}_${CHANNEL}_h264.live.flv`)
})

it('what the platform refuses is said in its own words', async () => {
  const late = await asking(doc('wvp-timeout')).ask(`wvp:${DEVICE}/${CHANNEL}`)
  expect(late).toEqual({ cause: 'gone', why: expect.stringContaining('点播超时') as unknown })
  const expired = await asking(doc('wvp-expired')).ask(`wvp:${DEVICE}/${CHANNEL}`)
  expect(expired).toMatchObject({ cause: 'auth' })
})

it.each([
  [
    'zlm:live/34',
    [
      'whep media/zlm/whep?app=live&stream=34',
      'flv media/zlm/live/34.live.flv',
      'hls media/zlm/live/34/hls.m3u8',
    ],
  ],
  ['mtx:34', ['whep media/mtx/34/whep', 'hls media/mtx/34/index.m3u8']],
  ['go2rtc:34', ['whep media/go2rtc/webrtc?src=34']],
  ['srs:live/34', ['whep media/srs/whep/?app=live&stream=34', 'hls media/srs/live/34.m3u8']],
  [
    'media/a.flv go2rtc:34 media/34.jpg',
    ['flv media/a.flv', 'whep media/go2rtc/webrtc?src=34', 'still media/34.jpg'],
  ],
])('%s follows from what names the camera, and nobody is asked', async (stream, expected) => {
  const { ask, asked } = asking('{}')
  expect(urls(await ask(stream))).toEqual(expected)
  expect(asked).toEqual([])
})

it('names what nobody knows, and costs no way that is there beside it', async () => {
  const { ask } = asking('{}')
  expect(await ask('nvr:34')).toMatchObject({
    why: expect.stringContaining('没有名为 nvr 的取流方式') as unknown,
  })
  expect(await ask('zlm:34')).toMatchObject({
    why: expect.stringContaining('zlm 的取流标识须为 app/stream') as unknown,
  })
  expect(urls(await ask('nvr:34 media/34.jpg'))).toEqual(['still media/34.jpg'])
})

it('names a key that nobody knows, and says it of every camera that names a provider', async () => {
  const { ask } = asking('{}', { provider: {} })
  expect(await ask('zlm:live/34')).toMatchObject({ why: expect.stringContaining('pictures.') as unknown })
})

it('a provider that is wrongly configured is named by its field, and costs its own cameras alone', async () => {
  const zlm = { kind: 'template', parts: ['app'], addresses: ['media/{stream}.live.flv'] }
  const pictures = {
    providers: {
      zlm,
      out: { kind: 'template', parts: ['id'], addresses: ['https://10.0.0.7/{id}.flv'] },
      odd: { kind: 'template', parts: ['id'], addresses: ['media/{id}'] },
      key: { kind: 'ask', parts: ['id'], url: 'media/play/{id}?token=abc' },
      good: { kind: 'template', parts: ['id'], addresses: ['media/{id}.flv'] },
    },
  }
  const { ask } = asking('{}', pictures)
  const why = async (stream: string) => {
    const told = await ask(stream)
    return 'cause' in told ? told.why : urls(told)
  }
  expect(await why('zlm:34')).toContain('pictures.providers.zlm.addresses.0 {stream} 不在 parts 中')
  expect(await why('out:34')).toContain('pictures.providers.out.addresses.0 ')
  expect(await why('odd:34')).toContain('须以 /whep、.flv')
  expect(await why('key:34')).toContain('pictures.providers.key.url ')
  expect(await why('good:34')).toEqual(['flv media/34.flv'])
})
