import { useMemo } from 'react'
import { Figure } from '../../../blocks/Figure'
import { Chart } from '../../../charts/Chart'
import type { HistogramData } from '../../../charts/forms/histogram'
import { countText, FEW } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { useMarkOf } from '../../../panel/use-marks'
import { useMetric } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HallDocument } from '../contract'
import { words } from '../words'
import styles from './Charts.module.css'
import { isShut, shownDay, type ShownDay } from './last-day'
import { Shut } from './Shut'
import { percentText } from './text'
import { toneOf } from './tone'

const said = words.waits

type Told = ViewProps<HallDocument, 'waits'>['operation']

/** How long people waited today: the distribution on a true scale, target and limit dashed, P90 marked. */
export function WaitTimes(props: ViewProps<HallDocument, 'waits'>) {
  const shown = shownDay(props.document, props.operation)
  return !shown.isLast && isShut(shown.operation) ? <Shut of={props} /> : <Distribution {...shown} />
}

function Distribution({ operation, name, isLast, metric }: ShownDay<Told>) {
  const { waits, p90Wait, noShowRate, noShows, hall } = operation
  const target = useMetric('hall_mean_wait').threshold?.value
  const limit = useMetric('hall_longest_wait').threshold?.value
  const tone = toneOf(useMarkOf('hall_longest_wait', hall?.id))
  const called = waits.reduce((n, c) => n + c.count, 0)
  const over = waits.filter((c) => limit !== undefined && c.from >= limit).reduce((n, c) => n + c.count, 0)
  const p90 = p90Wait?.value ?? null
  const data = useMemo<HistogramData>(
    () => ({
      unit: words.unit.minutes,
      countUnit: words.unit.people,
      classes: waits,
      limits: [
        ...(target === undefined ? [] : [{ at: target, label: words.target.most(target) }]),
        ...(limit === undefined ? [] : [{ at: limit, label: words.limit(limit) }]),
      ],
      ...(p90 === null ? {} : { point: { at: p90, label: said.p90 } }),
      tone,
    }),
    [waits, target, limit, p90, tone],
  )
  return (
    <div className={styles.column}>
      <LabelRow
        note={
          p90Wait && (
            <Sentence of={said.p90Of(<Figure metric={metric('hall_p90_wait')} value={p90} as="plain" />)} />
          )
        }
      >
        <Sentence of={said.called(name, <b>{countText(called)}</b>)} />
      </LabelRow>
      <Chart
        label={isLast ? words.lastChart(name ?? '', words.title.waits) : said.chart}
        data={data}
        form="histogram"
      />
      <p className={styles.note}>
        <span>
          <Sentence of={said.over(limit, <b>{over}</b>)} />
        </span>
        {noShows && (
          <span>
            <Sentence
              of={said.noShows(
                <Figure metric={metric('hall_no_show_rate')} value={noShowRate?.value}>
                  {noShows.value ?? '—'}
                </Figure>,
                noShowRate && called >= FEW ? percentText(noShowRate.value) : undefined,
              )}
            />
          </span>
        )}
      </p>
    </div>
  )
}
