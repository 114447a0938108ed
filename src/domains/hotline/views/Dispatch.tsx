import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { dotRows } from '../../../charts/forms/dot-rows'
import { rateText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { useMetric } from '../../../panel/wall-context'
import { LabelRow } from '../../../ui/Row'
import type { HotlineDocument } from '../contract'
import styles from './Lists.module.css'

/** Automatic dispatch: how much of it there is, and how often it finds the right department. */
export function Dispatch({ operation }: ViewProps<HotlineDocument, 'dispatch'>) {
  const { auto, manual, share, accuracy, days } = operation.dispatch
  const target = useMetric('hotline_auto_dispatch_accuracy').threshold?.value
  const data = useMemo(
    () => ({
      unit: '%',
      min: 75,
      max: 100,
      ticks: [75, 87.5, 100].filter((t) => t !== 87.5),
      names: 72,
      values: 70,
      rows: (days ?? [])
        .slice(-6)
        .toReversed()
        .map(({ label, accuracy: value }) => ({
          key: label,
          name: label,
          value,
          print: rateText(value, target),
          ...(target === undefined ? {} : { target }),
        })),
    }),
    [days, target],
  )
  if (!days)
    return (
      <FigureGrid
        items={[
          { metric: 'hotline_auto_share', measure: share },
          { metric: 'hotline_auto_dispatch_accuracy', measure: accuracy },
        ]}
      />
    )
  return (
    <div className={styles.column}>
      <div className={styles.figures}>
        <MetricFigure metric="hotline_auto_share" measure={share} size="key" />
        <div className={styles.side}>
          {auto !== undefined && manual !== undefined && (
            <p>
              自动 <b>{auto}</b> · 人工 <b>{manual}</b> 件
            </p>
          )}
          {accuracy && (
            <p>
              今日精准度{' '}
              <Figure metric="hotline_auto_dispatch_accuracy" value={accuracy.value} as="rate" unit="%" />
            </p>
          )}
        </div>
      </div>
      <LabelRow note={target === undefined ? '' : `| 目标 ≥${target}%`}>近 6 日精准度</LabelRow>
      <Chart label="自动转派精准度，近 6 日，与目标对照" data={data} build={dotRows} />
    </div>
  )
}
