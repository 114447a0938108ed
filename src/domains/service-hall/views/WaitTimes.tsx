import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { histogram, type HistogramData } from '../../../charts/forms/histogram'
import { Figure } from '../../../blocks/Figure'
import type { ViewProps } from '../../../panel/define-panel'
import { useMetric } from '../../../panel/wall-context'
import { LabelRow } from '../../../ui/Row'
import type { HallDocument } from '../contract'
import styles from './Charts.module.css'
import { toneOf } from './tone'
import { useMarkOf } from '../../../panel/use-marks'
import { percentText } from './words'

/** How long people waited today: the distribution on a true scale, target and limit dashed, P90 marked. */
export function WaitTimes({ operation }: ViewProps<HallDocument, 'waits'>) {
  const { waits, p90Wait, noShowRate, noShows, hall } = operation
  const target = useMetric('hall_mean_wait').threshold?.value
  const limit = useMetric('hall_longest_wait').threshold?.value
  const tone = toneOf(useMarkOf('hall_longest_wait', hall?.id))
  const called = waits.reduce((n, c) => n + c.count, 0)
  const over = waits.filter((c) => limit !== undefined && c.from >= limit).reduce((n, c) => n + c.count, 0)
  const p90 = p90Wait?.value ?? null
  const data = useMemo<HistogramData>(
    () => ({
      unit: '分',
      countUnit: '人',
      classes: waits,
      limits: [
        ...(target === undefined ? [] : [{ at: target, label: `目标 ≤${target}` }]),
        ...(limit === undefined ? [] : [{ at: limit, label: `限 ${limit}` }]),
      ],
      ...(p90 === null ? {} : { point: { at: p90, label: 'P90' } }),
      tone,
    }),
    [waits, target, limit, p90, tone],
  )
  return (
    <div className={styles.column}>
      <LabelRow
        note={
          p90Wait && (
            <>
              P90 <Figure metric="hall_p90_wait" value={p90} as="plain" /> 分
            </>
          )
        }
      >
        {hall?.short} 已叫号 <b>{called}</b> 人
      </LabelRow>
      <Chart label="今日等候时长分布，虚线为目标与上限" data={data} build={histogram} />
      <p className={styles.note}>
        <span>
          超 {limit ?? '—'} 分 <b>{over}</b> 人
        </span>
        {noShows && (
          <span>
            过号{' '}
            <Figure metric="hall_no_show_rate" value={noShowRate?.value}>
              {noShows.value ?? '—'}
            </Figure>{' '}
            人{noShowRate && ` · ${percentText(noShowRate.value)}`}
          </span>
        )}
      </p>
    </div>
  )
}
