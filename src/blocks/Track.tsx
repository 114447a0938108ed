import { RANK } from '../contract/severity'
import type { NumberedException } from '../panel/use-exceptions'
import { useMarkOf } from '../panel/use-marks'
import { useMetric, useScreen } from '../panel/screen-context'
import { ExceptionMark } from './ExceptionMark'
import { Figure } from './Figure'
import { beyond } from './own-range'
import styles from './Track.module.css'

interface Scale {
  readonly value: number | null
  /** Left and right end of the (truncated) scale. */
  readonly from: number
  readonly to?: number
  /** For rows close together: a thinner line, a smaller dot, and the gap of a breach in the hue of its alarm. */
  readonly fine?: boolean
}

export interface TrackProps extends Scale {
  readonly target: number | undefined
  /** The exception that stands for a breach: its mark takes the place of the dot. */
  readonly mark: Pick<NumberedException, 'severity' | 'no'> | undefined
}

/** A rate against its target on one line: a dot on a truncated scale, a tick where the target is, and the gap between them. */
export function Track({ value, target, mark, from, to = 100, fine = false }: TrackProps) {
  const at = (v: number) => `${((Math.min(Math.max(v, from), to) - from) / (to - from)) * 100}%`
  return (
    <span className={`${styles.track} ${fine ? styles.fine : ''}`} aria-hidden="true">
      {value !== null && target !== undefined && (
        <i
          className={`${styles.link} ${mark ? styles.breach : ''}`}
          style={{ left: at(Math.min(value, target)), right: `calc(100% - ${at(Math.max(value, target))})` }}
        />
      )}
      {target !== undefined && <i className={styles.target} style={{ left: at(target) }} />}
      {value !== null &&
        (mark ? (
          <span className={styles.mark} style={{ left: at(value) }}>
            <ExceptionMark of={mark} size={24} />
          </span>
        ) : (
          <i className={styles.dot} style={{ left: at(value) }} />
        ))}
    </span>
  )
}

export interface UsualTrackProps {
  readonly value: number
  readonly usual: { readonly low: number; readonly high: number }
  /** Right end of the scale, the same for all rows of a list. */
  readonly to: number
}

/** A count against its own usual range, on the scale of the whole list, from 0: a ring is outside. */
export function UsualTrack({ value, usual, to }: UsualTrackProps) {
  const { low, high } = usual
  const at = (v: number) => Math.min(100, (v / to) * 100)
  return (
    <span className={`${styles.track} ${styles.usual}`} aria-hidden="true">
      <i
        className={styles.range}
        style={{ left: `${at(low)}%`, width: `${Math.max(2, at(high) - at(low))}%` }}
      />
      <i
        className={`${styles.dot} ${beyond(value, usual) > 0 ? styles.ring : ''}`}
        style={{ left: `${at(value)}%` }}
      />
    </span>
  )
}

export interface MetricTrackProps extends Scale {
  readonly metric: string
}

/** The rate of one metric against the target the dictionary gives it, marked by the metric's own exception. */
export function MetricTrack({ metric, ...scale }: MetricTrackProps) {
  const mark = useMarkOf(metric)
  const target = useMetric(metric).threshold?.value
  return <Track {...scale} target={target} mark={mark} />
}

/** The same with its name in front and value and target behind, on one line. */
export function TrackRow({ metric, value, from, label }: MetricTrackProps & { readonly label?: string }) {
  const { threshold, label: name } = useMetric(metric)
  const { open } = useScreen()
  const mark = useMarkOf(metric)
  const tone = mark?.severity
  const Row = mark ? 'button' : 'p'
  return (
    <Row className={styles.row} {...(mark && { type: 'button', onClick: () => open(`why:${mark.id}`) })}>
      <span className={styles.name}>{label ?? name}</span>
      <MetricTrack metric={metric} value={value} from={from} />
      <Figure metric={metric} value={value} as="rate" unit="%" className={tone && styles[`p${RANK[tone]}`]} />
      <span className={styles.limit}>{threshold ? `≥${threshold.value}` : ''}</span>
    </Row>
  )
}
