import type { Measure } from '../../../contract/measure'
import type { ViewProps } from '../../../panel/define-panel'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { figureText } from '../../../blocks/MetricFigure'
import { useMarkOf } from '../../../panel/use-marks'
import { words } from '../words'
import { useLatestLabel } from './latest-label'
import type { DataDocument, DataOperation } from '../contract'
import { useScope } from './use-scope'

type Told = ViewProps<DataDocument, 'records'>['operation']

/** What the day's load comes to, in one sentence of facts, about all of `scope`. */
export function sentenceOf(operation: Told, label: string, scope = ''): string {
  const { records, issues } = operation
  const clauses = [...loadWords(operation, label), ...issueWords(issues)]
  // A source that knows no loads still knows what it holds.
  return words.keys.sentence(scope, clauses.length === 0 ? [words.keys.held(amountOf(records))] : clauses)
}

function amountOf(measure: Measure): string {
  const { text, unit } = figureText(measure)
  return `${text} ${unit}`
}

function loadWords(operation: Told, label: string): string[] {
  const { intake, loadedDay } = operation
  if (!intake) return []
  if (intake.latest.value !== null) return [volumeWords(intake.latest, label), ...emptyWords(operation)]
  return [words.keys.missing(loadedDay?.slice(5))]
}

function issueWords(issues: DataOperation['issues']): string[] {
  const late = issues?.overdue?.value ?? null
  if (late === null) return []
  return [late > 0 ? words.keys.late(late, issues?.limitDays) : words.keys.inTime(issues?.limitDays)]
}

function volumeWords(latest: Measure, label: string): string {
  const { value, compare } = latest
  if (value === null || compare === undefined || compare.value === 0)
    return words.keys.loaded(label, amountOf(latest))
  const percent = ((value - compare.value) / compare.value) * 100
  return words.keys.deviates(label, amountOf(latest), compare.label, percent)
}

function emptyWords({ departments = [], loaded }: DataOperation): string[] {
  const counted = departments.flatMap(({ zeroLoads, ...rest }) =>
    zeroLoads === undefined ? [] : [{ ...rest, zeroLoads }],
  )
  const empty = counted.filter(({ zeroLoads }) => zeroLoads > 1)
  if (counted.length === 0) return []
  if (empty.length === 0) {
    const missing = loaded ? loaded.due - loaded.done : 0
    return [missing > 0 ? words.keys.undelivered(missing) : words.keys.delivered]
  }
  return [
    words.keys.idle(empty.map(({ name, library = name, zeroLoads }) => ({ name: library, days: zeroLoads }))),
  ]
}

/** The departments that delivered, of those that were due; unknown while their batch is missing. */
function loadedOf({ loaded, intake, loadedDay }: DataOperation): Measure | undefined {
  return (
    loaded && {
      value: intake?.latest.value === null ? null : loaded.done,
      unit: words.keys.due(loaded.due),
      period: words.keys.batch(loadedDay?.slice(5)),
    }
  )
}

function overdueOf(issues: DataOperation['issues']): Measure | undefined {
  const open = issues?.open.value ?? null
  return (
    issues?.overdue && {
      ...issues.overdue,
      ...(open === null ? {} : { compare: { label: words.keys.open, value: open } }),
    }
  )
}

/** The scene's five figures: who delivered, what is late, what came, who uses it, and last the stock that nobody acts on. */
export function Keys({ operation }: ViewProps<DataDocument, 'records'>) {
  const { records, intake, sharing, issues, loadedDay } = operation
  const scope = useScope(operation.scope)
  const label = useLatestLabel(loadedDay)
  const overdue = useMarkOf('data_issue_age') !== undefined
  return (
    <KeyStrip
      sentence={sentenceOf(operation, label, scope)}
      items={[
        { metric: 'data_depts_loaded', measure: loadedOf(operation) },
        { metric: 'data_issues_overdue', measure: overdueOf(issues), tone: overdue ? 'p2' : undefined },
        { metric: 'data_intake', measure: intake?.latest, label },
        { metric: 'data_share_calls_today', measure: sharing?.calls, label: words.keys.calls },
        {
          metric: 'data_records_aggregated',
          measure:
            loadedDay === undefined ? records : { ...records, period: words.keys.asOf(loadedDay.slice(5)) },
        },
      ]}
      figures={[]}
    />
  )
}
