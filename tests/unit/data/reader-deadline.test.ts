import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JobReply } from '../../../src/data/read-job'
import { createReaderThread, type DataWorker } from '../../../src/data/reader-thread'
import { faultOf, jobOf } from './shape-fixture'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A worker that answers when it is told to. */
function silentWorker() {
  let answer: (reply: JobReply) => void = () => undefined
  let ended = false
  const worker: DataWorker = {
    postMessage: () => undefined,
    terminate: () => void (ended = true),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') answer = (data) => listener(new MessageEvent('message', { data }) as never)
    },
  }
  return { worker, answer: (reply: JobReply) => answer(reply), ended: () => ended }
}

/** The clock leaps, and every timer that is due by then goes off once: as after a sleep. */
function leap(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
  vi.runOnlyPendingTimers()
}

it('a leap of the clock does not end a read that is under way', async () => {
  const { worker, answer, ended } = silentWorker()
  const reader = createReaderThread({ startWorker: () => worker })
  const reading = reader.read(jobOf({}))
  leap(3_600_000)
  leap(3_600_000)
  expect(ended()).toBe(false)
  answer({ judged: { answer: { contract: 'a/1' }, sample: undefined } })
  expect((await reading).answer.contract).toBe('a/1')
  // Nothing is waited for any more.
  expect(vi.getTimerCount()).toBe(0)
})

it('a worker that does not answer is ended at the deadline, and not before', async () => {
  const { worker, ended } = silentWorker()
  const reader = createReaderThread({ startWorker: () => worker })
  const fault = faultOf(reader.read(jobOf({})))
  vi.advanceTimersByTime(11_999)
  expect(ended()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(ended()).toBe(true)
  expect((await fault).message).toContain('数据线程 12 秒没有回答，已重启')
})
