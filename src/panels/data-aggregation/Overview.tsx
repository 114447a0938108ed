import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { columns } from '../../charts/forms/columns'
import { countText, signed } from '../../lib/format'
import type { ViewProps } from '../../panel-kit/define-panel'
import { MetricFigure } from '../../panel-kit/MetricFigure'
import { severityLevel } from '../../panel-kit/PanelFrame'
import { usePanel } from '../../panel-kit/panel-scope'
import { useRows } from '../../panel-kit/use-rows'
import { useNow } from '../../panel-kit/wall-context'
import { LabelRow } from '../../ui/Row'
import { SeverityMark } from '../../ui/SeverityMark'
import { useUnit } from '../../ui/unit'
import { latestLabel } from './latest-label'
import styles from './Overview.module.css'
import type { DataDocument } from './schema'
import { TrackRow } from './Track'
import { useScope } from './use-scope'
import { volumesOf } from './volumes'

const ROW = 20
const LOW = 10

/** The data platform at a glance: what came in, whether it came on time, whether those who use it are served. */
export function Overview({ operation }: ViewProps<DataDocument>) {
  const { marks } = usePanel()
  const u = useUnit()
  const [box, rows] = useRows<HTMLDivElement>(ROW)
  // Too low for columns: figure and rates stay. 0 rows is a box not measured yet.
  const low = rows > 0 && rows < LOW
  const { intake, issues, ontime, sharing } = operation
  const days = useMemo(() => volumesOf(intake.days, 14, 0), [intake.days])
  const label = useScope(operation.scope) + latestLabel(useNow(), operation.loadedDay)
  const idle = marks.find((m) => m.metric === 'data_zero_loads')
  const { compare: _, ...latest } = intake.latest
  return (
    <div ref={box} className={styles.overview}>
      <div className={styles.state}>
        <div className={styles.figures}>
          <MetricFigure metric="data_intake" measure={latest} size="key" label={label} />
          <p className={styles.beside}>
            <span>
              前 13 日均 <b>{countText(days.mean)}</b>
            </span>
            <span>
              偏离 <b>{days.deviation === null ? '—' : `${signed(days.deviation, 1)}%`}</b>
            </span>
          </p>
          <div className={styles.issues}>
            <MetricFigure metric="data_issues_open" measure={issues.open} size="pair" label="问题数据" />
          </div>
        </div>
        <div className={styles.tracks}>
          <TrackRow metric="data_ontime_rate" value={ontime.value} from={85} />
          <TrackRow
            metric="data_share_success_rate"
            value={sharing.hour.value ?? sharing.success.value}
            from={95}
          />
        </div>
      </div>
      {!low && (
        <div className={styles.days}>
          <div className={styles.caption}>
            <LabelRow
              note={
                idle && (
                  <span className={styles.idle}>
                    <SeverityMark severity={severityLevel(idle.severity)} no={idle.no} size={22 * u} />
                    {idle.what}
                  </span>
                )
              }
            >
              日入库 万条
            </LabelRow>
          </div>
          <Chart
            label="近 14 日入库量，虚线为前 13 日均值，缺的批次留空"
            data={days.columns}
            build={columns}
          />
        </div>
      )}
    </div>
  )
}
