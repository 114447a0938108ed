import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import type { DaySeries, Measure } from '../../../contract/measure'
import { Figure } from '../../../blocks/Figure'
import { changeText } from '../../../blocks/MetricFigure'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { words } from '../overview-words'
import styles from './Hotline.module.css'

export interface IntakeChartProps {
  readonly series: DaySeries
  readonly received: Measure
  /** Epoch ms of the data; undefined where the series is of the last 24 whole hours. */
  readonly until: number | undefined
}

/** Orders received so far, hour by hour against the usual. */
export function IntakeChart({ series, received, until }: IntakeChartProps) {
  const line = useMemo(
    () => ({ series, unit: words.unit.orders, ...(until !== undefined && { until }) }),
    [series, until],
  )
  const { value, compare } = received
  const span = words.intake.span(until === undefined)
  return (
    <>
      <LabelRow note={compare ? words.intake.compared(compare.label, changeText(value, compare.value)) : ''}>
        <Sentence
          of={words.intake.received(
            span,
            <Figure
              metric={until === undefined ? 'hotline_received_lately' : 'hotline_received_today'}
              value={value}
              as="plain"
              className={styles.inline}
            />,
          )}
        />
      </LabelRow>
      <Chart label={words.intake.chart(span)} data={line} form="dayLine" />
    </>
  )
}
