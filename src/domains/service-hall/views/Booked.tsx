import { useMemo } from 'react'
import { Figure } from '../../../blocks/Figure'
import { Chart } from '../../../charts/Chart'
import { DAY, isoDate, monthDay, parseTime } from '../../../lib/calendar'
import { weekdayText } from '../../../lib/format'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HallOperation } from '../contract'
import { words } from '../rest-words'

export type Bookings = NonNullable<HallOperation['bookings']>

/** `今日`, `11-23 周一`: the day that is booked for, as seen at `now` (epoch ms). */
export function bookedDay({ day }: Bookings, now: number): string {
  const at = parseTime(`${day}T00:00:00+08:00`)
  return day === isoDate(now) ? words.today : `${monthDay(at)} ${weekdayText(at)}`
}

/** Of fewer than this many in its busiest hour a day has none. */
const FEWEST = 5

/** The hour for which most have booked; undefined where few have, or nobody says when. */
export const busiest = ({ hours = [] }: Bookings) =>
  hours.filter(({ booked }) => booked >= FEWEST).toSorted((a, b) => b.booked - a.booked)[0]

interface BookedProps {
  readonly bookings: Bookings
  readonly now: number
}

/** Who comes when the hall opens next, hour by hour. */
export function Booked({ bookings, now }: BookedProps) {
  const { day, total, hours = [] } = bookings
  const name = bookedDay(bookings, now)
  const most = busiest(bookings)
  const columns = useMemo(
    () => ({
      unit: words.people,
      tickLabel: '',
      // Whole hours, all of them: none of them runs.
      until: parseTime(`${day}T00:00:00+08:00`) + DAY - 1,
      rows: hours.map(({ hour, booked }) => ({ hour, value: booked })),
    }),
    [day, hours],
  )
  return (
    <>
      <LabelRow note={most && words.most(most.hour, most.booked)}>
        <Sentence of={words.booked(name, <Figure metric="hall_booked" value={total.value} />)} />
      </LabelRow>
      {hours.length > 0 && <Chart label={words.bookedChart(name)} data={columns} form="hourColumns" />}
    </>
  )
}
