import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { columns } from '../../charts/forms/columns'
import { countText } from '../../lib/format'
import type { ViewProps } from '../../panel-kit/define-panel'
import { changeText, MetricFigure } from '../../panel-kit/MetricFigure'
import { LabelRow } from '../../ui/Row'
import styles from './Intake.module.css'
import type { DataDocument } from './schema'
import { useScope } from './use-scope'
import { volumesOf } from './volumes'

/** A month of daily loads: the week's rhythm, the mean, and the batches that never arrived. */
export function Intake({ operation }: ViewProps<DataDocument>) {
  const { intake } = operation
  const { month } = intake
  const volumes = useMemo(() => volumesOf(intake.days, 30, 7), [intake.days])
  const { compare, ...figure } = month
  return (
    <div className={styles.intake}>
      <div className={styles.figures}>
        <MetricFigure
          metric="data_intake_month"
          measure={figure}
          size="key"
          label={`${useScope(operation.scope)}本月前 ${month.period.split(' ')[1] ?? ''} 日入库`}
        />
        <p className={styles.side}>
          上月同期 <b>{countText(compare?.value ?? null)}</b>
          <br />
          同期比 <b>{changeText(month.value, compare?.value ?? null)}</b>
        </p>
      </div>
      <div className={styles.days}>
        <LabelRow note={volumes.gaps === 0 ? '批次齐全' : `缺 ${volumes.gaps} 个批次`}>
          近 30 日 万条 · 日均 <b>{countText(volumes.mean)}</b>
        </LabelRow>
        <Chart label="近 30 日每日入库量，虚线为日均，缺的批次留空" data={volumes.columns} build={columns} />
      </div>
    </div>
  )
}
