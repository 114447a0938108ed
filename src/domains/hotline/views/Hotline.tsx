import type { ViewProps } from '../../../panel/define-panel'
import { FigureGrid, FigureLine, type FigureItem } from '../../../blocks/Figures'
import { useMarkOf } from '../../../panel/use-marks'
import { weekdayText } from '../../../lib/format'
import { LabelRow } from '../../../ui/Row'
import { AgeingChart } from './AgeingChart'
import styles from './Hotline.module.css'
import { IntakeChart } from './IntakeChart'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../overview-words'
import { StageBar } from './StageBar'

/** From this width of the body on, in u, there is room for more figures and a second chart: a 32:9 module. */
const WIDE = 780
/** Below this the second chart's axis would touch its columns. */
const TALL = 260

/** The hotline at a glance: what is late, what stands open and where, and today's intake against the usual. */
export function Hotline({ document, operation, size }: ViewProps<HotlineDocument, 'received'>) {
  const wide = size.width >= WIDE
  const { ageing, stages, limitDays, lastHours } = operation
  // A day that has just begun has little to show.
  const { intake, received } = lastHours ?? operation
  const items = useFigures(operation, wide)
  const asOf = Date.parse(document.asOf)
  const day = weekdayText(asOf)
  const second = ageing && (!intake || (wide && size.height >= TALL))
  if (!intake && !ageing)
    return (
      <div className={styles.overview}>
        <FigureGrid items={items} />
        {stages && <StageBar stages={stages} />}
      </div>
    )
  return (
    <div className={styles.overview}>
      <FigureLine items={items} />
      {stages && <StageBar stages={stages} />}
      <div className={styles.charts}>
        {intake && (
          <div className={styles.chart}>
            <IntakeChart series={intake} received={received} until={lastHours ? undefined : asOf} />
          </div>
        )}
        {second && (
          <div className={styles.chart}>
            <LabelRow note={intake?.low && intake.high ? words.overview.usual(day) : ''}>
              {words.overview.ageing}
            </LabelRow>
            <AgeingChart ageing={ageing} limitDays={limitDays} />
          </div>
        )}
      </div>
    </div>
  )
}

/** What stands above the charts; without a chart of the intake its figure stands here too, and there is room for all. */
function useFigures(operation: HotlineOperation, wide: boolean): FigureItem[] {
  const alarm = useMarkOf('hotline_overdue_open')
  const { overdue, dueSoon, repeats, open, received, intake, ageing, lastHours } = operation
  const { closed } = lastHours ?? operation
  const roomy = wide || (!intake && !ageing)
  return [
    { metric: 'hotline_overdue_open', measure: overdue, tone: alarm && 'p1' },
    { metric: 'hotline_due_soon', measure: dueSoon },
    ...(intake ? [] : [{ metric: 'hotline_received_today', measure: received }]),
    ...(roomy ? [{ metric: `hotline_closed_${lastHours ? 'lately' : 'today'}`, measure: closed }] : []),
    ...(roomy ? [{ metric: 'hotline_repeat_rate', measure: repeats?.rate }] : []),
    { metric: 'hotline_open', measure: open },
  ]
}
