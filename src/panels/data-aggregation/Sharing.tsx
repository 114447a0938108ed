import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { dayLine } from '../../charts/forms/day-line'
import { weekdayText } from '../../lib/calendar'
import { countText, rateText } from '../../lib/format'
import type { ViewProps } from '../../panel-kit/define-panel'
import { changeText, MetricFigure } from '../../panel-kit/MetricFigure'
import { usePanel } from '../../panel-kit/panel-scope'
import { useMetric, useNow } from '../../panel-kit/wall-context'
import { LabelRow } from '../../ui/Row'
import { Consumers } from './Consumers'
import type { DataDocument } from './schema'
import styles from './Sharing.module.css'

/** Whether the data is used: calls today against the usual day, what failed, and who calls most. */
export function Sharing({ operation }: ViewProps<DataDocument>) {
  const { marks } = usePanel()
  const { calls, failures, success, hour, series, consumers } = operation.sharing
  // The limit is judged by the last hour; at night there are too few calls for that.
  const judged = hour.value ?? success.value
  const limit = useMetric('data_share_success_rate').threshold?.value
  const alarmed = marks.some((m) => m.metric === 'data_share_success_rate')
  const line = useMemo(() => ({ series, unit: '次' }), [series])
  const { compare, ...figure } = calls
  return (
    <div className={styles.box}>
      <div className={styles.main}>
        <div className={styles.figures}>
          <MetricFigure metric="data_share_calls_today" measure={figure} size="key" label={calls.period} />
          <div className={styles.side}>
            <p>
              失败{' '}
              <b
                className={styles.failed}
                data-metric="data_share_failures"
                data-value={failures.value ?? ''}
              >
                {countText(failures.value)}
              </b>{' '}
              次
            </p>
            <p>
              {hour.value === null ? '今日' : '1 时'}成功率{' '}
              <b
                className={alarmed ? styles.p2 : undefined}
                data-metric="data_share_success_rate"
                data-value={judged ?? ''}
              >
                {rateText(judged, limit)}%
              </b>
              {limit !== undefined && ` ≥${limit}`}
            </p>
          </div>
        </div>
        <LabelRow note={`较${compare?.label ?? '上周'} ${changeText(calls.value, compare?.value ?? null)}`}>
          次/15 分 · <i className={styles.band} />
          {weekdayText(useNow())}常态
        </LabelRow>
        <Chart label="今日每 15 分钟共享调用次数，与同星期常态区间对照" data={line} build={dayLine} />
      </div>
      <Consumers consumers={consumers} />
    </div>
  )
}
