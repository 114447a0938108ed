import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCalendar } from '../../../mock-data/generator/calendar'
import { between, movable, runOf } from '../../../src/demo/day-clock'
import { createReplay } from '../../../src/demo/replay'
import { isoTime, parseTime } from '../../../src/lib/calendar'
import type { ClockWish } from '../../../src/lib/clock'

const calendar = readCalendar('baiyun')
const today = { real: () => Date.now(), calendar }
const startOf = (wish: ClockWish) => isoTime(runOf(wish, today).start ?? NaN).slice(0, 16)

beforeEach(() => {
  vi.useFakeTimers()
  // A Sunday at night.
  vi.setSystemTime(parseTime('2026-11-22T06:03:00+08:00'))
})
afterEach(() => vi.useRealTimers())

describe('the day of a demo', () => {
  it.each([
    ['2026-11-22T06:03', '2026-11-20', 'a Sunday'],
    ['2026-11-18T06:03', '2026-11-18', 'a Wednesday, before it has begun'],
    ['2026-11-18T23:30', '2026-11-18', 'a Wednesday, after it is over'],
    ['2026-10-05T12:00', '2026-09-30', 'the week of the National Day'],
    ['2026-02-17T10:42', '2026-02-14', 'Spring Festival: its last working day is a Saturday that makes up'],
  ])('at %s is %s: %s', (now, day) => {
    vi.setSystemTime(parseTime(`${now}:00+08:00`))
    expect(startOf({})).toBe(`${day}T09:30`)
  })

  it('is another one, or begins at another hour, where the link says so', () => {
    expect(startOf({ date: '2026-11-22', speed: 60 })).toBe('2026-11-22T09:30')
    expect(startOf({ at: '14:05', speed: 60 })).toBe('2026-11-20T14:05')
  })

  it('is real time to the ms where the link says so, however long the wall took to start', () => {
    const wish = { clock: 'real' } as const
    const run = between(runOf(wish, today))
    vi.advanceTimersByTime(37)
    const clock = movable(today.real, run)
    vi.advanceTimersByTime(400)
    expect(clock.now()).toBe(Date.now())
  })
})

/** A wall of which every reading takes until `answer` is called. */
function wallAt(wish: ClockWish, stands = () => true) {
  const clock = movable(today.real, between(runOf(wish, today)))
  const shows = () => isoTime(clock.now()).slice(0, 16)
  const { drive, follow } = createReplay(clock, wish, today, stands)
  let waiting: (() => void)[] = []
  const read: string[] = []
  const stop = drive({
    refetchQueries: () => {
      read.push(shows())
      return new Promise<void>((done) => waiting.push(done))
    },
  })
  const answer = async () => {
    const all = waiting
    waiting = []
    all.forEach((done) => done())
    await vi.advanceTimersByTimeAsync(0)
  }
  /** Lets `seconds` pass on a machine that keeps up. */
  const pass = async (seconds: number) => {
    for (let i = 0; i < seconds; i++) {
      await answer()
      await vi.advanceTimersByTimeAsync(1000)
    }
    await answer()
  }
  return { clock, follow, stop, shows, answer, pass, read }
}

describe('a replayed day', () => {
  it('shows a minute with every second, and reads again what is shown', async () => {
    const { shows, pass, read } = wallAt({})
    expect(shows()).toBe('2026-11-20T09:30')
    await pass(3)
    expect(shows()).toBe('2026-11-20T09:33')
    expect(read.map((moment) => moment.slice(11))).toEqual(['09:30', '09:31', '09:32', '09:33'])
  })

  it('waits for what was asked: nothing is ever late because a machine is slow', async () => {
    const { shows, answer, pass, read } = wallAt({})
    await vi.advanceTimersByTimeAsync(5000)
    expect(shows()).toBe('2026-11-20T09:30')
    expect(read).toHaveLength(1)
    await answer()
    await vi.advanceTimersByTimeAsync(4000)
    expect(shows()).toBe('2026-11-20T09:31')
    await pass(1)
    expect(shows()).toBe('2026-11-20T09:32')
  })

  it('leaves the machine to a picture that is still being drawn, but not for ever', async () => {
    const picture = { stands: false }
    const { shows, pass } = wallAt({}, () => picture.stands)
    await pass(20)
    expect(shows()).toBe('2026-11-20T09:30')
    picture.stands = true
    await pass(1)
    expect(shows()).toBe('2026-11-20T09:31')
    picture.stands = false
    await pass(31)
    expect(shows() > '2026-11-20T09:31').toBe(true)
  })

  it('is over at 20:00 and begins anew, on the working day that is the newest then', async () => {
    const { shows, pass } = wallAt({ at: '19:58', speed: 60 })
    await pass(2)
    expect(shows()).toBe('2026-11-20T20:00')
    vi.setSystemTime(parseTime('2026-11-23T00:00:10+08:00'))
    await pass(1)
    expect(shows()).toBe('2026-11-23T09:30')
  })

  it('stays the day that the link names when it begins anew', async () => {
    const { shows, pass } = wallAt({ date: '2026-11-18', at: '19:59', speed: 60 })
    await pass(2)
    expect(shows()).toBe('2026-11-18T09:30')
  })

  it('goes on to midnight from an hour after its end', async () => {
    const { shows, pass } = wallAt({ date: '2026-11-18', at: '23:58', speed: 60 })
    await pass(2)
    expect(shows()).toBe('2026-11-19T00:00')
    await pass(1)
    expect(shows()).toBe('2026-11-18T09:30')
  })

  it('runs with real seconds at ×1 and leaves reading to the sources’ own periods', async () => {
    const { clock, pass, read } = wallAt({ at: '10:42', speed: 1 })
    await pass(90)
    expect(isoTime(clock.now()).slice(11, 19)).toBe('10:43:30')
    expect(read).toHaveLength(1)
  })

  it('is real time where the link says so, also through the night', async () => {
    vi.setSystemTime(parseTime('2026-11-22T23:59:30+08:00'))
    const { shows, pass } = wallAt({ clock: 'real' })
    await pass(60)
    expect(shows()).toBe('2026-11-23T00:00')
  })
})

describe('a clock that is moved', () => {
  it('is at the other moment at once, and everything counts as old', async () => {
    const { clock, follow, shows, answer, read } = wallAt({})
    await answer()
    const before = clock.elapsed()
    follow({ date: '2026-11-18', at: '08:00', speed: 60 })
    expect(shows()).toBe('2026-11-18T08:00')
    expect(read.at(-1)).toBe('2026-11-18T08:00')
    // Longer than any period that a source is asked by.
    expect(clock.elapsed() - before).toBeGreaterThanOrEqual(24 * 3_600_000)
  })

  it('waits for what is on its way: it would be an answer out of the future', async () => {
    const { follow, shows, answer } = wallAt({})
    follow({ date: '2026-11-18', at: '08:00', speed: 60 })
    follow({ date: '2026-11-18', at: '07:00', speed: 60 })
    expect(shows()).toBe('2026-11-20T09:30')
    await answer()
    expect(shows()).toBe('2026-11-18T07:00')
  })

  it('keeps its moment when only its speed changes', async () => {
    const { clock, follow, pass, shows } = wallAt({})
    await pass(30)
    follow({ speed: 1 })
    expect(shows()).toBe('2026-11-20T10:00')
    await pass(10)
    expect(isoTime(clock.now()).slice(11, 19)).toBe('10:00:10')
    follow({ speed: 60 })
    await pass(2)
    expect(shows()).toBe('2026-11-20T10:02')
  })

  it('does nothing for a link that changed in something else, and stops with its wall', async () => {
    const { follow, pass, shows, stop, read } = wallAt({})
    await pass(1)
    follow({})
    expect(shows()).toBe('2026-11-20T09:31')
    stop()
    const reads = read.length
    await vi.advanceTimersByTimeAsync(5000)
    expect(read).toHaveLength(reads)
  })
})
