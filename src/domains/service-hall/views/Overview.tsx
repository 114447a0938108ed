import { useMemo } from 'react'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { Chart } from '../../../charts/Chart'
import type { DaySeries, Measure } from '../../../contract/measure'
import { weekdayText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../overview-words'
import { Capacity } from './Capacity'
import { isShut, shownDay } from './last-day'
import { isWide } from './layout'
import styles from './Overview.module.css'
import { serviceText } from './text'
import { Waits } from './WaitLines'

/** Below this there is no room for a curve under the figures. */
const LOW = 210
/** Below this the curve does without its caption. */
const COMPACT = 270

/** The hall at a glance: who waits and for how long, the day against the usual, and what there is to serve them with. */
export function Overview({ document, operation, size }: ViewProps<HallDocument, 'waiting'>) {
  const wide = isWide(size)
  const low = size.height < LOW && !wide
  const shown = shownDay(document, operation)
  const { hall, waiting, waitingCurve, service, lastDay } = shown.operation
  const { name = '', isLast, until } = shown
  const state = serviceText(service, Date.parse(document.asOf))
  const unknown = isShut(operation) && !isLast
  if (!waitingCurve || unknown)
    return (
      <div className={styles.overview}>
        {state !== '' && <LabelRow>{state}</LabelRow>}
        {/* Of a closed hall whose last day is not known there is no queue to tell. */}
        <FigureGrid items={unknown ? [] : figuresOf(operation)} />
        <Capacity operation={operation} shape="row" />
      </div>
    )
  return (
    <div className={styles.overview} data-shape={wide ? 'wide' : low ? 'low' : 'tall'}>
      <div className={styles.figures}>
        {lastDay ? (
          <>
            <MetricFigure
              metric="hall_last_tickets"
              measure={lastDay.tickets}
              size="key"
              label={words.lastTickets(name)}
            />
            <p>{state}</p>
          </>
        ) : (
          <>
            <MetricFigure
              metric="hall_waiting"
              measure={waiting}
              size="key"
              label={words.waiting(hall?.short)}
            />
            <Waits operation={operation} />
          </>
        )}
      </div>
      {!low && (
        <div className={styles.curve}>
          <Curve
            series={waitingCurve}
            waiting={waiting}
            state={isLast ? words.lastCurve(name) : state}
            day={weekdayText(until)}
            roomy={wide || size.height >= COMPACT}
          />
        </div>
      )}
      <Capacity operation={operation} shape={wide ? 'column' : 'row'} />
    </div>
  )
}

/** All there is to say where the queue system keeps no curve of the day. */
function figuresOf({ hall, waiting, longest, meanWait, tickets, served }: HallOperation) {
  return [
    { metric: 'hall_waiting', measure: waiting, label: words.waiting(hall?.short) },
    { metric: 'hall_longest_wait', measure: longest },
    { metric: 'hall_mean_wait', measure: meanWait },
    { metric: 'hall_tickets_today', measure: tickets },
    { metric: 'hall_served_today', measure: served },
  ]
}

interface CurveProps {
  readonly series: DaySeries
  readonly waiting: Measure
  /** What the hall is doing when it is not simply open. */
  readonly state: string
  readonly day: string
  readonly roomy: boolean
}

function Curve({ series, waiting, state, day, roomy }: CurveProps) {
  const curve = useMemo(() => ({ series, unit: words.unit.people }), [series])
  return (
    <>
      {(roomy || state !== '') && (
        <LabelRow note={(waiting.normal ?? series.low) ? words.usual(day) : ''}>
          {state === '' ? words.overview.curve : state}
        </LabelRow>
      )}
      <Chart label={words.overview.chart(day)} data={curve} form="dayLine" />
    </>
  )
}
