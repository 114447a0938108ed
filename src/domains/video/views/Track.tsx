import { severityLevel } from '../../../panel/PanelFrame'
import type { NumberedException } from '../../../panel/use-exceptions'
import { SeverityMark } from '../../../ui/SeverityMark'
import { useUnit } from '../../../ui/unit'
import styles from './Track.module.css'

export interface TrackProps {
  readonly value: number | null
  readonly target: number | undefined
  /** Left end of the truncated scale; the right end is 100 %. */
  readonly from: number
  /** The exception that stands for a breach: its mark takes the place of the dot. */
  readonly mark?: NumberedException | undefined
}

/** A rate against its target on one line: a dot, a tick where the target is, and the gap between them. */
export function Track({ value, target, from, mark }: TrackProps) {
  const u = useUnit()
  const at = (v: number) => `${((Math.min(Math.max(v, from), 100) - from) / (100 - from)) * 100}%`
  const gap =
    value === null || target === undefined ? null : [Math.min(value, target), Math.max(value, target)]
  return (
    <span className={styles.track} aria-hidden="true">
      {gap && (
        <i
          className={`${styles.link} ${mark ? styles.breach : ''}`}
          style={{ left: at(gap[0] ?? from), right: `calc(100% - ${at(gap[1] ?? from)})` }}
        />
      )}
      {target !== undefined && <i className={styles.target} style={{ left: at(target) }} />}
      {value !== null &&
        (mark ? (
          <span className={styles.mark} style={{ left: at(value) }}>
            <SeverityMark severity={severityLevel(mark.severity)} no={mark.no} size={24 * u} />
          </span>
        ) : (
          <i className={styles.dot} style={{ left: at(value) }} />
        ))}
    </span>
  )
}
