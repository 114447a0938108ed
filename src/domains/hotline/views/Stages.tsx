import { Figure } from '../../../blocks/Figure'
import { ShareBar } from '../../../blocks/ShareBar'
import type { ViewProps } from '../../../panel/define-panel'
import { rateText } from '../../../lib/format'
import { LabelRow } from '../../../ui/Row'
import type { HotlineDocument, HotlineOperation } from '../contract'
import lists from './Lists.module.css'
import styles from './Stages.module.css'

const NAMES = { dispatch: '待派单', sign: '待签收', process: '办理中', callback: '待回访' } as const

type Stage = NonNullable<HotlineOperation['stages']>[number]

/** `78` minutes → 1.3 时; days from two days on. */
function spanText(minutes: number | null): string {
  if (minutes === null) return '—'
  const hours = minutes / 60
  return hours < 48 ? `${hours.toFixed(1)} 时` : `${(hours / 24).toFixed(1)} 天`
}

const limitText = (minutes: number) => (minutes < 48 * 60 ? `${minutes / 60} 时` : `${minutes / 1440} 天`)

/** The order's way from dispatch to callback: how many stand at each step, and how long against its limit. */
export function Stages({ operation }: ViewProps<HotlineDocument, 'stages'>) {
  const { stages, closed } = operation
  const top = Math.max(1, ...stages.map((s) => s.count))
  const timed = stages.some((s) => s.medianMinutes !== undefined)
  return (
    <div className={lists.column}>
      <LabelRow note={timed ? '停留中位 / 时限' : ''}>环节 · 在库 件</LabelRow>
      <ol className={styles.steps}>
        {stages.map((stage) => (
          <Step key={stage.key} stage={stage} top={top} />
        ))}
        {closed && (
          <li className={`${styles.step} ${styles.done}`}>
            <span className={styles.name}>今日办结</span>
            <span className={styles.volume}>
              <Figure metric="hotline_closed_today" value={closed.value} as="plain" />
              <span className={styles.note}>
                {closed.compare?.label} {closed.compare?.value}
              </span>
            </span>
          </li>
        )}
      </ol>
      <Corrections operation={operation} />
    </div>
  )
}

function Step({ stage, top }: { readonly stage: Stage; readonly top: number }) {
  const { key, count, medianMinutes, limitMinutes, overdue = 0 } = stage
  return (
    <li className={styles.step}>
      <span className={styles.name}>{NAMES[key]}</span>
      <span className={styles.volume}>
        <i style={{ width: `${(count / top) * 46}%` }} />
        <Figure metric={`hotline_stage_${key}`} value={count} as="plain" />
        {overdue > 0 && <em>超期 {overdue}</em>}
      </span>
      {medianMinutes !== undefined && (
        <span className={styles.stay}>
          <span>
            <b>{spanText(medianMinutes)}</b>
            {limitMinutes !== undefined && ` / ${limitText(limitMinutes)}`}
          </span>
          {limitMinutes !== undefined && <ShareBar share={(medianMinutes ?? 0) / limitMinutes} />}
        </span>
      )}
    </li>
  )
}

/** What went back, was extended or is done again: as much of it as the source counts. */
function Corrections({
  operation: { returns, extensions, reworks },
}: {
  readonly operation: HotlineOperation
}) {
  const share = returns?.rate === undefined ? '' : `（${rateText(returns.rate.value)}%）`
  const counts = [
    { name: '退单', count: returns?.count, after: share },
    { name: '延期', count: extensions, after: '' },
    { name: '重办', count: reworks, after: '' },
  ].filter(({ count }) => count !== undefined)
  if (counts.length === 0) return null
  return (
    <p className={styles.side}>
      {counts.map(({ name, count, after }, i) => (
        <span key={name}>
          {i > 0 && ' · '}
          {name} <b>{count}</b>
          {after}
        </span>
      ))}
    </p>
  )
}
