import { exactText } from '../../../lib/format'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { HallDocument, HallOperation } from '../contract'
import { placed, scaleFor, whereaboutsOf, type Placed, type Strand, type Whereabouts } from '../floor'
import { words } from '../floor-words'
import styles from './Floor.module.css'
import { isShut, shownDay } from './last-day'
import { Shut } from './Shut'
import { Throughput } from './Throughput'
import { Windows } from './Windows'

/** In u: the line above, the windows below where there are few enough to name, and the labels at both sides. */
const [HEAD, WINDOWS, MOST_WINDOWS] = [40, 96, 8]
const [LEFT, RIGHT] = [216, 172]
/** Least height of the picture, and least width. */
const [LEAST, NARROWEST] = [200, 560]
/** Width of a bar. */
const BAR = 10

type Props = ViewProps<HallDocument, 'hours' | 'business'>

/** One hall as a picture: what its people came for, how many took a number, where they are now, and the windows that serve them. */
export function Floor(props: Props) {
  const { document, operation, size } = props
  const shown = shownDay(document, operation)
  if (!shown.isLast && isShut(shown.operation)) return <Shut of={props} />
  const day = shown.isLast ? { ...shown.operation, waiting: undefined } : shown.operation
  const where = whereaboutsOf(day)
  const rows = operation.counters?.rows ?? []
  const named = !shown.isLast && rows.length > 0 && rows.length <= MOST_WINDOWS
  const room = size.height - HEAD - 12
  const windows = named && room - WINDOWS >= LEAST
  const height = room - (windows ? WINDOWS : 0)
  if (!where || height < LEAST || size.width < NARROWEST) return <Throughput {...props} />
  return (
    <div className={styles.floor}>
      <LabelRow note={words.note}>{words.label(shown.name)}</LabelRow>
      <Flow operation={day} where={where} size={{ width: size.width, height }} />
      {windows && <Windows rows={rows} />}
    </div>
  )
}

interface FlowProps {
  readonly operation: HallOperation
  readonly where: Whereabouts
  readonly size: Size
}

function Flow({ operation: { business = [], tickets, longest }, where, size: { width, height } }: FlowProps) {
  const came: readonly Strand[] = business
    .filter(({ count }) => count > 0)
    .map(({ key, label, count }) => ({ key, label, count }))
  const now: readonly Strand[] = (['served', 'serving', 'waiting', 'noShows'] as const)
    .map((key) => ({ key, label: words.where[key], count: where[key] }))
    .filter(({ count }) => count > 0)
  const k = scaleFor([came, now], height)
  const [left, right] = [placed(came, k, height), placed(now, k, height)]
  const minutes = new Map(business.map((row) => [row.key, row.meanMinutes]))
  const [from, until] = [LEFT, width - RIGHT]
  const middle = (from + until) / 2
  return (
    <svg
      className={styles.flow}
      viewBox={`0 0 ${width} ${height}`}
      style={{ height: `calc(${height} * var(--u))` }}
      fontSize={22}
      role="img"
      aria-label={words.about(
        [...came, ...now].map(({ label, count }) => words.strand(label, exactText(count))),
      )}
    >
      {left.map((one) => (
        <path key={one.key} className={styles.strand} d={ribbon(one, from + BAR, middle - 40)} />
      ))}
      {right.map((one) => (
        <path key={one.key} className={styles[one.key]} d={ribbon(one, until - BAR, middle + 40)} />
      ))}
      <Trunk {...{ x: middle, k, height, all: tickets?.value ?? 0 }} />
      {left.map(({ key, label, count, y, height: own }) => (
        <g key={key}>
          <rect className={styles.bar} x={from} y={y} width={BAR} height={own} />
          <text className={styles.name} x={0} y={y + own / 2 + 8}>
            {label}
          </text>
          <text className={styles.count} x={136} y={y + own / 2 + 8} textAnchor="end">
            {exactText(count)}
          </text>
          <text className={styles.quiet} x={LEFT - 12} y={y + own / 2 + 8} textAnchor="end">
            {minutes.get(key) == null ? '' : words.minutes((minutes.get(key) ?? 0).toFixed(1))}
          </text>
        </g>
      ))}
      {right.map(({ key, label, count, y, height: own }) => (
        <g key={key}>
          <rect className={styles.bar} x={until - BAR} y={y} width={BAR} height={own} />
          <text className={styles.name} x={until + 14} y={y + own / 2 + 8}>
            {label}
          </text>
          <text className={styles.count} x={width} y={y + own / 2 + 8} textAnchor="end">
            {words.people(exactText(count))}
          </text>
          {key === 'waiting' && longest?.value != null && own > 60 && (
            <text className={styles.quiet} x={width} y={y + own / 2 + 36} textAnchor="end">
              {words.longest(longest.value)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function Trunk({ x, k, height, all }: { x: number; k: number; height: number; all: number }) {
  return (
    <>
      <rect className={styles.trunk} x={x - 40} y={(height - all * k) / 2} width={80} height={all * k} />
      <text className={styles.all} x={x} y={height / 2 + 10} fontSize={34} textAnchor="middle">
        {exactText(all)}
      </text>
      <text className={styles.came} x={x} y={height / 2 + 38} textAnchor="middle">
        {words.came}
      </text>
    </>
  )
}

/** From a bar at `x` to its share of the trunk at `to`, as high at both ends as it has people. */
function ribbon({ y, height, trunkY }: Placed, x: number, to: number): string {
  const bend = (x + to) / 2
  return [
    `M${x} ${y}`,
    `C${bend} ${y} ${bend} ${trunkY} ${to} ${trunkY}`,
    `V${trunkY + height}`,
    `C${bend} ${trunkY + height} ${bend} ${y + height} ${x} ${y + height}`,
    'Z',
  ].join('')
}
