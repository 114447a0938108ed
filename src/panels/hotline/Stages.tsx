import type { ViewProps } from '../../panel-kit/define-panel'
import { rateText } from '../../lib/format'
import { LabelRow } from '../../ui/Row'
import type { HotlineDocument } from './schema'
import styles from './Stages.module.css'

const NAMES = { dispatch: '待派单', sign: '待签收', process: '办理中', callback: '待回访' } as const

/** `78` minutes → 1.3 时; days from two days on. */
function spanText(minutes: number | null): string {
  if (minutes === null) return '—'
  const hours = minutes / 60
  return hours < 48 ? `${hours.toFixed(1)} 时` : `${(hours / 24).toFixed(1)} 天`
}

const limitText = (minutes: number) => (minutes < 48 * 60 ? `${minutes / 60} 时` : `${minutes / 1440} 天`)

/** The order's way from dispatch to callback: how many stand at each step, and how long against its limit. */
export function Stages({ operation }: ViewProps<HotlineDocument>) {
  const top = Math.max(1, ...operation.stages.map((s) => s.count))
  return (
    <div className={styles.box}>
      <LabelRow note="停留中位 / 时限">环节 · 在库 件</LabelRow>
      <ol className={styles.steps}>
        {operation.stages.map(({ key, count, medianMinutes, limitMinutes, overdue }) => (
          <li key={key} className={styles.step}>
            <span className={styles.name}>{NAMES[key]}</span>
            <span className={styles.volume}>
              <i style={{ width: `${(count / top) * 46}%` }} />
              <b data-metric={`hotline_stage_${key}`} data-value={count}>
                {count}
              </b>
              {overdue > 0 && <em>超期 {overdue}</em>}
            </span>
            <span className={styles.stay}>
              <span>
                <b>{spanText(medianMinutes)}</b> / {limitText(limitMinutes)}
              </span>
              <span className={styles.track} aria-hidden="true">
                <i style={{ width: `${Math.min(100, ((medianMinutes ?? 0) / limitMinutes) * 100)}%` }} />
              </span>
            </span>
          </li>
        ))}
        <li className={`${styles.step} ${styles.done}`}>
          <span className={styles.name}>今日办结</span>
          <span className={styles.volume}>
            <b data-metric="hotline_closed_today" data-value={operation.closed.value ?? ''}>
              {operation.closed.value ?? '—'}
            </b>
            <span className={styles.note}>
              {operation.closed.compare?.label} {operation.closed.compare?.value}
            </span>
          </span>
        </li>
      </ol>
      <p className={styles.side}>
        退单 <b>{operation.returns.count}</b>（{rateText(operation.returns.rate.value)}%）· 延期{' '}
        <b>{operation.extensions}</b> · 重办 <b>{operation.reworks}</b>
      </p>
    </div>
  )
}
