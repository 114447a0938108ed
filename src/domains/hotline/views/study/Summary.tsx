import { useScreen } from '../../../../panel/screen-context'
import { rowsLink } from '../../../../panel/rows-link'
import { exactText, FEW, signed } from '../../../../lib/format'
import type { Study } from '../../contract-study'
import { words } from '../../study-words'
import controls from '../../../../ui/controls.module.css'
import styles from './study.module.css'
import { lateIn, questionText, shareText, type StudyView } from './view'

interface SummaryProps extends Pick<StudyView, 'of' | 'asked'> {
  readonly onBrief: () => void
}

/** How many orders were chosen, against the days before; how many of them were late, and how many came again. */
export function Summary({ of, asked, onBrief }: SummaryProps) {
  const { chosen, repeats, before } = of
  const late = lateIn({ of, asked })
  return (
    <div className={styles.summary}>
      <p>
        <span>{words.chosen}</span>
        <b data-chosen={chosen}>{exactText(chosen)}</b>
        <small>
          {words.unit} · {words.all(exactText(of.total), of.from, of.to)}
        </small>
      </p>
      {before !== null && (
        <p>
          <span>{words.before(String(spanOf(of)))}</span>
          <b>{exactText(before)}</b>
          <small>{changeText(chosen, before)}</small>
        </p>
      )}
      {late && (
        <p>
          <span>{words.late}</span>
          <b>{exactText(late.count)}</b>
          <small title={words.lateOf}>{ofText(late.count, late.known)}</small>
        </p>
      )}
      {repeats !== null && (
        <p>
          <span>{words.repeats}</span>
          <b>{exactText(repeats)}</b>
          <small>{ofText(repeats, chosen)}</small>
        </p>
      )}
      <ToRows {...{ of, asked }} />
      <button type="button" className={`${controls.main} ${styles.brief}`} onClick={onBrief}>
        {words.brief}
      </button>
    </div>
  )
}

/** To the chosen orders themselves, where their source can list them. */
function ToRows({ of: { rows, chosen }, asked }: Pick<StudyView, 'of' | 'asked'>) {
  const { config, open } = useScreen()
  // A city that answers lists itself is asked there, and knows nothing of a study.
  if (rows === undefined || chosen === 0 || config.sources['hotline.rows']?.poll) return null
  const to = rowsLink(`hotline.${rows}`, ['study', questionText(asked) || ALL])
  return (
    <button type="button" className={controls.button} data-lead={to} onClick={() => open(to)}>
      {words.list(exactText(chosen))}
    </button>
  )
}

/** Stands for a question that narrows nothing. */
const ALL = 'all'

const DAY = 86_400_000
export const spanOf = ({ chosenFrom, chosenTo }: Study): number =>
  Math.round((Date.parse(chosenTo) - Date.parse(chosenFrom)) / DAY) + 1

const ofText = (part: number, whole: number) =>
  whole < FEW ? `${part}/${whole}` : `${shareText(part, whole)} %`

function changeText(now: number, before: number): string {
  if (now < FEW || before < FEW) return `${signed(now - before)} ${words.unit}`
  return `${signed((now / before - 1) * 100, 1)} %`
}
