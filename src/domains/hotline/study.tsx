import { useState } from 'react'
import { useScreen } from '../../panel/screen-context'
import { stampText } from '../../panel/reading'
import type { StudyProps } from '../../panel/study'
import { useAnswer } from '../../panel/use-answer'
import { useDocument } from '../../panel/use-documents'
import { parseTime } from '../../lib/calendar'
import { hotline, study } from './resources'
import { Briefing } from './views/study/Briefing'
import { Days } from './views/study/Days'
import { Hours } from './views/study/Hours'
import { Narrowing } from './views/study/Narrowing'
import { Parts } from './views/study/Parts'
import { RisingTopics } from './views/study/RisingTopics'
import { Summary } from './views/study/Summary'
import styles from './views/study/study.module.css'
import type { Narrowed } from './views/study/view'
import { readAsked } from './study-link'
import { words } from './study-words'

/** What of a link is no question: which page of the study is shown. */
const PAGE = 'page'

/**
 * A year of orders cross-filtered: whatever is chosen in one picture narrows all others. While a span is drawn with a pointer it is asked
 * for with every step, and the link follows when it is let go.
 */
export function Study({ asked, onAsk }: StudyProps) {
  const { region, clock } = useScreen()
  const { document } = useDocument(hotline)
  const { [PAGE]: page, ...said } = asked
  const { linked, unread } = readAsked(said)
  const [drawn, setDrawn] = useState<Readonly<Record<string, string>> | null>(null)
  const parts = drawn ?? linked
  const { answer, fault } = useAnswer(study, { region, parts })
  // What was there stays until what is asked for is here, but not under the name of another town.
  const [kept, keep] = useState({ answer, region })
  if (answer && answer !== kept.answer) keep({ answer, region })
  const shown = answer ?? (kept.region === region ? kept.answer : undefined)
  const narrowedBy = (more: Narrowed) =>
    Object.fromEntries(
      Object.entries({ ...linked, ...more }).flatMap(([name, value]) =>
        value === null || value === '' ? [] : [[name, value] as const],
      ),
    )
  if (!shown) return <p className={styles.coming}>{fault ? words.failed(fault.message) : words.waiting}</p>
  const { row: of, asOf } = shown
  if (!of) return <p className={styles.note}>{words.none}</p>
  const source = words.source(
    document?.source.name ?? '',
    document?.source.simulated === true,
    stampText(parseTime(asOf), clock.now()),
  )
  if (page === 'brief')
    return <Briefing of={of} asked={linked} source={source} onBack={() => onAsk(linked)} />
  const view = {
    of,
    asked: parts,
    onDraw: (more: Narrowed | null) => setDrawn(more && narrowedBy(more)),
    onNarrow(more: Narrowed) {
      setDrawn(null)
      onAsk(narrowedBy(more))
    },
  }
  return (
    <div className={styles.study} data-study={drawn ? 'drawing' : answer ? 'answered' : 'asking'}>
      {unread.length > 0 && (
        <p className={styles.note} role="alert">
          {words.unread(unread)}
        </p>
      )}
      <Summary of={of} asked={parts} onBrief={() => onAsk({ ...linked, [PAGE]: 'brief' })} />
      <Narrowing {...view} />
      <Days {...view} />
      <RisingTopics {...view} />
      <div className={styles.pictures}>
        <Parts {...view} field="category" />
        <Parts {...view} field="topic" />
        <Parts {...view} field="town" />
        <Parts {...view} field="dept" />
        <Hours {...view} />
        <Parts {...view} field="outcome" />
      </div>
      <p className={styles.note}>{fault ? `${source} · ${words.failed(fault.message)}` : source}</p>
    </div>
  )
}
