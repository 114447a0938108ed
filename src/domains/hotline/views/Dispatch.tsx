import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { rateText } from '../../../lib/format'
import { shareText } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { LedFigure } from '../../../blocks/LedFigure'
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
  const { auto, manual, wrong, share, accuracy } = lastHours?.dispatch ?? operation.dispatch
  const span = lastHours ? 'lately' : 'today'
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
          {auto !== undefined && manual !== undefined && <Ways {...{ span, auto, manual }} />}
          {accuracy && (
            <p>
              <Sentence
                of={words.dispatch[span](
                  <Figure metric="hotline_auto_dispatch_accuracy" value={accuracy.value} as="rate" unit="%">
                    {ofAuto(accuracy.value)}
                  </Figure>,
                )}
              />
              {wrong !== undefined && <Mistaken {...{ span }} value={wrong} />}
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

interface SentByProps {
  readonly span: 'today' | 'lately'
  /** Of one way only, by a program or by a person. */
  readonly mode?: 'auto' | 'manual'
  readonly value: number
}

/** How many orders were passed on, and in which way. */
const Ways = ({
  span,
  auto,
  manual,
}: Pick<SentByProps, 'span'> & { readonly auto: number; readonly manual: number }) => (
  <p>
    <Sentence
      of={words.dispatch.split(
        span,
        <SentBy {...{ span }} value={auto + manual} />,
        <SentBy {...{ span }} mode="auto" value={auto} />,
        <SentBy {...{ span }} mode="manual" value={manual} />,
      )}
    />
  </p>
)

/** What was passed on, of the orders that came in. */
const SentBy = ({ span, mode, value }: SentByProps) => (
  <LedFigure
    metric={`hotline_received_${span}`}
    part={`${mode ? `mode=${mode}&` : ''}sent=true`}
    value={value}
  />
)

/** What a program sent to the wrong department. */
const Mistaken = ({ span, value }: Omit<SentByProps, 'mode'>) => (
  <Sentence
    of={words.dispatch.wrong(
      <LedFigure metric={`hotline_received_${span}`} part="misdispatched=true" value={value} />,
    )}
  />
)
