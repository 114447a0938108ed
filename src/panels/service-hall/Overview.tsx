import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { dayLine } from '../../charts/forms/day-line'
import { weekdayText } from '../../lib/calendar'
import type { ViewProps } from '../../panel-kit/define-panel'
import { MetricFigure } from '../../panel-kit/MetricFigure'
import { useBox } from '../../panel-kit/use-box'
import { LabelRow } from '../../ui/Row'
import { Capacity } from './Capacity'
import styles from './Overview.module.css'
import type { HallDocument } from './schema'
import { Waits } from './WaitLines'
import { serviceText } from './words'

/** A 32:9 module has room for three columns. */
const WIDE = 780
/** Below this there is no room for a curve under the figures. */
const LOW = 210
/** Below this the curve does without its caption. */
const COMPACT = 270

/** The hall at a glance: who waits and for how long, the day against the usual, and what there is to serve them with. */
export function Overview({ document, operation }: ViewProps<HallDocument>) {
  const [box, { width, height }] = useBox<HTMLDivElement>()
  const now = Date.parse(document.asOf)
  const wide = width >= WIDE
  const low = height > 0 && height < LOW && !wide
  const { hall, waiting, waitingCurve, service } = operation
  const curve = useMemo(() => ({ series: waitingCurve, unit: '人' }), [waitingCurve])
  const day = weekdayText(now)
  const state = serviceText(service, now)
  return (
    <div ref={box} className={styles.overview} data-shape={wide ? 'wide' : low ? 'low' : 'tall'}>
      <div className={styles.figures}>
        <MetricFigure metric="hall_waiting" measure={waiting} size="key" label={`${hall?.short ?? ''}等候`} />
        <Waits operation={operation} />
      </div>
      {!low && (
        <div className={styles.curve}>
          {(wide || height >= COMPACT || state !== '') && (
            <LabelRow note={waiting.normal ? `色带为${day}常态` : ''}>
              {state === '' ? '今日等候 人' : state}
            </LabelRow>
          )}
          <Chart label={`今日等候人数，与${day}常态区间对照`} data={curve} build={dayLine} />
        </div>
      )}
      <Capacity operation={operation} shape={wide ? 'column' : 'row'} />
    </div>
  )
}
