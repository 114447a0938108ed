import { HOUR } from '../../../lib/calendar'
import { rateText } from '../../../lib/format'
import { severityLevel } from '../../../panel/PanelFrame'
import type { ViewProps } from '../../../panel/define-panel'
import { useBox } from '../../../blocks/use-box'
import { useRows } from '../../../blocks/use-rows'
import { useMetric, useWall } from '../../../panel/wall-context'
import { SeverityMark } from '../../../ui/SeverityMark'
import { useUnit } from '../../../ui/unit'
import { NearbyFigures } from './NearbyFigures'
import type { HallDocument, HallOperation } from '../contract'
import { TerminalField } from './TerminalField'
import styles from './Terminals.module.css'
import { townFaults, type TownFaults } from './town-faults'
import { useAlarm } from './use-alarm'
import { ageText } from './words'

const ROW = 40
const HEAD = 64
/** From here the list stands in two columns. */
const WIDE = 780
const TALL_MIN = 60
const TALL_MAX = 170

/** Every self-service terminal as one mark, and the towns where some do not work, longest first. */
export function Terminals({ document, operation }: ViewProps<HallDocument, 'terminals'>) {
  const { terminals, towns } = operation
  if (!terminals) return <NearbyFigures document={document} />
  return <Present terminals={terminals} towns={towns} now={Date.parse(document.asOf)} />
}

interface PresentProps {
  readonly terminals: NonNullable<HallOperation['terminals']>
  readonly towns: HallOperation['towns']
  readonly now: number
}

function Present({ terminals, towns, now }: PresentProps) {
  const { total, online, unit } = terminals
  const { label } = useMetric('terminal_online')
  const target = useMetric('terminal_online_rate').threshold?.value
  const rate = total === 0 ? null : (online / total) * 100
  const broken = townFaults(terminals, towns)
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  const [box, { width, height }] = useBox<HTMLDivElement>()
  // The list comes first; what it leaves belongs to the field.
  const shown = broken.slice(0, width >= WIDE ? 2 * rows : rows)
  const tall = Math.max(TALL_MIN, Math.min(TALL_MAX, height - HEAD - ROW * (broken.length + 1)))
  return (
    <div ref={box} className={styles.terminals}>
      <p className={styles.head}>
        <span>
          {label}{' '}
          <b data-metric="terminal_online" data-value={online}>
            {online}
          </b>
          /{total} {unit}
        </span>
        <span>
          <span data-metric="terminal_online_rate" data-value={rate === null ? '' : rate.toFixed(2)}>
            {rateText(rate, target)}%
          </span>
          {target !== undefined && ` 目标 ≥${target}`}
        </span>
      </p>
      <TerminalField terminals={terminals} towns={towns} tall={tall} />
      <ul ref={list} className={styles.list} data-wide={width >= WIDE || undefined}>
        {shown.map((town) => (
          <Row key={town.code} town={town} now={now} />
        ))}
        {broken.length === 0 && online === total && <li className={styles.note}>全部在线</li>}
      </ul>
      {rows > 0 && broken.length > shown.length && (
        <p className={styles.note}>另 {broken.length - shown.length} 个镇街有故障</p>
      )}
    </div>
  )
}

function Row({ town, now }: { readonly town: TownFaults; readonly now: number }) {
  const { selectRegion } = useWall()
  const mark = useAlarm('terminal_faults_town', town.code)
  const u = useUnit()
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => selectRegion(town.code)}>
        <span className={styles.name}>
          {town.name}
          {mark && <SeverityMark severity={severityLevel(mark.severity)} no={mark.no} size={22 * u} />}
        </span>
        <span className={styles.kinds}>{town.kinds}</span>
        <span className={styles.age}>{ageText((now - town.since) / HOUR)}</span>
        <b>{town.terminals && `${town.terminals.online}/${town.terminals.total}`}</b>
      </button>
    </li>
  )
}
