import { DAY, dayStart, HOUR } from '../lib/calendar'
import type { ClockWish, Reads, Replay, Run } from '../lib/clock'
import { between, runOf, type MovableClock, type Today } from './day-clock'

/** When a replayed day is over. One that was set to a later hour goes on to midnight. */
const ENDS = 20 * HOUR

const endOf = (start: number): number => {
  const day = dayStart(start)
  return start < day + ENDS ? day + ENDS : day + DAY
}

const ALL = { type: 'active' } as const

/** Seconds that the clock waits for a picture; one that never comes must not stop it for ever. */
const LONGEST_WAIT_S = 30

/**
 * Runs a day of the demo by steps: with every second of real time `speed` seconds are shown and everything is read again. The next
 * step waits for that, so that on a slow machine time goes slower and nothing is late that no real source would be late with.
 * When the day is over it begins anew.
 * @param stands whether the picture is whole
 */
export function createReplay(
  clock: MovableClock,
  first: ClockWish,
  today: Today,
  stands: () => boolean,
): Pick<Replay<never>, 'drive' | 'follow'> {
  let wish = first
  let { speed } = runOf(first, today)
  let end = endOf(clock.now())
  /** Where the clock is to be set as soon as nothing is on its way. */
  let wanted: Run | undefined
  let reading: Promise<unknown> | undefined
  let reads: Reads | undefined
  let waited = 0

  function read(options?: { readonly cancelRefetch: boolean }): void {
    if (!reads || reading) return
    const settled = () => {
      reading = undefined
      if (wanted) move(wanted)
    }
    reading = reads.refetchQueries(ALL, options).then(settled, settled)
  }

  /** What is on its way is of the old moment, and would be refused as of the future after a step back: it is waited for. */
  function move(run: Run): void {
    wanted = run
    if (reading) return
    wanted = undefined
    end = endOf(run.start ?? today.real())
    // So that whatever was read counts as old.
    clock.set(between(run), DAY)
    read()
  }

  function tick(): void {
    if (wish.clock || reading) return
    const { date } = wish
    const now = clock.now()
    if (now >= end) return move(runOf({ ...(date !== undefined && { date }), speed }, today))
    if (speed <= 1) return
    // All of the machine belongs to the picture until it stands, the first one and that of another scene.
    waited = stands() ? 0 : waited + 1
    if (waited > 0 && waited < LONGEST_WAIT_S) return
    clock.set(between({ start: now + 1000 * speed, speed }), 1000 * speed)
    read()
  }

  return {
    follow(next) {
      const before = wish
      wish = next
      const run = runOf(next, today)
      speed = run.speed
      if (next.date !== before.date || next.at !== before.at || next.clock !== before.clock) move(run)
      else if (next.speed !== before.speed) clock.set(between({ start: clock.now(), speed }))
    },
    drive(source) {
      reads = source
      // The first answers are on their way.
      read({ cancelRefetch: false })
      const stop = clock.subscribe(tick)
      return () => {
        reads = undefined
        stop()
      }
    },
  }
}
