import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { dayLine } from '../../charts/forms/day-line'
import { weekdayText } from '../../lib/calendar'
import type { ViewProps } from '../../panel-kit/define-panel'
import { changeText, MetricFigure } from '../../panel-kit/MetricFigure'
import { usePanel } from '../../panel-kit/panel-scope'
import { FigureRow, LabelRow } from '../../ui/Row'
import styles from './Hotline.module.css'
import type { HotlineDocument } from './schema'
import { StageBar } from './StageBar'

/** The hotline at a glance: what is late, what stands open and where, and today's intake against the usual. */
export function Hotline({ document, operation }: ViewProps<HotlineDocument>) {
  const { marks } = usePanel()
  const alarmed = marks.some((mark) => mark.metric === 'hotline_overdue_open')
  const line = useMemo(() => ({ series: operation.intake, unit: '件' }), [operation.intake])
  const { received } = operation
  const day = weekdayText(Date.parse(document.asOf))
  return (
    <div className={styles.overview}>
      <div className={styles.stock}>
        <FigureRow>
          <MetricFigure
            metric="hotline_overdue_open"
            measure={operation.overdue}
            size="key"
            tone={alarmed ? 'p1' : undefined}
          />
          <MetricFigure metric="hotline_due_soon" measure={operation.dueSoon} size="pair" />
          <MetricFigure metric="hotline_open" measure={operation.open} size="pair" align="end" />
        </FigureRow>
        <StageBar stages={operation.stages} />
      </div>
      <div className={styles.intake}>
        <LabelRow
          note={`较${received.compare?.label ?? ''} ${changeText(received.value, received.compare?.value ?? null)}`}
        >
          今日受理{' '}
          <b className={styles.inline} data-metric="hotline_received_today" data-value={received.value ?? ''}>
            {received.value ?? '—'}
          </b>{' '}
          件
        </LabelRow>
        <Chart label={`今日每小时受理件数，与${day}常态区间对照`} data={line} build={dayLine} />
        <p className={styles.band}>
          <i />
          {day}常态区间 P10–P90
        </p>
      </div>
    </div>
  )
}
