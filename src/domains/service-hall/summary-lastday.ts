import { DAY, isoDate, monthDay } from '../../lib/calendar'
import { workdayBefore } from '../../lib/working-time'
import type { Book } from '../../contract/records/counting'
import type { Moment } from '../../contract/records/summary'
import type { HallOperation } from './contract'
import { dayPart } from './summary-day'
import { figuresOf, presentOf } from './summary-figures'
import { scopeOf, type Hall } from './summary-halls'
import { businessPart } from './summary-kinds'
import { usualOf } from './summary-usual'

const MOST_HALLS = 40

/**
 * The last workday before today as it stood when it was over: what is left to say of a hall that is closed and has issued no number today.
 * Nothing where the records of that day are gone.
 */
export function lastDayPart(book: Book, moment: Moment, focus: Hall): Pick<HallOperation, 'lastDay'> {
  const day = workdayBefore(moment.calendar, moment.now)
  const scope = scopeOf(book, { ...moment, now: day + DAY - 1 })
  const { queue, halls } = scope
  const hall = scope.all.find(({ id }) => id === focus.id)
  if (!queue || !hall || hall.today.length === 0) return {}
  const { now } = scope.moment
  const [present, usual] = [presentOf(queue, hall.today, now), usualOf(book, hall.id, now)]
  const told = figuresOf(scope, hall, present, usual)
  // Compared with nothing: whether the week before it is in the records depends on how long they have been gathered.
  const { business } = businessPart(scope, hall, queue)
  const period = monthDay(day)
  return {
    lastDay: {
      ...dayPart(scope, hall, queue, usual, present.waits),
      ...(business && { business: business.map((row) => ({ ...row, lastWeek: undefined })) }),
      day: isoDate(day),
      tickets: { value: present.tickets, unit: told.tickets.unit, period },
      served: { value: present.served, unit: told.served.unit, period },
      noShows: { ...told.noShows, period },
      noShowRate: { ...told.noShowRate, period },
      meanWait: { ...told.meanWait, period },
      p90Wait: { ...told.p90Wait, period },
      halls: halls.slice(0, MOST_HALLS).map((one) => {
        const { tickets, served } = presentOf(queue, one.today, now)
        return { id: one.key, tickets, served }
      }),
    },
  }
}
