import { clockText } from '../../../lib/calendar'
import { durationText } from '../../../lib/format'
import { usePanel } from '../../../panel/panel-scope'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { RowsLead } from '../../../blocks/RowsLead'
import { useFit, useRow } from '../../../blocks/use-fit'
import { useScreen } from '../../../panel/screen-context'
import type { NumberedException } from '../../../panel/use-exceptions'
import styles from './Faults.module.css'
import type { VideoFault, VideoSource } from '../contract'
import { faultMarks } from './fault-marks'
import { words } from '../overview-words'
import { isWide } from './layout'
import layout from './Video.module.css'

/** Two lines a fault, one where the list is wide enough for it. */
const ROW = 56
const LINE = 40

/**
 * The faults that weigh most, as many as fit; choosing one scopes the wall to its town. Those in the exception list carry their mark
 * and come first.
 */
export function FaultList({
  faults,
  sources,
  total = faults.length,
  at,
}: {
  readonly faults: readonly VideoFault[]
  /** Whose rates the faults pull down, where they are told apart. */
  readonly sources: readonly VideoSource[] | undefined
  /** How many there are in all, where the source counts them. */
  readonly total?: number | undefined
  /** Data time: ages are counted from it, not from the wall's clock. */
  readonly at: number
}) {
  const { marks } = usePanel()
  const markOf = faultMarks(marks, faults, sources)
  const urgent = faults.toSorted((a, b) => Number(!markOf(a)) - Number(!markOf(b)))
  const [row, line] = [useRow(ROW), useRow(LINE)]
  const { ref, shown, room } = useFit(urgent, (box) => (isWide(box) ? line : row))
  return (
    <>
      <ul ref={ref} className={`${layout.list} ${styles.list}`} data-wide={room !== null && isWide(room)}>
        {shown.map((fault) => (
          <Row key={fault.key} fault={fault} mark={markOf(fault)} at={at} />
        ))}
        {faults.length === 0 && <li className={styles.none}>{words.faults.none}</li>}
      </ul>
      {total > shown.length && (shown.length > 0 || faults.length === 0) && (
        <p className={styles.more}>
          <RowsLead metric="video_offline" of=":by=town">
            {words.faults.more(total - shown.length)}
          </RowsLead>
        </p>
      )}
    </>
  )
}

/** What is known of them, in one line. */
const joined = (...facts: readonly (string | undefined)[]) =>
  facts.filter((fact) => fact !== undefined).join(' · ')

interface RowProps {
  readonly fault: VideoFault
  readonly mark: NumberedException | undefined
  readonly at: number
}

function Row({ fault, mark, at }: RowProps) {
  const { selectRegion, open } = useScreen()
  const { town } = fault
  // What needs somebody leads to its reason; any other fault to where it is.
  const lead = mark ? () => open(`why:${mark.id}`) : town === undefined ? undefined : () => selectRegion(town)
  return (
    <li>
      <button type="button" className={styles.fault} disabled={!lead} onClick={lead}>
        <span className={styles.lead}>
          {mark ? <ExceptionMark of={mark} /> : <i className={styles.bullet} aria-hidden="true" />}
        </span>
        <span className={styles.what}>
          {fault.townName} {fault.place}
        </span>
        <span className={styles.count}>
          {joined(
            words.faults.channels(fault.channels, fault.type),
            mark && words.faults.due + clockText(Date.parse(mark.due)),
          )}
        </span>
        <span className={styles.meta}>{joined(fault.source, fault.owner)}</span>
        <span className={styles.state}>
          {joined(fault.state && words.state[fault.state], durationText(at - Date.parse(fault.since)))}
        </span>
      </button>
    </li>
  )
}
