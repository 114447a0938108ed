import type { Figure } from '../../../contract/figure'
import styles from './Published.module.css'

/** Before and after of one published figure: a line from the old value to the new one, on one scale from 0. */
export function Slope({ from, to }: { readonly from: Figure; readonly to: Figure }) {
  const top = Math.max(from.value, to.value, Number.EPSILON)
  const y = (value: number) => 25 - 20 * (value / top)
  return (
    <svg
      className={styles.slope}
      viewBox="0 0 44 30"
      role="img"
      aria-label={`由 ${from.printed.figure} 到 ${to.printed.figure}`}
      data-metric={from.metric}
      data-value={from.value}
      data-fact={from.id}
    >
      <path d={`M6 ${y(from.value)}L38 ${y(to.value)}`} stroke="var(--bar)" strokeWidth="2.6" fill="none" />
      <circle cx="6" cy={y(from.value)} r="4" fill="var(--bg-1)" stroke="var(--tx-3)" strokeWidth="2" />
      <circle cx="38" cy={y(to.value)} r="4.6" fill="var(--brand)" />
    </svg>
  )
}
