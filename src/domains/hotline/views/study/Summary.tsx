import { exactText, FEW, signed } from '../../../../lib/format'
import type { Study } from '../../contract-study'
import { words } from '../../study-words'
import styles from './study.module.css'
import { lateIn, shareText } from './view'

/** How many orders were chosen, against the days before; how many of them were late, and how many came again. */
export function Summary({ of, onBrief }: { readonly of: Study; readonly onBrief: () => void }) {
  const { chosen, repeats, before } = of
  // Late is what is said of the outcomes; where one outcome alone is chosen, of that one.
  const late = of.outcome.length === 0 ? null : lateIn(of)
  const known = of.outcome.reduce((sum, { count }) => sum + count, 0)
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
      {late !== null && (
        <p>
          <span>{words.late}</span>
          <b>{exactText(late)}</b>
          <small title={words.lateOf}>{ofText(late, known)}</small>
        </p>
      )}
      {repeats !== null && (
        <p>
          <span>{words.repeats}</span>
          <b>{exactText(repeats)}</b>
          <small>{ofText(repeats, chosen)}</small>
        </p>
      )}
      <button type="button" className={styles.brief} onClick={onBrief}>
        {words.brief}
      </button>
    </div>
  )
}

const DAY = 86_400_000
export const spanOf = ({ chosenFrom, chosenTo }: Study): number =>
  Math.round((Date.parse(chosenTo) - Date.parse(chosenFrom)) / DAY) + 1

const ofText = (part: number, whole: number) =>
  whole < FEW ? `${part}/${whole}` : `${shareText(part, whole)} %`

function changeText(now: number, before: number): string {
  if (now < FEW || before < FEW) return `${signed(now - before)} ${words.unit}`
  return `${signed((now / before - 1) * 100, 1)} %`
}
