import { MarkLead } from '../../../panel/MarkLead'
import { Figure } from '../../../blocks/Figure'
import { RowsLead } from '../../../blocks/RowsLead'
import { useMarkOf } from '../../../panel/use-marks'
import { useMetric } from '../../../panel/screen-context'
import { Sentence } from '../../../ui/Sentence'
import type { HallOperation } from '../contract'
import { words } from '../words'
import styles from './Evaluation.module.css'
import { ageText } from './text'
import { toneOf } from './tone'

const said = words.evaluation

interface ClosureProps {
  readonly evaluation: NonNullable<HallOperation['evaluation']>
}

/** Where the open bad reviews stand on their way to closure, with the age of the oldest at each station. */
export function Closure({ evaluation }: ClosureProps) {
  const { stages = [] } = evaluation
  return (
    <>
      <p className={styles.caption}>
        <Open evaluation={evaluation} />
        <Overdue evaluation={evaluation} />
      </p>
      <ol className={styles.stages}>
        {stages.map(({ key, count, oldestHours }) => (
          <li key={key} data-empty={count === 0 || undefined}>
            <RowsLead metric="eval_bad_open" of={`:stage=${key}`}>
              <Figure metric={`eval_stage_${key}`} value={count} as="plain" />
            </RowsLead>
            <span>{words.closure[key]}</span>
            {oldestHours !== undefined && (
              <i>{oldestHours === null ? '—' : said.oldest(ageText(oldestHours))}</i>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Open({ evaluation: { open, closedMonth, badMonth } }: ClosureProps) {
  if (!open) return null
  const figure = (
    <RowsLead metric="eval_bad_open">
      <Figure metric="eval_bad_open" value={open.value} as="plain" />
    </RowsLead>
  )
  return (
    <span>
      <Sentence
        of={
          closedMonth === undefined
            ? said.open(figure)
            : said.openAndClosed(figure, closedMonth, badMonth.value)
        }
      />
    </span>
  )
}

function Overdue({ evaluation: { overdue, limitWorkdays } }: ClosureProps) {
  const days = useMetric('eval_closure_days').threshold?.value ?? limitWorkdays
  const mark = useMarkOf('eval_bad_overdue')
  const tone = toneOf(mark)
  if (!overdue) return null
  return (
    <span className={tone ? styles[tone] : undefined}>
      {mark && <MarkLead of={mark} size={22} />}
      <Sentence
        of={said.overdue(
          days,
          <RowsLead metric="eval_bad_overdue">
            <Figure
              metric="eval_bad_overdue"
              value={overdue.value}
              as="plain"
              className={tone && styles[tone]}
            />
          </RowsLead>,
        )}
      />
    </span>
  )
}
