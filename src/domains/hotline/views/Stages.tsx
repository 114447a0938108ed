import type { CSSProperties } from 'react'
import { Figure } from '../../../blocks/Figure'
import { LedFigure } from '../../../blocks/LedFigure'
import { RowsLead } from '../../../blocks/RowsLead'
import { ShareBar } from '../../../blocks/ShareBar'
import type { ViewProps } from '../../../panel/define-panel'
import { countText, rateText } from '../../../lib/format'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../words'
import lists from './Lists.module.css'
import styles from './Stages.module.css'

/** From here on a decimal of hours has no room, and no use. */
const TEN_HOURS = 600

type Stage = NonNullable<HotlineOperation['stages']>[number]

/** A stay and its limit, in minutes, in one unit: days as soon as one of the two is two days long. */
function stayText({ medianMinutes, limitMinutes: limit, working }: Stage): readonly [string, string] {
  const minutes = medianMinutes ?? null
  // The unit stands once: twice it has no room.
  if (working && limit !== undefined)
    return [
      minutes === null ? '—' : (minutes / 60).toFixed(minutes < TEN_HOURS ? 1 : 0),
      ` / ${words.stages.working(String(Math.round(limit / 6) / 10))}`,
    ]
  const days = Math.max(minutes ?? 0, limit ?? 0) >= 48 * 60
  const unit = words.stages[days ? 'days' : 'hours']
  const length = days ? 1440 : 60
  return [
    minutes === null
      ? '—'
      : days && minutes > 0 && minutes < length / 20
        ? words.stages.least
        : unit((minutes / length).toFixed(1)),
    limit === undefined ? '' : ` / ${unit(String(Math.round((limit / length) * 10) / 10))}`,
  ]
}

/** Room for the numbers of a step, u: digits at the size of a title, and what is overdue beside them. */
const volumeOf = ({ count, overdue = 0 }: Stage) =>
  12 * countText(count).length + (overdue > 0 ? 55 + 12 * countText(overdue).length : 0)

const widthOf = (volume: number): CSSProperties & Record<'--volume', number> => ({
  '--volume': Math.max(130, volume),
})

/** The order's way from dispatch to callback: how many stand at each step, and how long against its limit. */
export function Stages({ operation }: ViewProps<HotlineDocument, 'stages'>) {
  const { stages, lastHours } = operation
  const { closed } = lastHours ?? operation
  const top = Math.max(1, ...stages.map((s) => s.count))
  const timed = stages.some((s) => s.medianMinutes !== undefined)
  // One width for all steps, or their bars would not be comparable; as wide as the longest of their numbers.
  const volume = Math.max(...stages.map(volumeOf))
  return (
    <div className={lists.column}>
      <LabelRow note={timed ? words.stages.stay : ''}>{words.stages.label}</LabelRow>
      <ol className={styles.steps} data-timed={timed} style={widthOf(volume)}>
        {stages.map((stage) => (
          <Step key={stage.key} stage={stage} top={top} />
        ))}
        {closed && (
          <li className={`${styles.step} ${styles.done}`}>
            <span className={styles.name}>{words.stages.closed(lastHours !== undefined)}</span>
            <span className={`${styles.volume} ${styles.wide}`}>
              <LedFigure
                metric={lastHours ? 'hotline_closed_lately' : 'hotline_closed_today'}
                value={closed.value}
              />
              {closed.compare && (
                <span className={styles.note}>
                  {words.stages.compared(closed.compare.label, countText(closed.compare.value))}
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
  const [stay, limit] = stayText(stage)
  return (
    <li className={styles.step}>
      <span className={styles.name}>{words.stage.long[key]}</span>
      <ShareBar share={count / top} className={styles.bar} />
      <span className={styles.volume}>
        <RowsLead metric="hotline_open" of={`:stage=${key}`}>
          <Figure metric={`hotline_stage_${key}`} value={count} as="plain" />
        </RowsLead>
        {overdue > 0 && (
          <RowsLead metric="hotline_overdue_open" of={`:stage=${key}`}>
            <em data-value={overdue}>{words.stages.overdue(countText(overdue))}</em>
          </RowsLead>
        )}
      </span>
      {medianMinutes !== undefined && (
        <span className={styles.stay}>
          <span>
            <b>{stay}</b>
            {limit}
          </span>
          {limitMinutes !== undefined && <ShareBar share={(medianMinutes ?? 0) / limitMinutes} />}
        </span>
      )}
    </li>
  )
}

/** What went back, was extended or is done again: as much of it as the source counts. */
function Corrections({
  operation: { returns, extensions, reworks, dispatch, lastHours },
}: {
  readonly operation: HotlineOperation
}) {
  const { wrong } = (lastHours ? lastHours.dispatch : dispatch) ?? {}
  const parts = [
    returns &&
      words.stages.returns(
        <LedFigure metric="hotline_returned" value={returns.count} />,
        returns.rate && rateText(returns.rate.value),
      ),
    wrong !== undefined &&
      words.stages.wrong(
        <LedFigure
          metric={`hotline_received_${lastHours ? 'lately' : 'today'}`}
          part="misdispatched=true"
          value={wrong}
        />,
      ),
    extensions !== undefined &&
      words.stages.extensions(<LedFigure metric="hotline_open" part="extended=true" value={extensions} />),
    reworks !== undefined &&
      words.stages.reworks(<LedFigure metric="hotline_open" part="reworked=true" value={reworks} />),
  ].flatMap((part) => (part ? [part] : []))
  if (parts.length === 0) return null
  return (
    <p className={styles.side}>
      {parts.map((part, i) => (
        <span key={i}>
          <Sentence of={part} />
        </span>
      ))}
    </p>
  )
}
