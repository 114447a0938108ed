import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { columns } from '../../../charts/forms/columns'
import type { Measure } from '../../../contract/measure'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { FigureGrid } from '../../../blocks/Figures'
import { changeText, MetricFigure } from '../../../blocks/MetricFigure'
import { useNow } from '../../../panel/wall-context'
import { LabelRow } from '../../../ui/Row'
import styles from './Intake.module.css'
import { latestLabel } from './latest-label'
import type { DataDocument, DataOperation } from '../contract'
import { useScope } from './use-scope'
import { volumesOf } from './volumes'

/** A month of daily loads: the week's rhythm, the mean, and the batches that never arrived. */
export function Intake({ operation }: ViewProps<DataDocument, 'intake'>) {
  const { intake, loadedDay } = operation
  const scope = useScope(operation.scope)
  const latest = scope + latestLabel(useNow(), loadedDay)
  const month = intake.month && scope + monthLabel(intake.month)
  if (!intake.days)
    return (
      <FigureGrid
        items={[
          { metric: 'data_intake', measure: intake.latest, label: latest },
          { metric: 'data_intake_month', measure: intake.month, label: month },
        ]}
      />
    )
  return (
    <div className={styles.intake}>
      <Volume intake={intake} label={month ?? latest} />
      <Days days={intake.days} />
    </div>
  )
}

type Loads = NonNullable<DataOperation['intake']>

interface VolumeProps {
  readonly intake: Loads
  readonly label: string
}

/** `本月 17 日 全区` → 本月前 17 日入库. */
function monthLabel({ period }: Measure): string {
  const days = /^本月 (\d+) 日/.exec(period)?.[1]
  return days === undefined ? `${period}入库` : `本月前 ${days} 日入库`
}

/** The month so far; the latest load where the source does not add it up. */
function Volume({ intake: { month, latest: load }, label }: VolumeProps) {
  const { compare, ...figure } = month ?? load
  return (
    <div className={styles.figures}>
      <MetricFigure
        metric={month ? 'data_intake_month' : 'data_intake'}
        measure={figure}
        size="key"
        label={label}
      />
      {compare && (
        <p className={styles.side}>
          {compare.label} <b>{countText(compare.value)}</b>
          <br />
          {month ? '同期比' : '偏离'} <b>{changeText(figure.value, compare.value)}</b>
        </p>
      )}
    </div>
  )
}

function Days({ days }: { readonly days: NonNullable<Loads['days']> }) {
  const volumes = useMemo(() => volumesOf(days, 30, 7), [days])
  return (
    <div className={styles.days}>
      <LabelRow note={volumes.gaps === 0 ? '批次齐全' : `缺 ${volumes.gaps} 个批次`}>
        近 30 日 万条 · 日均 <b>{countText(volumes.mean)}</b>
      </LabelRow>
      <Chart label="近 30 日每日入库量，虚线为日均，缺的批次留空" data={volumes.columns} build={columns} />
    </div>
  )
}
