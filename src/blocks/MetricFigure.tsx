import type { ReactNode } from 'react'
import type { Measure } from '../contract/measure'
import { countText, FEW, printCount, rateText, signed } from '../lib/format'
import styles from './MetricFigure.module.css'
import { useMetric } from '../panel/screen-context'
import { RowsLead } from './RowsLead'
import { words } from './words'

export interface MetricFigureProps {
  /** Metric id of the dictionary: label, unit and threshold come from there. */
  readonly metric: string
  readonly measure: Measure
  /** key: the panel's one key figure (66u); pair: 44u; minor: 34u. */
  readonly size: 'key' | 'pair' | 'minor'
  /** Alarm hue, only when an exception of this metric stands in the list. */
  readonly tone?: 'p1' | 'p2' | undefined
  readonly label?: ReactNode
  readonly align?: 'start' | 'end'
}

/** One operational figure with label, comparison or usual range, and unit: never a naked number. */
export function MetricFigure({ metric, measure, size, tone, label, align = 'start' }: MetricFigureProps) {
  const definition = useMetric(metric)
  const target = definition.threshold?.value
  const { text, unit } = figureText(measure, target)
  return (
    <div className={styles.figureBox} data-align={align}>
      <div className={styles.label}>
        {label ?? definition.label}
        <Comparison measure={measure} target={target} />
      </div>
      <div
        className={`${styles.figure} ${styles[size]} ${tone ? styles[tone] : ''}`}
        data-metric={metric}
        data-value={measure.value ?? ''}
      >
        <RowsLead metric={metric}>
          {text}
          <span className={styles.unit}>{unit}</span>
        </RowsLead>
      </div>
    </div>
  )
}

/** Text and unit as printed: rates with their decimals (two within a point of `target`), counts with 万 and 亿. */
export function figureText(measure: Measure, target?: number): { text: string; unit: string } {
  if (measure.unit === '%') return { text: rateText(measure.value, target), unit: '%' }
  const { text, scale } = printCount(measure.value)
  return { text, unit: scale + measure.unit }
}

/** The printed comparison: 常态 22–36, 昨 1,302, 目标 98; on a wall nothing hides behind a hover. */
export function Comparison({
  measure,
  target,
}: {
  readonly measure: Measure
  readonly target?: number | undefined
}) {
  if (measure.normal) {
    return (
      <span className={styles.compare}>
        {words.usual(countText(measure.normal.low), countText(measure.normal.high))}
      </span>
    )
  }
  if (!measure.compare) return null
  const { label, value } = measure.compare
  return (
    <span className={styles.compare}>
      {label} {measure.unit === '%' ? rateText(value, target) : countText(value)}
    </span>
  )
}

/** `+4.8%` of `now` against `then`, of few by how many: `+9`; — when there is nothing to compare with. */
export function changeText(now: number | null, then: number | null): string {
  if (now === null || then === null) return '—'
  if (Math.min(now, then) < FEW) return signed(now - then)
  return `${signed(((now - then) / then) * 100, 1)}%`
}
