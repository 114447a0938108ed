import { Figure } from '../../../blocks/Figure'
import { ShareBar } from '../../../blocks/ShareBar'
import type { ViewProps } from '../../../panel/define-panel'
import { rateText } from '../../../lib/format'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../words'
import lists from './Lists.module.css'
import styles from './Stages.module.css'

type Stage = NonNullable<HotlineOperation['stages']>[number]

/** `78` minutes → 1.3 时; days from two days on. */
function spanText(minutes: number | null): string {
  if (minutes === null) return '—'
  const hours = minutes / 60
  return hours < 48 ? words.stages.hours(hours.toFixed(1)) : words.stages.days((hours / 24).toFixed(1))
}

const limitText = (minutes: number) =>
  minutes < 48 * 60 ? words.stages.hours(String(minutes / 60)) : words.stages.days(String(minutes / 1440))

/** The order's way from dispatch to callback: how many stand at each step, and how long against its limit. */
export function Stages({ operation }: ViewProps<HotlineDocument, 'stages'>) {
  const { stages, closed } = operation
  const top = Math.max(1, ...stages.map((s) => s.count))
  const timed = stages.some((s) => s.medianMinutes !== undefined)
  return (
    <div className={lists.column}>
      <LabelRow note={timed ? words.stages.stay : ''}>{words.stages.label}</LabelRow>
      <ol className={styles.steps} data-timed={timed}>
        {stages.map((stage) => (
          <Step key={stage.key} stage={stage} top={top} />
        ))}
        {closed && (
          <li className={`${styles.step} ${styles.done}`}>
            <span className={styles.name}>{words.stages.closed}</span>
            <span className={`${styles.volume} ${styles.wide}`}>
              <Figure metric="hotline_closed_today" value={closed.value} as="plain" />
              {closed.compare && (
                <span className={styles.note}>
                  {words.stages.compared(closed.compare.label, closed.compare.value)}
                </span>
              )}
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
      <span className={styles.name}>{words.stage.long[key]}</span>
      <ShareBar share={count / top} className={styles.bar} />
      <span className={styles.volume}>
        <Figure metric={`hotline_stage_${key}`} value={count} as="plain" />
        {overdue > 0 && <em>{words.stages.overdue(overdue)}</em>}
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
  const parts = [
    returns && words.stages.returns(<b>{returns.count}</b>, returns.rate && rateText(returns.rate.value)),
    extensions !== undefined && words.stages.extensions(<b>{extensions}</b>),
    reworks !== undefined && words.stages.reworks(<b>{reworks}</b>),
  ].flatMap((part) => (part ? [part] : []))
  if (parts.length === 0) return null
  return (
    <p className={styles.side}>
      {parts.map((part, i) => (
        <span key={i}>
          {i > 0 && ' · '}
          <Sentence of={part} />
        </span>
      ))}
    </p>
  )
}
