import { useState, type CSSProperties } from 'react'
import { clockText, DAY, HOUR, MINUTE } from '../../lib/calendar'
import { SeverityMark } from '../../ui/SeverityMark'
import styles from './ClockStrip.module.css'
import type { DayEvent } from './day-events'
import { words } from './strip-words'

/** Minutes that one step of the keys moves. */
const STEP = 5

const HOURS = Array.from({ length: 25 }, (_, hour) => hour)

const placed = (share: number): CSSProperties => ({ left: `${Math.round(share * 10000) / 100}%` })

interface DayScrubberProps {
  /** Epoch ms. */
  readonly now: number
  /** Midnight of the shown day, epoch ms. */
  readonly start: number
  readonly events: readonly DayEvent[]
  readonly onMove: (at: number) => void
}

/** The 24 hours of the shown day with the moment in it, to be dragged, pressed or moved by the arrow keys, and what happens in them. */
export function DayScrubber({ now, start, events, onMove }: DayScrubberProps) {
  const [wanted, want] = useState<number | null>(null)
  const minute = wanted ?? Math.floor((now - start) / MINUTE)
  // While it is dragged nothing is read: the wall goes there when it is let go.
  const settle = () => {
    if (wanted !== null) onMove(start + wanted * MINUTE)
    want(null)
  }
  return (
    <span className={styles.scrubber}>
      {HOURS.map((hour) => (
        <i key={hour} className={styles.hour} data-long={hour % 6 === 0} style={placed(hour / 24)} />
      ))}
      <i className={styles.office} style={{ left: `${(9.5 / 24) * 100}%`, right: `${(4 / 24) * 100}%` }} />
      {events.map(({ id, at, severity }) => (
        <span key={id} className={styles.mark} style={placed((at - start) / DAY)} aria-hidden="true">
          <SeverityMark severity={severity} size={12} />
        </span>
      ))}
      {[6, 12, 18].map((hour) => (
        <span key={hour} className={styles.label} style={placed((hour * HOUR) / DAY)} aria-hidden="true">
          {words.hour(hour)}
        </span>
      ))}
      <i className={styles.now} style={placed(minute / (24 * 60))} />
      {wanted !== null && (
        <b className={styles.wanted} style={placed(minute / (24 * 60))} aria-hidden="true">
          {clockText(start + wanted * MINUTE)}
        </b>
      )}
      <input
        type="range"
        className={styles.range}
        aria-label={words.scrub}
        aria-valuetext={clockText(start + minute * MINUTE)}
        min={0}
        max={24 * 60 - STEP}
        step={STEP}
        value={minute}
        onChange={(event) => want(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </span>
  )
}
