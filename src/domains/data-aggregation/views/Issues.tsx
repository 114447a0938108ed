import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import type { ColumnsData } from '../../../charts/forms/columns'
import { countText } from '../../../lib/format'
import { isLast24 } from '../../../lib/period'
import type { ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { useMarkFor, useMarkOf } from '../../../panel/use-marks'
import { ExceptionMark } from '../../../blocks/ExceptionMark'
import { RowLead, usePickAt, useRowsLink } from '../../../blocks/RowLead'
import { RowsLead } from '../../../blocks/RowsLead'
import { RowList } from '../../../blocks/RowList'
import { useScreen } from '../../../panel/screen-context'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import layout from './layout.module.css'
import styles from './Issues.module.css'
import type { DataDocument, DataOperation, Issue } from '../contract'
import { words } from '../words'
import { useScope } from './use-scope'

const ROW = 66

/** Data problems that wait to be mended: how long they have waited, which are oldest, and whose move it is. */
export function Issues({ operation }: ViewProps<DataDocument, 'issues'>) {
  const { open, overdue, raised, closed, byAge, limitDays, oldest, problemRows, checkedRows } =
    operation.issues
  const scoped = useScreen().region !== null
  const scope = useScope(operation.scope)
  const share = shareOf(operation.issues)
  const alarmed = useMarkOf('data_issue_age') !== undefined
  if (!byAge && !oldest)
    return (
      <FigureGrid
        items={[
          { metric: 'data_issues_open', measure: open },
          { metric: 'data_issues_overdue', measure: overdue, tone: alarmed ? 'p2' : undefined },
        ]}
      />
    )
  return (
    <div className={styles.box}>
      <div className={styles.ages} data-plain={!byAge || undefined}>
        <LabelRow
          note={
            raised &&
            closed && (
              <Sentence
                of={words.issues.today(
                  <b>{raised.value ?? '—'}</b>,
                  <b>{closed.value ?? '—'}</b>,
                  isLast24(raised.period),
                )}
              />
            )
          }
        >
          <Sentence
            of={words.issues.open(
              scoped,
              <RowsLead metric="data_issues_open">
                <Figure metric="data_issues_open" value={open.value} className={styles.open} />
              </RowsLead>,
              overdue && (
                <RowsLead metric="data_issues_overdue">
                  <Figure
                    metric="data_issues_overdue"
                    value={overdue.value}
                    className={`${styles.open} ${alarmed ? styles.p2 : ''}`}
                  />
                </RowsLead>
              ),
            )}
          />
        </LabelRow>
        {byAge && <AgeChart byAge={byAge} limitDays={limitDays} alarmed={alarmed} />}
        {checkedRows && problemRows && (
          <p className={styles.rate}>
            <Sentence
              of={words.issues.checked(
                scope,
                countText(checkedRows.value),
                <Figure metric="data_problem_rate" value={share}>
                  {share === null ? '—' : `${share.toFixed(2)}%`}
                </Figure>,
              )}
            />
          </p>
        )}
      </div>
      {oldest && <Oldest issues={oldest} />}
    </div>
  )
}

/** Percent of the checked rows that broke a rule; unknown where one of the two is. */
function shareOf({ problemRows, checkedRows }: NonNullable<DataOperation['issues']>): number | null {
  const [bad = null, all = null] = [problemRows?.value, checkedRows?.value]
  return bad === null || all === null || all === 0 ? null : (bad / all) * 100
}

function Oldest({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <RowList
      rows={issues}
      keyOf={(issue) => issue.no}
      rowUnits={ROW}
      className={layout.rows}
      none={<span className={layout.none}>{words.issues.none}</span>}
    >
      {(issue) => <IssueRow issue={issue} />}
    </RowList>
  )
}

interface AgeChartProps {
  readonly byAge: readonly number[]
  readonly limitDays: number | undefined
  readonly alarmed: boolean
}

function AgeChart({ byAge, limitDays, alarmed }: AgeChartProps) {
  const [open, overdue] = [useRowsLink('data_issues_open'), useRowsLink('data_issues_overdue')]
  const leads = useMemo(
    () =>
      byAge.map((_, days) =>
        days < byAge.length - 1
          ? open(['ageDays', String(days)])
          : limitDays === undefined
            ? null
            : overdue(['open', 'true']),
      ),
    [byAge, limitDays, open, overdue],
  )
  const onPick = usePickAt(leads)
  const data = useMemo(
    () => ({ ...ageing({ byAge, limitDays, alarmed }), leads }),
    [byAge, limitDays, alarmed, leads],
  )
  return (
    <Chart label={words.issues.chart(limitDays !== undefined)} data={data} form="columns" onPick={onPick} />
  )
}

/** Without a limit no column is late. */
function ageing({ byAge, limitDays, alarmed }: AgeChartProps): ColumnsData {
  const last = byAge.length - 1
  const limited = limitDays !== undefined
  return {
    unit: words.unit.issues,
    labels: byAge.map((_, i) =>
      i === 0 ? words.issues.sameDay : limited && i === last ? words.issues.overdue : String(i),
    ),
    values: byAge,
    emphasiseFrom: last - 3,
    print: byAge.flatMap((n, i) => (n > 0 && (i === 0 || i >= last - 3) ? [i] : [])),
    ticks: [0, 3, 6, 9, last].filter((t) => t <= last),
    ...(limited ? { limit: { at: last, label: words.issues.limit(limitDays) } } : {}),
    ...(limited && alarmed ? { breach: { from: last, tone: 'p2' as const } } : {}),
  }
}

const metaOf = ({ owner, rows, state }: Issue) =>
  [owner, rows === undefined ? undefined : words.issues.rows(countText(rows)), state && words.state[state]]
    .filter((word) => word !== undefined)
    .join(' · ')

function IssueRow({ issue }: { readonly issue: Issue }) {
  const mark = useMarkFor(issue.no)
  return (
    // A number that had to be shortened names nothing.
    <RowLead
      to={issue.no.endsWith('…') ? null : `row:data-aggregation.data-issue:${issue.no}`}
      className={styles.row}
    >
      <span className={styles.title}>
        {mark && <ExceptionMark of={mark} size={24} />}
        {issue.title}
      </span>
      <span className={mark ? styles.late : styles.age}>{words.issues.age(issue.ageDays)}</span>
      <span className={styles.meta}>{metaOf(issue)}</span>
      <span className={styles.action}>{issue.action}</span>
    </RowLead>
  )
}
