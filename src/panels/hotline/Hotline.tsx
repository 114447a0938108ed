import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { dayLine } from '../../charts/forms/day-line'
import { weekdayText } from '../../lib/calendar'
import type { ViewProps } from '../../panel-kit/define-panel'
import { changeText, MetricFigure } from '../../panel-kit/MetricFigure'
import { usePanel } from '../../panel-kit/panel-scope'
import { useBox } from '../../panel-kit/use-box'
import { FigureRow, LabelRow } from '../../ui/Row'
import { AgeingChart } from './AgeingChart'
import styles from './Hotline.module.css'
import type { HotlineDocument } from './schema'
import { StageBar } from './StageBar'

/** A 32:9 module: room for more figures and a second chart. */
const WIDE = 780
/** Below this the second chart's axis would touch its columns. */
const TALL = 260

/** The hotline at a glance: what is late, what stands open and where, and today's intake against the usual. */
export function Hotline({ document, operation }: ViewProps<HotlineDocument>) {
  const { marks } = usePanel()
  const [box, { width, height }] = useBox<HTMLDivElement>()
  const wide = width >= WIDE
  const alarmed = marks.some((mark) => mark.metric === 'hotline_overdue_open')
  const line = useMemo(() => ({ series: operation.intake, unit: '件' }), [operation.intake])
  const { received } = operation
  const day = weekdayText(Date.parse(document.asOf))
  const change = `较${received.compare?.label ?? ''} ${changeText(received.value, received.compare?.value ?? null)}`
  return (
    <div ref={box} className={styles.overview}>
      <FigureRow>
        <MetricFigure
          metric="hotline_overdue_open"
          measure={operation.overdue}
          size="key"
          tone={alarmed ? 'p1' : undefined}
        />
        <MetricFigure metric="hotline_due_soon" measure={operation.dueSoon} size="pair" />
        {wide && <MetricFigure metric="hotline_closed_today" measure={operation.closed} size="pair" />}
        {wide && <MetricFigure metric="hotline_repeat_rate" measure={operation.repeats.rate} size="pair" />}
        <MetricFigure metric="hotline_open" measure={operation.open} size="pair" align="end" />
      </FigureRow>
      <StageBar stages={operation.stages} />
      <div className={styles.charts}>
        <div className={styles.chart}>
          <LabelRow note={change}>
            今日受理{' '}
            <b
              className={styles.inline}
              data-metric="hotline_received_today"
              data-value={received.value ?? ''}
            >
              {received.value ?? '—'}
            </b>{' '}
            件
          </LabelRow>
          <Chart label={`今日每小时受理件数，与${day}常态区间对照`} data={line} build={dayLine} />
        </div>
        {wide && height >= TALL && (
          <div className={styles.chart}>
            <LabelRow note={`色带为${day}常态 P10–P90`}>在办件已用天数 件</LabelRow>
            <AgeingChart {...operation} />
          </div>
        )}
      </div>
    </div>
  )
}
