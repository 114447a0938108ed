import { useMemo, type ReactNode } from 'react'
import { Chart } from '../../../charts/Chart'
import type { DaySeries } from '../../../contract/measure'
import { weekdayText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { changeText, MetricFigure } from '../../../blocks/MetricFigure'
import { useMarkOf } from '../../../panel/use-marks'
import { useAt, useMetric } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { Consumers } from './Consumers'
import type { DataDocument, DataOperation } from '../contract'
import { words } from '../words'
import layout from './layout.module.css'
import styles from './Sharing.module.css'

type Calls = NonNullable<DataOperation['sharing']>

/** Whether the data is used: calls today against the usual day, what failed, and who calls most. */
export function Sharing({ document, operation }: ViewProps<DataDocument, 'sharing'>) {
  const { calls, failures, series, consumers } = operation.sharing
  const { compare, ...figure } = calls
  if (!series && !consumers) return <FigureGrid items={figuresOf(operation.sharing)} />
  return (
    <div className={styles.box} data-plain={!series || undefined}>
      <div className={styles.main}>
        <div className={`${layout.figures} ${styles.figures}`}>
          <MetricFigure metric="data_share_calls_today" measure={figure} size="key" label={calls.period} />
          <div className={layout.side}>
            {failures && (
              <p>
                <Sentence
                  of={words.sharing.failed(
                    <Figure metric="data_share_failures" value={failures.value} className={styles.failed} />,
                  )}
                />
              </p>
            )}
            <Success sharing={operation.sharing} />
          </div>
        </div>
        {series && (
          <Day
            series={series}
            until={Date.parse(document.asOf)}
            change={
              compare && (
                <span className={styles.change}>
                  <span>{words.sharing.change(compare.label, '')}</span>
                  {changeText(calls.value, compare.value)}
                </span>
              )
            }
          />
        )}
      </div>
      {consumers && <Consumers consumers={consumers} />}
    </div>
  )
}

function figuresOf({ calls, failures, success }: Calls) {
  return [
    { metric: 'data_share_calls_today', measure: calls },
    { metric: 'data_share_failures', measure: failures },
    { metric: 'data_share_success_rate', measure: success },
  ]
}

/** Judged by the last hour; at night there are too few calls for that, and not every platform keeps hours. */
function Success({ sharing: { hour, success } }: { readonly sharing: Calls }) {
  const limit = useMetric('data_share_success_rate').threshold?.value
  const alarmed = useMarkOf('data_share_success_rate') !== undefined
  const lastHour = hour?.value ?? null
  const judged = lastHour ?? success?.value ?? null
  if (!hour && !success) return null
  return (
    <p>
      <Sentence
        of={words.sharing.success(
          lastHour !== null,
          <Figure
            metric="data_share_success_rate"
            value={judged}
            as="rate"
            unit="%"
            className={alarmed ? styles.p2 : undefined}
          />,
          limit,
        )}
      />
    </p>
  )
}

interface DayProps {
  readonly series: DaySeries
  readonly change: ReactNode
  /** Epoch ms of the data. */
  readonly until: number
}

function Day({ series, change, until }: DayProps) {
  const line = useMemo(() => ({ series, unit: words.unit.calls, until }), [series, until])
  const day = useAt(weekdayText)
  const usual = series.low !== undefined && series.high !== undefined
  return (
    <>
      <LabelRow note={change}>
        <Sentence
          of={words.sharing.step(
            series.stepMinutes,
            usual ? { band: <i className={styles.band} />, day } : undefined,
          )}
        />
      </LabelRow>
      <Chart label={words.sharing.chart(series.stepMinutes, usual)} data={line} form="dayLine" />
    </>
  )
}
