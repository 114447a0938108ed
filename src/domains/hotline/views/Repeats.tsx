import { rateText, signed } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { FigureGrid } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { LedFigure } from '../../../blocks/LedFigure'
import { RowLead, useRowsLink } from '../../../blocks/RowLead'
import { RowList } from '../../../blocks/RowList'
import { useRow } from '../../../blocks/use-fit'
import { partCalled } from '../../../panel/rows-link'
import { useMarkFor } from '../../../panel/use-marks'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words as counted } from '../summary-words'
import { words } from '../words'
import { LIST_ROW } from './layout'
import styles from './Lists.module.css'

type Cluster = NonNullable<NonNullable<HotlineOperation['repeats']>['clusters']>[number]

/** Orders that come back after they were closed: the rate, and the places to be treated at the root. */
export function Repeats({ operation }: ViewProps<HotlineDocument, 'repeats'>) {
  const { rate, count, weeks = [], clusters } = operation.repeats
  const row = useRow(LIST_ROW)
  const [last, before] = [weeks.at(-1), weeks.at(-2)]
  if (!clusters)
    return (
      <FigureGrid items={[{ metric: 'hotline_repeat_rate', measure: rate, label: words.repeats.rate }]} />
    )
  return (
    <div className={styles.column}>
      <div className={styles.figures}>
        <MetricFigure
          metric="hotline_repeat_rate"
          measure={rate}
          size="key"
          label={
            count === undefined ? (
              words.repeats.rate
            ) : (
              <Sentence of={words.repeats.month(<LedFigure metric="hotline_repeated" value={count} />)} />
            )
          }
        />
        {last && (
          <p className={styles.side}>
            {last.label} <b>{rateText(last.rate)}%</b>
            <br />
            {words.repeats.change(before && signed(last.rate - before.rate, 1))}
          </p>
        )}
      </div>
      <RowList rows={clusters} keyOf={({ key }) => key} rowUnits={row} className={styles.rows}>
        {(cluster) => <Place cluster={cluster} />}
      </RowList>
    </div>
  )
}

function Place({ cluster: { key, code, town, topic, count } }: { readonly cluster: Cluster }) {
  const mark = useMarkFor(key)
  const linkOf = useRowsLink('hotline_repeated')
  return (
    <RowLead
      to={linkOf(['town', code], partCalled('category', topic, counted.noCategory))}
      className={styles.row}
      count={count}
    >
      <span>{words.repeats.place(town, topic)}</span>
      {mark && <ExceptionMark of={mark} size={24} />}
      <span>
        <Sentence
          of={words.repeats.count(<b>{count}</b>, (aside) => (
            <i>{aside}</i>
          ))}
        />
      </span>
    </RowLead>
  )
}
