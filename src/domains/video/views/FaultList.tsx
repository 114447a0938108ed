import { durationText } from '../../../lib/format'
import { usePanel } from '../../../panel/panel-scope'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { useFit } from '../../../blocks/use-fit'
import { useWall } from '../../../panel/wall-context'
import styles from './Faults.module.css'
import type { VideoFault } from '../contract'
import { isWide } from './layout'

/** Two lines a fault, one where the list is wide enough for it. */
const ROW = 56
const LINE = 40

/** The faults that weigh most, as many as fit; choosing one scopes the wall to its town. Those in the exception list carry their mark. */
export function FaultList({
  faults,
  total = faults.length,
  at,
}: {
  readonly faults: readonly VideoFault[]
  /** How many there are in all, where the source counts them. */
  readonly total?: number | undefined
  /** Data time: ages are counted from it, not from the wall's clock. */
  readonly at: number
}) {
  const { ref, shown, room } = useFit(faults, (box) => (isWide(box) ? LINE : ROW))
  return (
    <>
      <ul ref={ref} className={styles.list} data-wide={room !== null && isWide(room)}>
        {shown.map((fault) => (
          <Row key={fault.key} fault={fault} at={at} />
        ))}
        {faults.length === 0 && <li className={styles.none}>没有未恢复的故障</li>}
      </ul>
      {total > shown.length && (shown.length > 0 || faults.length === 0) && (
        <p className={styles.more}>另 {total - shown.length} 处按影响在后</p>
      )}
    </>
  )
}

/** What is known of `words`, in one line. */
const joined = (...words: readonly (string | undefined)[]) =>
  words.filter((word) => word !== undefined).join(' · ')

function Row({ fault, at }: { readonly fault: VideoFault; readonly at: number }) {
  const { selectRegion } = useWall()
  const { marks } = usePanel()
  const { town } = fault
  const mark = marks.find((m) => m.id === fault.exception)
  return (
    <li>
      <button
        type="button"
        className={styles.fault}
        disabled={town === undefined}
        onClick={() => town !== undefined && selectRegion(town)}
      >
        <span className={styles.lead}>
          {mark ? <ExceptionMark of={mark} /> : <i className={styles.bullet} aria-hidden="true" />}
        </span>
        <span className={styles.what}>
          {fault.townName} {fault.place}
        </span>
        <span className={styles.count}>
          {fault.channels} 路 {fault.type}
        </span>
        <span className={styles.meta}>{joined(fault.source, fault.owner)}</span>
        <span className={styles.state}>
          {joined(fault.state, durationText(at - Date.parse(fault.since)))}
        </span>
      </button>
    </li>
  )
}
