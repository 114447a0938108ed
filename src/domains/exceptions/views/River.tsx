import { useExceptions } from '../../../panel/use-exceptions'
import { useScreen } from '../../../panel/screen-context'
import type { Room } from '../../../panel/define-panel'
import { clockText, HOUR, hourOfDay, monthDay } from '../../../lib/calendar'
import { LabelRow } from '../../../ui/Row'
import { words } from '../rest-words'
import { peakOf, riverOf, type Intake, type Lane, type RiverFacts } from './river'
import { packed } from './river-legend'
import { marksOn, scaleOf } from './river-scale'
import { RiverIntake } from './RiverIntake'
import styles from './River.module.css'
import { RiverLane } from './RiverLane'
import { useRest } from './use-rest'

/** In u: names of the lanes, the rest of the right edge, the heads above, and the hours below. */
const NAMES = 84
const END = 16
const HEAD = 32
const AXIS = 32
/** Size of every text in it. */
const LETTERS = 20

/** The least height of a row of a lane, in u, and how many exceptions of a domain stand in rows of their own. */
const ROW = 26
const MOST_OPEN = 3
/** The least height of the intake. */
const LOW_CHART = 60
/** The most that a row takes where there is nothing else to see. */
const TALL_ROW = 56

/** From this width on, in u, the legend stands in the head of the picture; below, only the present does. */
const WIDE = 1100
/** Below this width, in u, less of the time is shown: a phone. */
const NARROW = 480

/** Height of a line of the legend above the picture, in u. */
const LEGEND = 30

/** Whether anything but exceptions stands in a lane. */
const hasEvents = ({ dues, coming, arrived, patrol }: Lane) =>
  dues.length > 0 || coming.length > 0 || arrived !== null || patrol !== null

/** Rows of a lane: `most` of its exceptions, and below them what else there is. */
function rowsOf(lane: Lane, most: number) {
  const open = Math.min(most, lane.open.length)
  return { open, all: Math.max(1, open + (hasEvents(lane) ? 1 : 0)) }
}

/** As many exceptions of a domain in rows of their own as leave every row high enough to be read; one at least. */
function rowsIn(lanes: readonly Lane[], room: number) {
  for (let most = MOST_OPEN; ; most--) {
    const rows = lanes.map((lane) => rowsOf(lane, most))
    const all = Math.max(
      1,
      rows.reduce((n, one) => n + one.all, 0),
    )
    if (most === 1 || all * ROW <= room) return { rows, all }
  }
}

/** How high the intake is and where each lane begins, in u. */
function heightsOf({ intake, lanes }: RiverFacts, height: number) {
  const room = height - HEAD - AXIS
  const { rows, all } = rowsIn(lanes, room - (intake ? LOW_CHART : 0) - 10)
  const chart = intake
    ? Math.max(
        LOW_CHART,
        Math.min(room * 0.65, room - all * Math.max(ROW, Math.min(TALL_ROW, (room * 0.58) / all))),
      )
    : 0
  const row = (room - chart - 10) / all
  let top = HEAD + chart + 10
  const placed = lanes.map((lane, i) => {
    const own = { lane, top, rows: rows[i] ?? { open: 0, all: 1 } }
    top += own.rows.all * row
    return own
  })
  return { chart, row, lanes: placed, foot: height - AXIS }
}

/** The day behind and the half day ahead: what came in, what stands open since when and until when, what begins. */
export function River({ size }: Pick<Room, 'size'>) {
  const items = useExceptions()
  const { open } = useScreen()
  const { now, domains, duty } = useRest()
  const narrow = size.width < NARROW
  const { width } = size
  const facts = riverOf(now, items, domains, narrow)
  const { from, until, intake, widened } = facts
  const wide = Math.max(1, width - NAMES - END)
  const busy = widened ? (intake?.hours ?? []).filter((hour) => peakOf(hour) > 0) : []
  const { x, squeezed } = scaleOf(from, until, { left: NAMES, width: wide, busy })
  const said = [...(intake ? legendOf(intake, duty.begin, squeezed) : []), words.river.open]
  const lines = width >= WIDE ? [] : packed(said, width, words.river.hollow)
  const height = Math.max(160, size.height - lines.length * LEGEND - 10)
  const { chart, row, lanes, foot } = heightsOf(facts, height)
  return (
    <div className={styles.box}>
      {lines.map((line, i) => (
        <LabelRow key={line} note={i === lines.length - 1 ? words.river.hollow : undefined}>
          {line}
        </LabelRow>
      ))}
      <svg
        className={styles.river}
        fontSize={LETTERS}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={words.river.about(clockText(from), clockText(until))}
      >
        <rect className={styles.ahead} x={x(now)} y={0} width={x(until) - x(now)} height={foot} />
        {marksOn(x, from, until).map((at, i) => (
          <Tick
            key={at}
            {...{ at, dated: narrow || widened, first: widened && i === 0, x: x(at), top: HEAD, foot }}
          />
        ))}
        {lines.length === 0 && (
          <text className={styles.quiet} x={NAMES} y={22}>
            {words.river.legend(said)}
          </text>
        )}
        {lines.length === 0 && (
          <text className={styles.quiet} x={x(until)} y={22} textAnchor="end">
            {words.river.hollow}
          </text>
        )}
        {intake && (
          <RiverIntake {...{ ...intake, x, now, top: HEAD, height: chart, since: duty.begin, from, until }} />
        )}
        {lanes.map(({ lane, ...place }) => (
          <RiverLane key={lane.id} {...{ lane, ...place, row, x, now, from, until }} onOpen={open} />
        ))}
        <line className={styles.now} x1={x(now)} x2={x(now)} y1={0} y2={foot} />
        <text className={styles.nowText} x={x(now) + 8} y={22}>
          {words.river.now(clockText(now))}
        </text>
      </svg>
    </div>
  )
}

/** What the hours count, and how those of the shift, the usual ones and the bookings look, as far as there are any. */
const legendOf = ({ name, counted, hours }: Intake, since: number, squeezed: boolean) =>
  words.river.hourly(name, counted, {
    shift: hours.some(({ from, count }) => from >= since && (count ?? 0) > 0),
    usual: hours.some(({ high }) => high !== null),
    booked: hours.some(({ booked = 0 }) => booked > 0),
    squeezed,
  })

interface TickProps {
  readonly at: number
  readonly x: number
  readonly top: number
  readonly foot: number
  /** Midnight is told by its day alone. */
  readonly dated: boolean
  /** The first of all says of which day it is. */
  readonly first: boolean
}

function Tick({ at, x, top, foot, dated, first }: TickProps) {
  const hour = Math.round(hourOfDay(at + HOUR / 2) - 0.5)
  return (
    <>
      <line className={styles.grid} x1={x} x2={x} y1={top} y2={foot} />
      <text className={styles.quiet} x={x} y={foot + 25} textAnchor="middle">
        {tickText(at, hour, { dated, first })}
      </text>
    </>
  )
}

function tickText(at: number, hour: number, { dated, first }: Pick<TickProps, 'dated' | 'first'>) {
  if (hour === 0) return dated ? monthDay(at) : words.river.midnight(monthDay(at))
  return first ? words.river.hourOf(monthDay(at), hour) : hour
}
