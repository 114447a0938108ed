import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { FigureGrid } from '../../../blocks/Figures'
import { changeText, MetricFigure } from '../../../blocks/MetricFigure'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import layout from './layout.module.css'
import styles from './Intake.module.css'
import { words } from '../words'
import { useLatestLabel } from './latest-label'
import type { DataDocument, DataOperation } from '../contract'
import { useScope } from './use-scope'
import { volumesOf } from './volumes'

const DAYS = 30

/** A month of daily loads: the week's rhythm, the mean, and the batches that never arrived. */
export function Intake({ operation }: ViewProps<DataDocument, 'intake'>) {
  const { intake, loadedDay } = operation
  const scope = useScope(operation.scope)
  const latest = scope + useLatestLabel(loadedDay)
  const month = intake.month && scope + words.intake.month(intake.month.period)
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

/** The month so far; the latest load where the source does not add it up. */
function Volume({ intake: { month, latest: load }, label }: VolumeProps) {
  const { compare, ...figure } = month ?? load
  const change = month ? words.intake.yearAgo : words.intake.deviation
  return (
    <div className={`${layout.figures} ${styles.total}`}>
      <MetricFigure
        metric={month ? 'data_intake_month' : 'data_intake'}
        measure={figure}
        size="key"
        label={label}
      />
      {compare && (
        <p className={`${layout.side} ${styles.compared}`}>
          {compare.label} <b>{countText(compare.value)}</b>
          <br />
          <Sentence of={change(<b>{changeText(figure.value, compare.value)}</b>)} />
        </p>
      )}
    </div>
  )
}

function Days({ days }: { readonly days: NonNullable<Loads['days']> }) {
  const volumes = useMemo(() => volumesOf(days, DAYS, 7), [days])
  return (
    <div className={styles.days}>
      <LabelRow note={words.intake.gaps(volumes.gaps)}>
        <Sentence of={words.intake.mean(DAYS, <b>{countText(volumes.mean)}</b>)} />
      </LabelRow>
      <Chart label={words.intake.chart(DAYS)} data={volumes.columns} form="columns" />
    </div>
  )
}
