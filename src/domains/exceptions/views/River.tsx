import { useExceptions } from '../../../panel/use-exceptions'
import type { Room } from '../../../panel/define-panel'
import { clockText, HOUR, hourOfDay, monthDay } from '../../../lib/calendar'
import { LabelRow } from '../../../ui/Row'
import { words } from '../rest-words'
import { riverOf, ticksOf, type RiverFacts } from './river'
import { RiverIntake } from './RiverIntake'
import styles from './River.module.css'
import { RiverLane } from './RiverLane'
import { useRest } from './use-rest'

/** In u: names of the lanes, the rest of the right edge, the heads above, the hours below, and the row of the legend. */
const NAMES = 78
const END = 16
const HEAD = 32
const AXIS = 32
const LEGEND = 34

/** The least height of a lane with one exception, in u, and the most the intake may take of the rest. */
const ROW = 34
const MOST_ROWS = 3

/** Where a moment stands, in u. */
export type Scale = (ms: number) => number

/** How high the intake is and where each lane begins, in u. */
function heightsOf({ intake, lanes }: RiverFacts, height: number) {
  const rows = lanes.map(({ open }) => Math.min(MOST_ROWS, Math.max(1, open.length)))
  const all = rows.reduce((a, b) => a + b, 0)
  const room = height - HEAD - AXIS
  const chart = intake ? Math.max(60, Math.min(room * 0.42, room - all * ROW)) : 0
  const row = (room - chart - 10) / Math.max(1, all)
  let top = HEAD + chart + 10
  return {
    chart,
    row,
    lanes: lanes.map((lane, i) => {
      const own = { lane, top, rows: rows[i] ?? 1 }
      top += own.rows * row
      return own
    }),
  }
}

/** The day behind and the half day ahead: what came in, what stands open since when and until when, what begins. */
export function River({ size }: Pick<Room, 'size'>) {
  const items = useExceptions()
  const { now, domains, duty } = useRest()
  const facts = riverOf(now, items, domains)
  const { from, until, intake } = facts
  const [width, height] = [size.width, Math.max(160, size.height - LEGEND - 10)]
  const wide = width - NAMES - END
  const x: Scale = (ms) => NAMES + ((ms - from) / (until - from)) * wide
  const { chart, row, lanes } = heightsOf(facts, height)
  const foot = height - AXIS
  return (
    <div className={styles.box}>
      <LabelRow note={words.river.legend}>
        {intake && `${words.river.hourly(intake.name)} · ${words.river.usual} · ${words.river.shift}`}
      </LabelRow>
      <svg
        className={styles.river}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.river.about(clockText(from), clockText(until))}
      >
        <rect className={styles.ahead} x={x(now)} y={0} width={x(until) - x(now)} height={foot} />
        {ticksOf(from, until, wide > 900 ? 3 : 6).map((at) => (
          <Tick key={at} at={at} x={x(at)} top={HEAD} foot={foot} />
        ))}
        <text className={styles.quiet} x={NAMES} y={22}>
          {words.river.before}
        </text>
        <text className={styles.quiet} x={x(until)} y={22} textAnchor="end">
          {words.river.after}
        </text>
        {intake && <RiverIntake {...{ ...intake, x, now, top: HEAD, height: chart, since: duty.begin }} />}
        {lanes.map(({ lane, ...place }) => (
          <RiverLane key={lane.id} {...{ lane, ...place, row, x, now, from, until }} />
        ))}
        <line className={styles.now} x1={x(now)} x2={x(now)} y1={0} y2={foot} />
        <text className={styles.nowText} x={x(now) + 8} y={22}>
          {words.river.now(clockText(now))}
        </text>
      </svg>
    </div>
  )
}

interface TickProps {
  readonly at: number
  readonly x: number
  readonly top: number
  readonly foot: number
}

function Tick({ at, x, top, foot }: TickProps) {
  const hour = Math.round(hourOfDay(at + HOUR / 2) - 0.5)
  return (
    <>
      <line className={styles.grid} x1={x} x2={x} y1={top} y2={foot} />
      <text className={styles.quiet} x={x} y={foot + 25} textAnchor="middle">
        {hour === 0 ? words.river.midnight(monthDay(at)) : hour}
      </text>
    </>
  )
}
