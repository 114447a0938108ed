import type { KeyboardEvent, ReactNode } from 'react'
import { clockText } from '../../../lib/calendar'
import { RANK } from '../../../contract/severity'
import type { NumberedException } from '../../../panel/use-exceptions'
import { words as panel } from '../../../panel/words'
import { SeverityMark } from '../../../ui/SeverityMark'
import { words } from '../rest-words'
import { momentText } from './handover'
import type { Lane } from './river'
import { labelIn, type RiverLabel } from './river-label'
import type { Scale } from './river-scale'
import styles from './River.module.css'

/** Size of a mark and of a hollow dot, in u. */
const MARK = 26
const DOT = 6
/** Where the foot of words above a dot is, in u. */
const ABOVE = -11
/** Where the words of a lane with nothing in it end, from its begin, in u. */
const QUIET = 120

interface Span {
  readonly x: Scale
  readonly now: number
  readonly from: number
  readonly until: number
}

interface RiverLaneProps extends Span {
  readonly lane: Lane
  readonly onOpen: (what: Leads) => void
  readonly top: number
  /** How many rows of exceptions it has, and how many rows in all. */
  readonly rows: { readonly open: number; readonly all: number }
  /** Height of one row. */
  readonly row: number
}

/** What a press opens: the reason of an exception, all of a domain. */
type Leads = `why:${string}` | `list:open:${string}`

interface PressProps {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A part of the picture that leads on, as a button of the page does. */
function Press({ label, onPress, children }: PressProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    onPress()
  }
  return (
    <g
      role="button"
      tabIndex={0}
      className={styles.press}
      aria-label={label}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      {children}
    </g>
  )
}

/** What one domain has open, one row an exception, and below that what is to come in it. */
export function RiverLane({ lane, top, rows, row, onOpen, ...span }: RiverLaneProps) {
  const { x, now, from, until } = span
  const middle = top + (rows.all * row) / 2
  const last = top + (rows.all - 0.5) * row
  const { open, unseen, dues, coming, arrived, patrol } = lane
  const rest = open.length - rows.open
  // Where the bar of a patrol runs through them, words would be struck out: the lane has its patrol to show.
  const crossed = patrol !== null && x(Math.max(from, patrol[0])) < x(from) + QUIET
  return (
    <g>
      <line className={styles.grid} x1={0} x2={x(until)} y1={top} y2={top} />
      <text className={styles.name} x={0} y={middle + (rest > 0 ? -4 : 8)}>
        {lane.name}
      </text>
      {rest > 0 && (
        <Press label={words.river.all(lane.name, open.length)} onPress={() => onOpen(`list:open:${lane.id}`)}>
          <text className={styles.quiet} x={0} y={middle + 24}>
            {words.river.more(rest)}
          </text>
        </Press>
      )}
      {open.slice(0, rows.open).map((item, i) => (
        <Open
          key={item.id}
          item={item}
          y={top + (i + 0.5) * row}
          onPress={() => onOpen(`why:${item.id}`)}
          {...span}
        />
      ))}
      {open.length === 0 && arrived === null && !crossed && (
        <text className={styles.quiet} x={x(from) + 12} y={last + 7}>
          {unseen ? words.river.unseen : words.river.none}
        </text>
      )}
      {patrol && <Patrol {...{ patrol, y: last, span }} />}
      {arrived !== null && (
        <>
          <circle className={styles.done} cx={x(arrived)} cy={last} r={DOT} />
          <Label
            of={labelIn(
              { begin: x(arrived), end: x(arrived), least: x(from), most: x(now) },
              words.at(clockText(arrived), words.arrived),
              words.arrived,
            )}
            y={last}
          />
        </>
      )}
      <Dues {...{ dues, y: last, x, now, until }} />
      {coming.map(({ at, what }) => (
        <Coming key={what} {...{ at, y: last, what: words.coming[what], now, x, until }} />
      ))}
    </g>
  )
}

/** From when it was found, or the left edge, to now; dashed to when it is due, and hollow there. */
function Open({
  item,
  y,
  x,
  now,
  from,
  until,
  onPress,
}: Span & { readonly item: NumberedException; readonly y: number; readonly onPress: () => void }) {
  const [since, due] = [Math.max(from, Date.parse(item.since)), Date.parse(item.due)]
  const rank = RANK[item.severity]
  const begin = Math.min(x(since), x(now) - MARK)
  const late = due <= now
  return (
    <g className={styles[`p${rank}`]}>
      <line className={styles.open} x1={begin} x2={x(now)} y1={y} y2={y} />
      <line
        className={styles.until}
        x1={x(now)}
        x2={late ? x(until) : x(Math.min(due, until))}
        y1={y}
        y2={y}
      />
      {late && <line className={styles.late} x1={Math.max(begin, x(due))} x2={x(now)} y1={y} y2={y} />}
      {late && due > from && <line className={styles.tick} x1={x(due)} x2={x(due)} y1={y - 9} y2={y + 9} />}
      {!late && due <= until && <circle className={styles.due} cx={x(due)} cy={y} r={DOT} />}
      <Press label={panel.why(item.what)} onPress={onPress}>
        <SeverityMark severity={item.severity} no={item.no} size={MARK} x={begin - 2} y={y - MARK / 2} />
      </Press>
    </g>
  )
}

function Patrol({
  patrol: [begin, end],
  y,
  span: { x, now, from, until },
}: {
  readonly patrol: readonly [number, number]
  readonly y: number
  readonly span: Span
}) {
  const [left, right] = [x(Math.max(from, begin)), x(Math.min(now, end))]
  if (right <= left) return null
  return (
    <>
      <line className={styles.work} x1={left} x2={right} y1={y} y2={y} />
      {end > now && (
        <line className={styles.workAhead} x1={right} x2={x(Math.min(end, until))} y1={y} y2={y} />
      )}
    </>
  )
}

interface DuesProps extends Omit<Span, 'from'> {
  readonly dues: readonly number[]
  readonly y: number
}

function Dues({ dues, y, x, now, until }: DuesProps) {
  const last = dues.at(-1)
  if (last === undefined) return null
  const room = { begin: x(dues[0] ?? last), end: x(last), least: x(now), most: x(until) }
  return (
    <>
      {dues.map((at, i) => (
        <circle key={i} className={styles.dot} cx={x(at)} cy={y} r={DOT} />
      ))}
      <Label of={labelIn(room, words.river.due(dues.length))} y={y} />
    </>
  )
}

interface ComingProps extends Omit<Span, 'from'> {
  readonly at: number
  readonly y: number
  readonly what: string
}

/** Where it begins, its day being that of the scale; at the right edge, with its day, where that is beyond. */
function Coming({ at, y, what, now, x, until }: ComingProps) {
  if (at > until)
    return (
      <text className={styles.label} x={x(until)} y={y + 7} textAnchor="end">
        {`${momentText(at, now, what)} →`}
      </text>
    )
  const room = { begin: x(at), end: x(at), least: x(now), most: x(until) }
  return (
    <>
      <circle className={styles.dot} cx={x(at)} cy={y} r={DOT} />
      {/* The hour can be read off the axis. */}
      <Label of={labelIn(room, words.at(clockText(at), what), what)} y={y} />
    </>
  )
}

function Label({ of: { text, x, anchor }, y }: { readonly of: RiverLabel; readonly y: number }) {
  return (
    <text className={styles.label} x={x} y={y + (anchor === 'middle' ? ABOVE : 7)} textAnchor={anchor}>
      {text}
    </text>
  )
}
