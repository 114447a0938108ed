import { expect, it } from 'vitest'
import { afterFault, afterFreeze, backOff, firstAttempt, type Attempts } from '../../../src/video/attempts'
import { causeOfStatus, sourcesIn } from '../../../src/video/source'

it('an address line names ways on this site, best first, and no other host', () => {
  const line = `media/zlm/whep?app=live&stream=34 media/zlm/live/34.live.flv media/zlm/live/34/hls.m3u8 demo/park.mp4 media/34/now.jpg`
  expect(sourcesIn(line).map(({ way }) => way)).toEqual(['whep', 'flv', 'hls', 'mp4', 'still'])
  const refused =
    'https://10.0.0.7/live/34.flv ws://10.0.0.7/34.flv //10.0.0.7/34.flv /34.flv ../34.flv a/../b.flv rtsp://cam live/34 javascript:x.flv'
  expect(sourcesIn(refused)).toEqual([])
  expect(sourcesIn('  ')).toEqual([])
})

it('the next way is tried at once, and a round later with a wait that grows, though not beyond half a minute', () => {
  const fail = (from: Attempts) => afterFault(from, { cause: 'network', ways: 2, at: 1000, draw: 0.5 })
  const second = fail(firstAttempt)
  expect(second).toEqual({ rounds: 0, way: 1, notBefore: 1000, over: false })
  expect(fail(second)).toEqual({ rounds: 1, way: 0, notBefore: 2000, over: true })
  expect([0, 1, 2, 3, 4, 5, 60].map((rounds) => backOff(rounds, 0.5))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 16_000, 16_000,
  ])
})

it('walls that lost the same server do not come back in step', () => {
  const waits = Array.from({ length: 10 }, (_, i) => backOff(3, i / 10))
  expect(new Set(waits).size).toBe(10)
  expect([Math.min(...waits), Math.max(...waits)]).toEqual([4000, 11_200])
})

it('what no browser here can draw is asked for again minutes later: codecs do not appear by themselves', () => {
  const { notBefore } = afterFault(firstAttempt, { cause: 'codec', ways: 1, at: 0, draw: 0.5 })
  expect(notBefore).toBe(300_000)
})

it('who connects behind a frozen picture waits longer each time', () => {
  const once = afterFreeze(firstAttempt, 0, 0.5)
  const twice = afterFreeze(once, 0, 0.5)
  expect(twice.notBefore).toBeGreaterThan(once.notBefore)
})

it('an answer without a picture says why', () => {
  expect([401, 403, 404, 410, 502].map(causeOfStatus)).toEqual(['auth', 'auth', 'gone', 'gone', 'network'])
})
