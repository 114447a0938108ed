import { StatedFigure, Statement } from '../../../blocks/Statement'
import { clockText, isoDate, monthDay } from '../../../lib/calendar'
import { weekdayText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { useAt } from '../../../panel/screen-context'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../rest-words'
import { bookedDay } from './Booked'

/** Until when the halls are closed, and what goes on without them. */
export function AtRest({ operation }: ViewProps<HallDocument, 'service'>) {
  const head = useAt((now) => headOf(operation.service, now))
  const { hall, counters, all, tickets, served, terminals, evaluation, bookings } = operation
  const expected = useAt((now) => bookings && bookedDay(bookings, now))
  const day = (tickets?.value ?? 0) > 0 && tickets && served
  return (
    <Statement
      head={head}
      lines={[
        ...(day
          ? [
              words.day(
                <StatedFigure metric="hall_tickets_today" value={tickets.value} />,
                <StatedFigure metric="hall_served_today" value={day.value} />,
              ),
            ]
          : bookings && expected !== undefined
            ? [words.booked(expected, <StatedFigure metric="hall_booked" value={bookings.total.value} />)]
            : counters && all
              ? [words.halls(hall?.short ?? '', <b>{counters.total}</b>, all.halls)]
              : []),
        ...(terminals
          ? [
              words.terminals(
                <StatedFigure metric="terminal_online" value={terminals.online} />,
                terminals.total,
                terminals.unit,
              ),
            ]
          : []),
        ...(evaluation?.open && evaluation.overdue
          ? [
              words.bad(
                <StatedFigure metric="eval_bad_open" value={evaluation.open.value} />,
                <StatedFigure metric="eval_bad_overdue" value={evaluation.overdue.value} />,
              ),
            ]
          : []),
      ]}
    />
  )
}

function headOf({ state, opensAt }: NonNullable<HallOperation['service']>, now: number): string {
  if (state !== 'closed') return words.running[state]
  const at = Date.parse(opensAt ?? '')
  if (Number.isNaN(at)) return words.closed
  const day = isoDate(at) === isoDate(now) ? words.today : `${monthDay(at)} ${weekdayText(at)}`
  return words.opens(`${day} ${clockText(at)}`)
}
