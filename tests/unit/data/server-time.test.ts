import { beforeEach, describe, expect, it } from 'vitest'
import { createServerTime, type ServerTime } from '../../../src/data/transport/server-time'

const HOUR = 3_600_000
const SECOND = 1000

/** A server whose clock is right, and a wall whose clock is `wrong` ms ahead of it. */
let truth: number
let wrong: number
let time: ServerTime
beforeEach(() => {
  truth = Date.parse('2026-05-12T01:00:00Z')
  wrong = 0
})

const start = () => {
  time = createServerTime({ real: () => truth + wrong, monotonic: () => truth })
}

/** One answer after `gapMs`, `tookMs` on the way, its Date written `oldMs` before now. */
function answer({ gapMs = 5 * SECOND, tookMs = 40, oldMs = 0 } = {}) {
  truth += gapMs
  const sentAt = truth + wrong
  truth += tookMs
  time.note(new Date(truth - tookMs / 2 - oldMs).toUTCString(), sentAt, truth + wrong)
}

const times = (count: number, act: () => void) => Array.from({ length: count }, act)

describe('a wall whose clock is right', () => {
  it('is not corrected: half a second of rounding is no skew', () => {
    start()
    times(40, () => answer({ gapMs: 4321, tookMs: 300 }))
    expect(time.offsetMs()).toBe(0)
    expect(time.skewed()).toBe(false)
  })

  it('is not set back by slow answers or by a cache that answers with an old time', () => {
    start()
    // Written when the answer was sent on its way, or only when it arrived.
    times(10, () => answer({ tookMs: 9000, oldMs: 4500 }))
    times(10, () => answer({ tookMs: 9000, oldMs: -4500 }))
    times(2, () => answer({ oldMs: HOUR }))
    expect(time.offsetMs()).toBe(0)
  })

  it('is not set back when all it ever sees is one cached file', () => {
    start()
    const kept = new Date(truth - HOUR).toUTCString()
    times(20, () => {
      truth += 5 * SECOND
      time.note(kept, truth, truth)
    })
    expect(time.offsetMs()).toBe(0)
  })

  it('ignores answers that name no time', () => {
    start()
    time.note(null, truth, truth)
    time.note('yesterday', truth, truth)
    expect([time.offsetMs(), time.skewMs()]).toEqual([0, 0])
  })
})

describe('a wall whose clock is wrong', () => {
  it.each([2 * HOUR, -2 * HOUR, 45 * SECOND, -45 * SECOND])('%i ms ahead is seen and said', (ahead) => {
    wrong = ahead
    start()
    times(5, answer)
    expect(Math.abs(time.offsetMs() + ahead)).toBeLessThan(SECOND)
    expect(time.skewed()).toBe(true)
  })

  it('10 s behind is corrected without a warning', () => {
    wrong = -10 * SECOND
    start()
    answer()
    expect(Math.abs(time.offsetMs() - 10 * SECOND)).toBeLessThan(SECOND)
    expect(time.skewed()).toBe(false)
  })

  it('sees through a cache: the freshest answer counts', () => {
    wrong = 2 * HOUR
    start()
    times(15, () => answer({ oldMs: 20 * SECOND + (truth % 7) * SECOND }))
    answer()
    expect(Math.abs(time.offsetMs() + 2 * HOUR)).toBeLessThan(SECOND)
  })

  it('keeps still between steps that matter', () => {
    wrong = HOUR
    start()
    times(5, answer)
    const first = time.offsetMs()
    const seen = times(30, () => {
      answer({ gapMs: 3700, tookMs: 700 })
      return time.offsetMs()
    })
    expect(new Set(seen)).toEqual(new Set([first]))
  })

  it('takes a heartbeat as well', () => {
    wrong = -HOUR
    start()
    time.note(new Date(truth).toISOString(), truth + wrong, truth + wrong)
    expect(Math.abs(time.offsetMs() - HOUR)).toBeLessThan(SECOND)
  })
})

it('a clock that is set right is followed at once: what was learned before is thrown away', () => {
  wrong = -300 * SECOND
  start()
  times(20, answer)
  wrong = 0
  times(3, answer)
  expect(time.offsetMs()).toBeLessThan(2 * SECOND)
  expect(time.skewed()).toBe(false)
})

it('a server that was set back is followed once its old answers are out of the window', () => {
  start()
  const server = { ahead: HOUR }
  const ask = () => {
    truth += 60 * SECOND
    time.note(new Date(truth + server.ahead).toUTCString(), truth, truth)
  }
  times(5, ask)
  expect(time.skewed()).toBe(true)
  server.ahead = 0
  times(9, ask)
  expect(time.skewed()).toBe(true)
  times(2, ask)
  expect(time.skewed()).toBe(false)
})
