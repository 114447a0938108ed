import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { rateText } from '../../../lib/format'
import { shareText } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { useMetric } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument } from '../contract'
import { words } from '../words'
import styles from './Lists.module.css'

/** Automatic dispatch: how much of it there is, and how often it finds the right department. */
export function Dispatch({ operation }: ViewProps<HotlineDocument, 'dispatch'>) {
  const { days } = operation.dispatch
  const { lastHours } = operation
  const { auto, manual, share, accuracy } = lastHours?.dispatch ?? operation.dispatch
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
  /** Of few orders in how many of them. */
  const ofAuto = (value: number | null) =>
    value === null || auto === undefined ? undefined : shareText(value, auto, target)
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
              <Sentence of={words.dispatch.split(<b>{auto}</b>, <b>{manual}</b>, lastHours !== undefined)} />
            </p>
          )}
          {accuracy && (
            <p>
              <Sentence
                of={words.dispatch[lastHours ? 'lately' : 'today'](
                  <Figure metric="hotline_auto_dispatch_accuracy" value={accuracy.value} as="rate" unit="%">
                    {ofAuto(accuracy.value)}
                  </Figure>,
                )}
              />
            </p>
          )}
        </div>
      </div>
      <LabelRow note={target === undefined ? '' : words.dispatch.target(target)}>
        {words.dispatch.days}
      </LabelRow>
      <Chart label={words.dispatch.chart} data={data} form="dotRows" />
    </div>
  )
}
