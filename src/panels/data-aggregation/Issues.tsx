import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { columns, type ColumnsData } from '../../charts/forms/columns'
import { countText } from '../../lib/format'
import type { ViewProps } from '../../panel-kit/define-panel'
import { severityLevel } from '../../panel-kit/PanelFrame'
import { usePanel } from '../../panel-kit/panel-scope'
import { useRows } from '../../panel-kit/use-rows'
import { useWall } from '../../panel-kit/wall-context'
import { LabelRow } from '../../ui/Row'
import { SeverityMark } from '../../ui/SeverityMark'
import { useUnit } from '../../ui/unit'
import styles from './Issues.module.css'
import type { DataDocument, Issue } from './schema'

const ROW = 66

/** Data problems that wait to be mended: how long they have waited, which are oldest, and whose move it is. */
export function Issues({ operation }: ViewProps<DataDocument>) {
  const { marks } = usePanel()
  const [list, rows] = useRows<HTMLUListElement>(ROW)
  const { open, overdue, raised, closed, byAge, limitDays, oldest, problemRows, checkedRows } =
    operation.issues
  const scoped = useWall().region !== null
  const alarmed = marks.some((m) => m.metric === 'data_issue_age')
  const data = useMemo(() => ageing(byAge, limitDays, alarmed), [byAge, limitDays, alarmed])
  const share =
    problemRows.value === null || !checkedRows.value ? null : (problemRows.value / checkedRows.value) * 100
  return (
    <div className={styles.box}>
      <div className={styles.ages}>
        <LabelRow
          note={
            <>
              今日 提出 <b>{raised.value}</b> 闭环 <b>{closed.value}</b>
            </>
          }
        >
          {scoped && '辖区'}未闭环{' '}
          <b className={styles.open} data-metric="data_issues_open" data-value={open.value ?? ''}>
            {countText(open.value)}
          </b>{' '}
          超期{' '}
          <b
            className={`${styles.open} ${alarmed ? styles.p2 : ''}`}
            data-metric="data_issues_overdue"
            data-value={overdue.value ?? ''}
          >
            {countText(overdue.value)}
          </b>
        </LabelRow>
        <Chart label="未闭环数据问题按已开工作日数分布，末列为超期" data={data} build={columns} />
        <p className={styles.rate}>
          {scoped && operation.scope}校核 {countText(checkedRows.value)} 条，问题{' '}
          <b data-metric="data_problem_rate" data-value={share ?? ''}>
            {share === null ? '—' : `${share.toFixed(2)}%`}
          </b>
        </p>
      </div>
      <ul ref={list} className={styles.rows}>
        {oldest.slice(0, rows).map((issue) => (
          <IssueRow key={issue.no} issue={issue} />
        ))}
        {oldest.length === 0 && <li className={styles.none}>此刻没有未闭环的问题</li>}
      </ul>
    </div>
  )
}

function ageing(byAge: readonly number[], limitDays: number, alarmed: boolean): ColumnsData {
  const last = byAge.length - 1
  return {
    unit: '个',
    labels: byAge.map((_, i) => (i === 0 ? '当天' : i === last ? '超期' : String(i))),
    values: byAge,
    emphasiseFrom: last - 3,
    print: byAge.flatMap((n, i) => (n > 0 && (i === 0 || i >= last - 3) ? [i] : [])),
    ticks: [0, 3, 6, 9, last].filter((t) => t <= last),
    limit: { at: last, label: `限 ${limitDays} 日` },
    ...(alarmed ? { breach: { from: last, tone: 'p2' as const } } : {}),
  }
}

function IssueRow({ issue }: { readonly issue: Issue }) {
  const { marks } = usePanel()
  const u = useUnit()
  const mark = marks.find((m) => m.subject === issue.no)
  return (
    <li className={styles.row}>
      <span className={styles.title}>
        {mark && <SeverityMark severity={severityLevel(mark.severity)} no={mark.no} size={24 * u} />}
        {issue.title}
      </span>
      <span className={mark ? styles.late : styles.age}>第 {issue.ageDays} 日</span>
      <span className={styles.meta}>
        {issue.owner} · {countText(issue.rows)} 条 · {issue.state}
      </span>
      <span className={styles.action}>{issue.action}</span>
    </li>
  )
}
