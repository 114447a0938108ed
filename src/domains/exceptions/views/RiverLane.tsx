import { clockText } from '../../../lib/calendar'
import { RANK } from '../../../contract/severity'
import type { NumberedException } from '../../../panel/use-exceptions'
import { SeverityMark } from '../../../ui/SeverityMark'
import { words } from '../rest-words'
import { momentText } from './handover'
import type { Lane } from './river'
import type { Scale } from './river-scale'
import styles from './River.module.css'

/** Size of a mark and of a hollow dot, in u, and about how wide a letter of the labels is. */
const MARK = 26
const DOT = 6
const LETTER = 20

interface Span {
  readonly x: Scale
  readonly now: number
  readonly from: number
  readonly until: number
}

interface RiverLaneProps extends Span {
  readonly lane: Lane
  readonly top: number
  /** How many rows of exceptions it has, and how many rows in all. */
  readonly rows: { readonly open: number; readonly all: number }
  /** Height of one row. */
  readonly row: number
}

/** What one domain has open, one row an exception, and below that what is to come in it. */
export function RiverLane({ lane, top, rows, row, ...span }: RiverLaneProps) {
  const { x, now, from, until } = span
  const middle = top + (rows.all * row) / 2
  const last = top + (rows.all - 0.5) * row
  const { open, unseen, dues, coming, arrived, patrol } = lane
  const rest = open.length - rows.open
  return (
    <g>
      <line className={styles.grid} x1={0} x2={x(until)} y1={top} y2={top} />
      <text className={styles.name} x={0} y={middle + (rest > 0 ? -4 : 8)}>
        {lane.name}
      </text>
      {rest > 0 && (
        <text className={styles.quiet} x={0} y={middle + 24}>
          {words.river.more(rest)}
        </text>
      )}
      {open.slice(0, rows.open).map((item, i) => (
        <Open key={item.id} item={item} y={top + (i + 0.5) * row} {...span} />
      ))}
      {open.length === 0 && arrived === null && (
        <text className={styles.quiet} x={x(from) + 12} y={last + 7}>
          {unseen ? words.river.unseen : words.river.none}
        </text>
      )}
      {patrol && <Patrol {...{ patrol, y: last, span }} />}
      {arrived !== null && (
        <>
          <circle className={styles.done} cx={x(arrived)} cy={last} r={DOT} />
          <Label x={x(arrived)} y={last} text={words.at(clockText(arrived), words.arrived)} edge={x(now)} />
        </>
      )}
      <Dues {...{ dues, y: last, x, until }} />
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
}: Span & { readonly item: NumberedException; readonly y: number }) {
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
      <SeverityMark severity={item.severity} no={item.no} size={MARK} x={begin - 2} y={y - MARK / 2} />
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

interface DuesProps {
  readonly dues: readonly number[]
  readonly y: number
  readonly x: Scale
  readonly until: number
}

function Dues({ dues, y, x, until }: DuesProps) {
  const last = dues.at(-1)
  if (last === undefined) return null
  return (
    <>
      {dues.map((at, i) => (
        <circle key={i} className={styles.dot} cx={x(at)} cy={y} r={DOT} />
      ))}
      <Label
        x={x(last)}
        y={y}
        text={words.river.due(dues.length)}
        edge={x(until)}
        begin={x(dues[0] ?? last)}
      />
    </>
  )
}

interface ComingProps {
  readonly at: number
  readonly y: number
  readonly what: string
  readonly now: number
  readonly x: Scale
  readonly until: number
}

/** Where it begins, its day being that of the scale; at the right edge, with its day, where that is beyond. */
function Coming({ at, y, what, now, x, until }: ComingProps) {
  if (at > until)
    return (
      <text className={styles.label} x={x(until)} y={y + 7} textAnchor="end">
        {`${momentText(at, now, what)} ›`}
      </text>
    )
  return (
    <>
      <circle className={styles.dot} cx={x(at)} cy={y} r={DOT} />
      <Label x={x(at)} y={y} text={words.at(clockText(at), what)} edge={x(until)} />
    </>
  )
}

interface LabelProps {
  readonly x: number
  readonly y: number
  readonly text: string
  /** Nothing may pass this. */
  readonly edge: number
  /** Where the thing begins that it speaks of, when that is not at `x`. */
  readonly begin?: number
}

/** To the right of what it speaks of; to the left where there is no room. */
function Label({ x, y, text, edge, begin = x }: LabelProps) {
  const width = [...text].reduce((n, letter) => n + (letter < '\u2000' ? 0.55 : 1) * LETTER, 0)
  const left = x + 14 + width > edge
  return (
    <text
      className={styles.label}
      x={left ? begin - 14 : x + 14}
      y={y + 7}
      textAnchor={left ? 'end' : 'start'}
    >
      {text}
    </text>
  )
}
