import { isoTime } from '../../lib/calendar'
import type { Book } from '../../contract/records/counting'
import type { VideoOperation } from './contract'
import { keyOf, patrol } from './records'
import { valueIn } from './summary-seen'
import { order, shortened } from './summary-stock'
import { words } from './summary-words'

const MOST_PLANS = 12

/** How far the plans of the running shift are, the largest first. Plans are those of the whole city, whatever the region. */
export function patrolOf(book: Book, now: number): Pick<VideoOperation, 'patrol'> {
  const plans = book.of(patrol)
  if (!plans) return {}
  const [starts, ends] = [plans.time('startsAt'), plans.time('endsAt')]
  const [numbers, names, shift] = [plans.text('planNo'), plans.text('name'), plans.code('shift')]
  const [channels, viewed, dwell] = [
    plans.number('channels'),
    plans.number('viewed'),
    plans.number('dwellSeconds'),
  ]
  const running = plans.flag('running')
  const all = Array.from({ length: plans.size }, (_, row) => row)
    .filter((row) => !((starts[row] ?? Number.NaN) > now) && !((ends[row] ?? Number.NaN) <= now))
    .toSorted((a, b) => (channels[b] ?? 0) - (channels[a] ?? 0) || order(numbers[a] ?? '', numbers[b] ?? ''))
  const [first] = all.toSorted((a, b) => (starts[b] || 0) - (starts[a] || 0))
  if (first === undefined) return {}
  const [name, from, to] = [valueIn(shift, first), starts[first] ?? Number.NaN, ends[first] ?? Number.NaN]
  return {
    patrol: {
      ...(name && { shift: shortened(name, 6) }),
      ...(!Number.isNaN(from) && { from: isoTime(from) }),
      ...(!Number.isNaN(to) && { to: isoTime(to) }),
      plans: all.slice(0, MOST_PLANS).map((row) => {
        const [whole, seconds] = [Math.round(channels[row] ?? 0), dwell[row] ?? Number.NaN]
        return {
          key: keyOf(numbers[row] ?? ''),
          name: shortened(names[row] ?? numbers[row] ?? words.noPlace, 10),
          channels: whole,
          // What was viewed twice is no more than the plan.
          viewed: Math.min(whole, Math.round(viewed[row] ?? 0)),
          ...(!Number.isNaN(seconds) && { dwellSeconds: Math.round(seconds) }),
          ...((running[row] ?? 0) > 0 && { running: running[row] === 2 }),
        }
      }),
    },
  }
}
