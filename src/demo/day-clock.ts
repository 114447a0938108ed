import { DAY, isoDate, parseTime } from '../lib/calendar'
import { createClock, type Clock, type ClockWish, type Run } from '../lib/clock'
import { isWorkday, type WorkCalendar } from '../lib/working-time'

/** What a day is chosen by. */
export interface Today {
  /** Real time, epoch ms. */
  readonly real: () => number
  readonly calendar: WorkCalendar
}

/** Shown seconds per real second unless the link says otherwise: a working day in ten minutes. */
export const USUAL_SPEED = 60

/** When a replayed day begins: offices and halls are open, and the morning's orders are coming in. */
const BEGINS = '09:30'

/** The newest working day that is not after the real one, `YYYY-MM-DD`. */
function newestWorkday({ real, calendar }: Today): string {
  let day = real()
  // A calendar may call no day a working day.
  for (let left = 30; left > 0 && !isWorkday(calendar, day); left--) day -= DAY
  return isoDate(day)
}

/** How the clock runs that `wish` asks for. */
export function runOf({ date, at = BEGINS, speed, clock }: ClockWish, today: Today): Run {
  if (clock) return { speed: 1 }
  return {
    start: parseTime(`${date ?? newestWorkday(today)}T${at}:00+08:00`),
    speed: speed ?? USUAL_SPEED,
  }
}

/** A clock that can be set: it ticks with real time whatever it shows. */
export interface MovableClock extends Clock {
  readonly elapsed: () => number
  /** @param passed ms of shown time that requests are told have gone by with it */
  readonly set: (run: Run, passed?: number) => void
}

/** A fast clock goes by steps, so that it stands while what it shows is read; a slow one runs. */
export const between = (run: Run): Run => ({ ...run, speed: run.speed > 1 ? 0 : run.speed })

/** @param real epoch ms */
export function movable(real: () => number, first: Run): MovableClock {
  const ticks = createClock({ real })
  let run = first
  let shown = createClock({ real, ...first })
  let [before, since] = [0, performance.now()]
  const elapsed = () => before + (performance.now() - since) * run.speed
  return {
    frozen: false,
    subscribe: ticks.subscribe,
    now: () => shown.now(),
    elapsed,
    set(next, passed = 0) {
      before = elapsed() + passed
      since = performance.now()
      run = next
      shown = createClock({ real, ...next })
    },
  }
}
