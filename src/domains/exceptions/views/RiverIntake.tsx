import { HOUR } from '../../../lib/calendar'
import type { Hour } from './rest-facts'
import type { Scale } from './River'
import styles from './River.module.css'

interface RiverIntakeProps {
  readonly hours: readonly Hour[]
  /** Top of the scale. */
  readonly most: number
  readonly x: Scale
  readonly now: number
  /** Begin of the shift: what came in since stands out. */
  readonly since: number
  readonly top: number
  readonly height: number
}

/** What came in by the hour over what is usual; the hour that runs is as wide as it is old, and dashed. */
export function RiverIntake({ hours, most, x, now, since, top, height }: RiverIntakeProps) {
  const foot = top + height
  const y = (n: number) => foot - (n / most) * (height - 14)
  const left = x(now - 24 * HOUR)
  return (
    <g>
      {hours.map(({ from, low, high }) => {
        const [begin, end] = [Math.max(left, x(from)), Math.min(x(from + HOUR), x(now + 12 * HOUR))]
        return (
          low !== null &&
          high !== null && (
            <rect
              key={from}
              className={styles.band}
              x={begin}
              width={Math.max(0, end - begin)}
              y={y(high)}
              height={Math.max(3, y(low) - y(high))}
            />
          )
        )
      })}
      {hours.map(({ from, count }) => {
        const running = from + HOUR > now
        const [begin, end] = [Math.max(left, x(from) + 3), Math.min(x(now), x(from + HOUR) - 3)]
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
      <line className={styles.base} x1={left} x2={x(now + 12 * HOUR)} y1={foot} y2={foot} />
      <text className={styles.quiet} x={left - 10} y={y(most) + 8} textAnchor="end">
        {most.toLocaleString('en-US')}
      </text>
      <text className={styles.quiet} x={left - 10} y={foot} textAnchor="end">
        0
      </text>
    </g>
  )
}
