import { rateText } from '../lib/format'
import { severityLevel } from '../panel/PanelFrame'
import { usePanel } from '../panel/panel-scope'
import { useMetric } from '../panel/wall-context'
import { SeverityMark } from '../ui/SeverityMark'
import { useUnit } from '../ui/unit'
import styles from './Track.module.css'

export interface TrackProps {
  readonly metric: string
  readonly value: number | null
  /** Left and right end of the (truncated) scale. */
  readonly from: number
  readonly to?: number
}

/**
 * A rate against its target: a dot on a truncated scale and a tick where the dictionary puts the target. The dot becomes the
 * exception's own mark when one stands in the list, and stays neutral otherwise.
 */
export function Track({ metric, value, from, to = 100 }: TrackProps) {
  const { marks } = usePanel()
  const u = useUnit()
  const target = useMetric(metric).threshold?.value
  const mark = marks.find((m) => m.metric === metric)
  const at = (v: number) => `${((Math.min(Math.max(v, from), to) - from) / (to - from)) * 100}%`
  const [low, high] = value === null || target === undefined ? [from, from] : order(value, target)
  return (
    <span className={styles.track} aria-hidden="true">
      <i className={styles.link} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
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

const order = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])

/** The same with its name in front and value and target behind, on one line. */
export function TrackRow({ metric, value, from, label }: TrackProps & { readonly label?: string }) {
  const { threshold, label: name } = useMetric(metric)
  return (
    <p className={styles.row}>
      <span className={styles.name}>{label ?? name}</span>
      <Track metric={metric} value={value} from={from} />
      <b data-metric={metric} data-value={value ?? ''}>
        {rateText(value, threshold?.value)}
        <i>%</i>
      </b>
      <span className={styles.limit}>{threshold ? `≥${threshold.value}` : ''}</span>
    </p>
  )
}
