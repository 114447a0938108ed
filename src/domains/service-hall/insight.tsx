import { useMemo, useState } from 'react'
import { recordOf } from '../../contract/resource'
import type { InsightProps } from '../../panel/insight'
import { useScreen, type Screen } from '../../panel/screen-context'
import { useAnswer } from '../../panel/use-answer'
import { useDocument } from '../../panel/use-documents'
import { words } from './insight-words'
import styles from './insight.module.css'
import { serviceHall } from './resources'
import type { WhatIf } from './what-if'
import { WhatIfTable } from './views/WhatIfTable'
import { Grounds } from './views/WhatIfGrounds'
import { verdictOf } from './views/what-if-verdict'

const whatIf = recordOf<WhatIf>({ id: 'service-hall.what-if' }, ['hall', 'line', 'limit'])

/** How long people wait, in one hall. */
const WAIT = 'hall_longest_wait'
/** Figures that more counters would change. */
const WAITS = new Set([WAIT, 'hall_waiting', 'hall_mean_wait', 'hall_p90_wait', 'hall_counters_open'])

/** What the rule on waits compares them with, minutes; null where there is no such rule. */
function limitOf({ rules, metrics }: Screen): number | null {
  const rule = rules[serviceHall.id]?.find(({ metric, breach }) => metric === WAIT && breach)
  const { metric, value } = rule?.breach?.limit ?? {}
  return (metric === undefined ? value : metrics[metric]?.threshold?.value) ?? null
}

interface Wanted {
  /** Null of the hall that the figures speak of. */
  readonly hall: string | null
  /** Minutes; null where no rule sets one. */
  readonly limit: number | null
}

/**
 * What would be if more or fewer counters were open: beside what says that people wait. It stands open beside an exception, which asks
 * for counters; above the rows of a figure, which are what was asked for, it is a line that opens it.
 */
export function Insight({ metric, subject, limit }: InsightProps) {
  const screen = useScreen()
  const [open, setOpen] = useState(subject !== null)
  const { document } = useDocument(serviceHall)
  if (!WAITS.has(metric)) return null
  const most = metric === WAIT && limit !== null ? limit : limitOf(screen)
  return (
    <section className={styles.projection} data-projection>
      <h4 className={styles.heading}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.title}
          <small className={styles.tag}>
            {document?.source.simulated ? words.simulated : words.projection}
          </small>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 9l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          </svg>
        </button>
      </h4>
      {open && <Projection hall={subject} limit={most} />}
    </section>
  )
}

function Projection({ hall, limit }: Wanted) {
  const { region } = useScreen()
  const [line, setLine] = useState<string | null>(null)
  const parts = useMemo(
    () => ({
      ...(hall !== null && { hall }),
      ...(line !== null && { line }),
      ...(limit !== null && { limit: String(limit) }),
    }),
    [hall, line, limit],
  )
  const { answer, fault } = useAnswer(whatIf, { region: hall === null ? region : null, parts })
  if (answer?.row) return <Told of={answer.row} onChoose={setLine} />
  if (answer || fault) return <p className={styles.note}>{words.failed(fault?.message)}</p>
  return <p className={styles.coming}>{words.waiting}</p>
}

function Told({ of, onChoose }: { readonly of: WhatIf; readonly onChoose: (line: string | null) => void }) {
  const { hall, line, queues, waiting, late, limit, wanting } = of
  return (
    <>
      <p className={styles.note}>
        {words.about(hall, line, waiting)}
        {limit !== null && late > 0 && words.late(late, limit)}
      </p>
      {queues.length > 1 && (
        <div className={styles.queues} role="group" aria-label={words.choose}>
          {queues.map((queue) => (
            <button
              key={queue.line}
              type="button"
              className={styles.queue}
              aria-pressed={queue.line === line}
              onClick={() => onChoose(queue.line)}
            >
              {queue.line} <b>{queue.waiting}</b>
            </button>
          ))}
        </div>
      )}
      {wanting !== null ? (
        <p className={styles.note}>{words.wanting[wanting]}</p>
      ) : (
        <>
          <p className={styles.verdict}>{verdictOf(of)}</p>
          <WhatIfTable of={of} />
          <Grounds of={of} />
        </>
      )}
    </>
  )
}
