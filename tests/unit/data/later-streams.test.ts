import { expect, it } from 'vitest'
import { laterStreams } from '../../../src/data/push/later-streams'
import type { Streams, StreamStatus } from '../../../src/data/push/stream'

const up: StreamStatus = {
  url: 'api/stream',
  kind: 'sse',
  state: 'up',
  since: 0,
  lastHeartbeat: undefined,
  malformed: 0,
}

/** Streams that arrive when the test says so; `done` tells what was done to them. */
function arriving() {
  const done: string[] = []
  let tell = () => {}
  const streams: Streams = {
    open: () => void done.push('open'),
    stop: () => void done.push('stop'),
    status: () => [up],
    covers: (id) => id === 'hotline',
    subscribe(listener) {
      tell = listener
      return () => {}
    },
  }
  let resolve: (streams: Streams) => void = () => {}
  const promise = new Promise<Streams>((found) => (resolve = found))
  let asked = 0
  const later = laterStreams(() => {
    asked++
    return promise
  })
  const arrive = async () => {
    resolve(streams)
    await promise
    await expect.poll(() => later.status().length).toBe(1)
  }
  return { later, arrive, done, asked: () => asked, change: () => tell() }
}

it('is fetched once, by the first that opens; until then there are no streams and none covers a source', async () => {
  const { later, arrive, done, asked, change } = arriving()
  let told = 0
  later.subscribe(() => told++)
  expect([asked(), later.status(), later.covers('hotline')]).toEqual([0, [], false])
  expect(later.status()).toBe(later.status())
  later.open()
  later.open()
  expect(later.status()).toEqual([])
  await arrive()
  expect(asked()).toBe(1)
  expect([later.status(), later.covers('hotline'), done]).toEqual([[up], true, ['open']])
  expect(told).toBe(1)
  change()
  expect(told).toBe(2)
})

it('stays closed where it was closed before it arrived, and opens again', async () => {
  const { later, arrive, done } = arriving()
  later.open()
  later.stop()
  await arrive()
  expect(done).toEqual([])
  later.open()
  later.stop()
  expect(done).toEqual(['open', 'stop'])
})
