import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { dayLine } from '../../../charts/forms/day-line'
import type { DaySeries, Measure } from '../../../contract/measure'
import { Figure } from '../../../blocks/Figure'
import { changeText } from '../../../blocks/MetricFigure'
import { LabelRow } from '../../../ui/Row'
import styles from './Hotline.module.css'

export interface IntakeChartProps {
  readonly series: DaySeries
  readonly received: Measure
  /** Name of the weekday whose usual range the band shows. */
  readonly day: string
}

/** Orders received so far, hour by hour against the usual. */
export function IntakeChart({ series, received, day }: IntakeChartProps) {
  const line = useMemo(() => ({ series, unit: '件' }), [series])
  const { value, compare } = received
  return (
    <>
      <LabelRow note={compare ? `较${compare.label} ${changeText(value, compare.value)}` : ''}>
        今日受理 <Figure metric="hotline_received_today" value={value} as="plain" className={styles.inline} />{' '}
        件
      </LabelRow>
      <Chart label={`今日每小时受理件数，与${day}常态区间对照`} data={line} build={dayLine} />
    </>
  )
}
