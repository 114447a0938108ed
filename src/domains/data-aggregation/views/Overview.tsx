import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { countText, signed } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { FigureGrid, type FigureItem } from '../../../blocks/Figures'
import { MetricFigure } from '../../../blocks/MetricFigure'
import { MarkLead } from '../../../panel/MarkLead'
import { usePanel } from '../../../panel/panel-scope'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import { words } from '../overview-words'
import { useLatestLabel } from './latest-label'
import styles from './Overview.module.css'
import type { DataDocument, DataOperation, WholeData } from '../contract'
import { TrackRow } from '../../../blocks/Track'
import { useScope } from './use-scope'
import { volumesOf, type Volumes } from './volumes'

/** A body lower than this, in design units, has no room for columns: figure and rates stay. */
const LOW = 200
/** Two weeks: the last day against those before it. */
const DAYS = 14

type Days = WholeData['intake']['days']

/** The data platform at a glance: what came in, whether it came on time, whether those who use it are served. */
export function Overview({ operation, size }: ViewProps<DataDocument, 'records'>) {
  const label = useScope(operation.scope) + useLatestLabel(operation.loadedDay)
  const { intake } = operation
  return (
    <div className={styles.overview}>
      {intake?.days ? (
        <Loads days={intake.days} operation={operation} label={label} low={size.height < LOW} />
      ) : (
        <div className={styles.sparse}>
          <FigureGrid items={figuresOf(operation, label)} />
          <Rates operation={operation} />
        </div>
      )}
    </div>
  )
}

/** All there is to say where the platform keeps no daily volumes. */
function figuresOf({ intake, records, sharing, issues }: DataOperation, label: string): FigureItem[] {
  return [
    { metric: 'data_intake', measure: intake?.latest, label },
    { metric: 'data_records_aggregated', measure: records },
    { metric: 'data_share_calls_today', measure: sharing?.calls },
    { metric: 'data_issues_open', measure: issues?.open, label: words.overview.issues },
  ]
}

interface LoadsProps {
  readonly days: Days
  readonly operation: DataOperation
  readonly label: string
  /** Too low for columns. */
  readonly low: boolean
}

function Loads({ days, operation, label, low }: LoadsProps) {
  const volumes = useMemo(() => volumesOf(days, DAYS, 0), [days])
  const { intake, issues } = operation
  const deviation = volumes.deviation === null ? '—' : `${signed(volumes.deviation, 1)}%`
  const { compare: _, ...latest } = intake?.latest ?? { value: null, unit: words.unit.records, period: label }
  return (
    <>
      <div className={styles.state}>
        <div className={styles.figures}>
          <MetricFigure metric="data_intake" measure={latest} size="key" label={label} />
          <p className={styles.beside}>
            <span>
              <Sentence of={words.overview.mean(DAYS - 1, <b>{countText(volumes.mean)}</b>)} />
            </span>
            <span>
              <Sentence of={words.overview.deviation(<b>{deviation}</b>)} />
            </span>
          </p>
          {issues && (
            <div className={styles.issues}>
              <MetricFigure
                metric="data_issues_open"
                measure={issues.open}
                size="pair"
                label={words.overview.issues}
              />
            </div>
          )}
        </div>
        <Noted />
        <Rates operation={operation} />
      </div>
      {!low && (
        <div className={styles.days}>
          <Columns volumes={volumes} />
        </div>
      )}
    </>
  )
}

/** What the marks of the title stand for: none of the figures here raises them. */
function Noted() {
  const { marks } = usePanel()
  const [first] = marks
  if (!first) return null
  return (
    <p className={styles.idle}>
      {marks.map((mark) => (
        <MarkLead key={mark.no} of={mark} size={22} />
      ))}
      {marks.length === 1 && first.what}
    </p>
  )
}

function Rates({ operation: { ontime, sharing } }: { readonly operation: DataOperation }) {
  const success = sharing?.hour ?? sharing?.success
  if (!ontime && !success) return null
  return (
    <div className={styles.tracks}>
      {ontime && <TrackRow metric="data_ontime_rate" value={ontime.value} from={85} />}
      {success && (
        <TrackRow
          metric="data_share_success_rate"
          value={sharing?.hour?.value ?? sharing?.success?.value ?? null}
          from={95}
        />
      )}
    </div>
  )
}

function Columns({ volumes }: { readonly volumes: Volumes }) {
  return (
    <>
      <div className={styles.caption}>
        <LabelRow>{words.overview.label}</LabelRow>
      </div>
      <Chart label={words.overview.chart(DAYS)} data={volumes.columns} form="columns" />
    </>
  )
}
