import { expect, it } from 'vitest'
import { createGate } from '../../../src/data/transport/gate'
import { afterRunning } from '../../../src/lib/after-running'
import { manualTimers } from './manual-timers'

it('a limit on work is reached by time that passes, not by a clock that leaps', async () => {
  const timers = manualTimers()
  let reached = 0
  afterRunning(timers, 10_000, () => (reached += 1))
  timers.sleep(3_600_000)
  await timers.pass(0)
  timers.sleep(3_600_000)
  await timers.pass(0)
  expect(reached).toBe(0)
  await timers.pass(7999)
  expect(reached).toBe(0)
  await timers.pass(1)
  expect(reached).toBe(1)
  expect(timers.pending()).toBe(0)
})

it('a limit that is cancelled is not reached, however late', async () => {
  const timers = manualTimers()
  let reached = 0
  const cancel = afterRunning(timers, 10_000, () => (reached += 1))
  await timers.pass(5000)
  cancel()
  await timers.pass(60_000)
  expect([reached, timers.pending()]).toEqual([0, 0])
})

it('a request that was under way when the machine fell asleep may still end well', async () => {
  const timers = manualTimers()
  const gate = createGate({ timers })
  let answer: (text: string) => void = () => undefined
  const asked = gate.run('hotline', { retry: false }, () => new Promise<string>((done) => (answer = done)))
  await timers.pass(10)
  timers.sleep(8 * 3_600_000)
  await timers.pass(10)
  answer('here')
  expect(await asked).toBe('here')
})
