import { HOUR } from '../../../lib/calendar'
import { countText } from '../../../lib/format'
import { words } from '../rest-words'
import type { Hour } from './rest-facts'
import type { Scale } from './river-scale'
import styles from './River.module.css'

interface RiverIntakeProps {
  readonly hours: readonly Hour[]
  /** Top of the scale. */
  readonly most: number
  readonly x: Scale
  readonly now: number
  /** Begin of the shift: what came in since stands out. */
  readonly since: number
  /** Ends of what is shown. */
  readonly from: number
  readonly until: number
  readonly top: number
  readonly height: number
}

/** What came in by the hour over what is usual; the hour that runs is as wide as it is old, and dashed. */
export function RiverIntake({ hours, most, x, now, since, top, height, ...ends }: RiverIntakeProps) {
  const foot = top + height
  const y = (n: number) => foot - (n / most) * (height - 14)
  const [left, right] = [x(ends.from), x(ends.until)]
  const [one] = hours
  const gap = one ? Math.min(3, (x(one.from + HOUR) - x(one.from)) * 0.15) : 0
  return (
    <g>
      {hours.map(({ from, low, high }) => {
        const [begin, end] = [Math.max(left, x(from)), Math.min(x(from + HOUR), right)]
        return (
          low !== null &&
          high !== null && (
            <rect
              key={from}
              className={low === high ? styles.expected : styles.band}
              x={begin}
              width={Math.max(0, end - begin)}
              y={y(high)}
              height={low === high ? foot - y(high) : Math.max(3, y(low) - y(high))}
            />
          )
        )
      })}
      {hours.map(({ from, count }) => {
        const running = from + HOUR > now
        const [begin, end] = [Math.max(left, x(from) + gap), Math.min(x(now), x(from + HOUR) - gap)]
        return (
          count !== null &&
          count > 0 &&
          end > begin && (
            <rect
              key={from}
              className={`${styles.bar} ${from >= since ? styles.shift : ''} ${running ? styles.running : ''}`}
              x={begin}
              width={end - begin}
              y={y(count)}
              height={foot - y(count)}
            />
          )
        )
      })}
      <Booked {...{ hours, x, now, gap, left, right, y, foot }} />
      {hours.every(({ from, count }) => from > now || count === null) && (
        <text className={styles.quiet} x={left + 12} y={foot - height / 2}>
          {words.river.noHours}
        </text>
      )}
      <line className={styles.base} x1={left} x2={right} y1={foot} y2={foot} />
      <text className={styles.quiet} x={left - 10} y={y(most) + 8} textAnchor="end">
        {countText(most)}
      </text>
      <text className={styles.quiet} x={left - 10} y={foot} textAnchor="end">
        0
      </text>
    </g>
  )
}

interface BookedProps extends Pick<RiverIntakeProps, 'hours' | 'x' | 'now'> {
  readonly gap: number
  readonly left: number
  readonly right: number
  readonly y: (n: number) => number
  readonly foot: number
}

/** Who is expected, hollow as all that is to come. */
function Booked({ hours, x, now, gap, left, right, y, foot }: BookedProps) {
  return hours.map(({ from, booked = 0 }) => {
    const [begin, end] = [Math.max(left, x(from) + gap), Math.min(x(from + HOUR) - gap, right)]
    return (
      booked > 0 &&
      from > now &&
      end > begin && (
        <rect
          key={from}
          className={styles.booked}
          x={begin}
          width={end - begin}
          y={y(booked)}
          height={foot - y(booked)}
        />
      )
    )
  })
}
