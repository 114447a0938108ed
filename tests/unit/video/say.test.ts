import { expect, it } from 'vitest'
import { cameraFrom } from '../../../src/video/camera'
import { sayOf } from '../../../src/video/say'
import { NOTHING, type Seen } from '../../../src/video/tile'
import { wantedOf } from '../../../src/video/wanted'

const NOW = Date.parse('2026-11-18T10:42:00+08:00')
const SINCE = Date.parse('2026-11-18T08:23:00+08:00')

const camera = (stream: string | null, since: number | null = null) =>
  cameraFrom(
    { id: '1', name: '人和河道 3 号', meta: ['水务', '人和'], offline: since !== null, since },
    stream,
  )
const seen = (change: Partial<Seen>): Seen => ({ ...NOTHING, id: '1', drawn: true, ...change })
const said = (of: ReturnType<typeof camera>, change: Partial<Seen>) => {
  const { glyph, state, dark } = sayOf(of, seen(change), NOW)
  return [glyph, state, dark]
}

it('a clip is a demonstration and never called live', () => {
  const loop = camera('demo/river.mp4')
  expect(said(loop, { state: 'live', way: 'mp4' })).toEqual(['demo', '演示画面', null])
  const words = (['connecting', 'live', 'frozen', 'offline', 'unsupported', 'forbidden'] as const).flatMap(
    (state) => said(loop, { state, way: 'mp4' }).flat(),
  )
  expect(words).not.toContain('直播')
})

it('a still picture says of when it is, and a clip drawn by day is dark at night', () => {
  const still = camera('media/snap/34.jpg')
  expect(sayOf(still, seen({ state: 'live', way: 'still', age: 0 }), NOW).time).toBe('10:42')
  expect(sayOf(still, seen({ state: 'live', way: 'still', age: 3 * 60 }), NOW).time).toBe('10:39')
  const shown = (hour: number, way: 'mp4' | 'flv') =>
    sayOf(camera('demo/river.mp4'), seen({ state: 'live', way }), NOW + (hour - 10) * 3_600_000).night ??
    false
  expect([3, 5, 6, 12, 18, 19, 23].map((hour) => shown(hour, 'mp4'))).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
    true,
  ])
  expect(shown(3, 'flv')).toBe(false)
})

it('a stream is live with how far it is behind, frozen with the age of its last frame, then dark', () => {
  const stream = camera('media/zlm/live/34.live.flv')
  expect(said(stream, { state: 'live', way: 'flv' })).toEqual(['live', '直播', null])
  expect(sayOf(stream, seen({ state: 'live', way: 'flv', behind: 2 }), NOW).time).toBe('延时 2 秒')
  expect(said(stream, { state: 'frozen', age: 6 })).toEqual(['late', '画面停滞 6 秒', null])
  expect(said(stream, { state: 'frozen', age: 40, proving: true })).toEqual(['late', '恢复中', null])
  expect(said(stream, { state: 'offline', age: 312 })).toEqual(['stale', '离线', ['离线', '末帧距今 5 分']])
  const ended = said(stream, { state: 'offline', age: 312, refused: 'gone' })
  expect(ended[2]).toEqual(['取流地址不存在或已失效', '末帧距今 5 分'])
  expect(said(stream, { state: 'offline', refused: 'gone', why: '点播超时' })[2]).toEqual(['点播超时'])
  expect(said(stream, { state: 'forbidden' })).toEqual([
    'failed',
    '无权查看',
    ['无权查看', '取流地址拒绝访问'],
  ])
  expect(said(stream, { state: 'unsupported' })[1]).toBe('无法解码')
})

it('a camera that the register calls cut off shows since when, and stands', () => {
  const down = camera('demo/river.mp4', SINCE)
  expect(said(down, { state: 'live', way: 'mp4' })).toEqual([
    'stale',
    '离线',
    ['离线 2 时 19 分', '末帧 08:23'],
  ])
  expect(wantedOf(down, null)).toMatchObject({ held: true })
  expect(wantedOf(down, null).from).toBe(wantedOf(down, NOW).from)
})

it('a camera without an address says so, and asks nobody', () => {
  expect(said(camera(null), {})[1]).toBe('无取流地址')
  expect(wantedOf(camera('https://elsewhere.example/a.flv'), null).sources).toEqual([])
})

it('loops do not move in step, and stand where a clock does that stands still', () => {
  const from = (id: string, stands: number | null) => wantedOf({ ...camera('demo/park.mp4'), id }, stands)
  expect(new Set(['1', '2', '3', '4'].map((id) => from(id, null).from % 12)).size).toBeGreaterThan(2)
  expect(from('1', null).held).toBe(false)
  expect(from('1', NOW)).toEqual(from('1', NOW))
  expect(from('1', NOW).from).not.toBe(from('1', NOW + 5000).from)
})

it('a stream of a camera that the register calls cut off is tried all the same: the register may be late', () =>
  expect(wantedOf(camera('media/live/34.flv', SINCE), null)).toMatchObject({ held: false }))

it('an H.265 camera says in plain words that it is not decoded: beside its still, or over its last frame', () => {
  const hevc = camera('media/zlm/h265/34/hls.m3u8 media/snap/34.jpg')
  const still = sayOf(hevc, seen({ state: 'live', way: 'still', age: 0, undecoded: true }), NOW)
  expect(still).toMatchObject({
    glyph: 'snapshot',
    state: '无法解码，截图',
    late: true,
    dark: null,
    time: '10:42',
  })
  const last = said(hevc, { state: 'unsupported', drawn: true, age: 312 })
  expect(last[2]).toEqual(['无法解码', '浏览器不支持该编码', '末帧距今 5 分'])
  expect(said(hevc, { state: 'unsupported', drawn: false })[2]).toEqual(['无法解码', '浏览器不支持该编码'])
})
