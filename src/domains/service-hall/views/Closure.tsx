import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { Figure } from '../../../blocks/Figure'
import { useMetric } from '../../../panel/wall-context'
import styles from './Evaluation.module.css'
import type { HallOperation } from '../contract'
import { toneOf } from './tone'
import { useMarkOf } from '../../../panel/use-marks'
import { ageText, CLOSURE_WORDS } from './words'

/** Where the open bad reviews stand on their way to closure, with the age of the oldest at each station. */
export function Closure({ evaluation }: { readonly evaluation: NonNullable<HallOperation['evaluation']> }) {
  const { stages = [], open, overdue, closedMonth, badMonth } = evaluation
  const days = useMetric('eval_closure_days').threshold?.value ?? evaluation.limitWorkdays
  const mark = useMarkOf('eval_bad_overdue')
  const tone = toneOf(mark)
  return (
    <>
      <p className={styles.caption}>
        {open && (
          <span>
            未闭环 <Figure metric="eval_bad_open" value={open.value} as="plain" /> 件
            {closedMonth !== undefined && ` · 已闭环 ${closedMonth}/${badMonth.value ?? '—'}`}
          </span>
        )}
        {overdue && (
          <span className={tone ? styles[tone] : undefined}>
            {mark && <ExceptionMark of={mark} size={22} />}
            {days === undefined ? '超期' : `超 ${days} 工作日`}{' '}
            <Figure metric="eval_bad_overdue" value={overdue.value} as="plain" />
          </span>
        )}
      </p>
      <ol className={styles.stages}>
        {stages.map(({ key, count, oldestHours }) => (
          <li key={key} data-empty={count === 0 || undefined}>
            <Figure metric={`eval_stage_${key}`} value={count} as="plain" />
            <span>{CLOSURE_WORDS[key]}</span>
            {oldestHours !== undefined && <i>{oldestHours === null ? '—' : `已 ${ageText(oldestHours)}`}</i>}
          </li>
        ))}
      </ol>
    </>
  )
}
