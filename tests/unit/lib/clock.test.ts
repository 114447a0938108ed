import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../../src/lib/clock'

const START = 1_800_000_000_250
const real = () => Date.now()

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(START)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what a clock shows', () => {
  it('real time unless told otherwise', () => {
    const clock = createClock({ real })
    vi.advanceTimersByTime(1500)
    expect(clock.now()).toBe(START + 1500)
    expect(clock.frozen).toBe(false)
  })

  it('a frozen moment however long it hangs', () => {
    const clock = createClock({ real, start: 42, frozen: true })
    vi.advanceTimersByTime(86_400_000)
    expect(clock.now()).toBe(42)
    expect(clock.frozen).toBe(true)
  })

  it('demo time at its own pace from its own start', () => {
    const clock = createClock({ real, start: 1000, speed: 60 })
    vi.advanceTimersByTime(2000)
    expect(clock.now()).toBe(1000 + 60 * 2000)
  })
})

describe('ticks', () => {
  it('fall on whole seconds of real time', () => {
    const seen: number[] = []
    createClock({ real }).subscribe(() => seen.push(Date.now() % 1000))
    vi.advanceTimersByTime(3000)
    expect(seen).toEqual([0, 0, 0])
  })

  it('need one timer however many listen, and none when nobody does', () => {
    const clock = createClock({ real })
    expect(vi.getTimerCount()).toBe(0)
    const stops = Array.from({ length: 20 }, () => clock.subscribe(() => undefined))
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(5000)
    expect(vi.getTimerCount()).toBe(1)
    for (const stop of stops) stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stop for who left and go on for who stayed', () => {
    const clock = createClock({ real })
    const left = vi.fn()
    const stayed = vi.fn()
    const stop = clock.subscribe(left)
    clock.subscribe(stayed)
    vi.advanceTimersByTime(1000)
    stop()
    vi.advanceTimersByTime(2000)
    expect(left).toHaveBeenCalledTimes(1)
    expect(stayed).toHaveBeenCalledTimes(3)
  })

  it('start again for a listener that comes after all had left', () => {
    const clock = createClock({ real })
    clock.subscribe(() => undefined)()
    const late = vi.fn()
    clock.subscribe(late)
    vi.advanceTimersByTime(1000)
    expect(late).toHaveBeenCalledTimes(1)
  })

  it('one clock per wall: two unsubscribes of the same listener leave no second timer', () => {
    const clock = createClock({ real })
    const stop = clock.subscribe(() => undefined)
    stop()
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
