import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startDataThread } from '../../../src/app/data-thread'
import { faultOf, jobOf } from '../data/shape-fixture'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The workers that were started, each with what it was told; none says anything by itself. */
function workers() {
  const started: { readonly told: unknown[]; readonly worker: Worker }[] = []
  const spawn = () => {
    const told: unknown[] = []
    const worker = Object.assign(new EventTarget(), {
      postMessage: (message: unknown) => void told.push(message),
      terminate: () => undefined,
      onmessage: null,
      onmessageerror: null,
      onerror: null,
    })
    started.push({ told, worker })
    return worker
  }
  return { started, spawn }
}

const verdict = { problems: [{ field: 'city', message: '不是文字' }] }

it('a configuration file that the ended thread has not judged is judged by its successor', async () => {
  const { started, spawn } = workers()
  const { judge, startThread } = startDataThread(spawn)
  const reader = startThread()
  const hung = faultOf(reader.read(jobOf({})))
  const judging = judge('scene', {})
  vi.advanceTimersByTime(12_000)
  await hung
  void reader.read(jobOf({})).catch(() => undefined)
  expect(started).toHaveLength(2)
  const [question] = started[1]?.told ?? []
  expect(question).toMatchObject({ kind: 'scene' })
  started[1]?.worker.dispatchEvent(new MessageEvent('message', { data: { no: 1, verdict } }))
  expect(await judging).toEqual(verdict)
  // What comes after it is asked of the living one too.
  void judge('scene', {})
  expect(started[1]?.told.at(-1)).toMatchObject({ no: 2 })
})

it('one that cannot run says so, once, for everything that was asked', async () => {
  const { started, spawn } = workers()
  const { judge } = startDataThread(spawn)
  const judging = [judge('scene', {}), judge('site', {})]
  started[0]?.worker.dispatchEvent(new Event('error', { cancelable: true }))
  expect((await Promise.allSettled(judging)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
