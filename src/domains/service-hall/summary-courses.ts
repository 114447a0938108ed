import type { Book } from '../../contract/records/counting'
import type { Course, Courses } from '../../contract/records/course'
import type { Moment } from '../../contract/records/summary'
import { scopeOf, type Scope } from './summary-halls'
import type { Queue } from './summary-queue'

/** For rules: `waits`, everybody who waited today in a hall, by the id of the hall. Their records are tickets. */
export function coursesOf(book: Book, moment: Moment): Courses {
  let scope: Scope | undefined
  return {
    waits(key) {
      scope ??= scopeOf(book, { ...moment, region: null })
      const { all, queue } = scope
      const hall = all.find((one) => one.key === key)
      return queue && hall && waitsOf(queue, hall, moment.now)
    },
  }
}

function waitsOf(
  queue: Queue,
  { today, town }: { readonly today: Uint32Array; readonly town: Scope['all'][number]['town'] },
  now: number,
): Course {
  const ids = queue.tickets.text('ticketNo')
  const spells = Array.from(today).flatMap((row) => {
    const waits = queue.state(row, now) === 'waiting'
    const to = queue.waitsUntil(row)
    // Of whom was called before and queued again, the earlier wait is not known to its end.
    if (!waits && to === Infinity) return []
    return [{ id: ids[row] ?? '', from: queue.since(row, now), to: waits ? Infinity : to, place: town }]
  })
  return { spells, value: (n) => n }
}
