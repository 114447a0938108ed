import type { Measure } from '../../../contract/measure'
import type { ViewProps } from '../../../panel/define-panel'
import { KeyStrip } from '../../../blocks/KeyStrip'
import { figureText } from '../../../blocks/MetricFigure'
import { useMarkOf } from '../../../panel/use-marks'
import { useNow } from '../../../panel/wall-context'
import { latestLabel } from './latest-label'
import type { DataDocument, DataOperation } from '../contract'
import { useScope } from './use-scope'

type Told = ViewProps<DataDocument, 'records'>['operation']

/** What the day's load comes to, in one sentence of facts. */
export function sentenceOf(operation: Told, label: string): string {
  const { records, issues } = operation
  const parts = [...loadWords(operation, label), ...issueWords(issues)].filter((part) => part !== '')
  // A source that knows no loads still knows what it holds.
  const { text, unit } = figureText(records)
  return (parts.length === 0 ? [`汇聚数据 ${text} ${unit}`] : parts).join('；').concat('。')
}

function loadWords(operation: Told, label: string): string[] {
  const { intake, loadedDay } = operation
  if (!intake) return []
  if (intake.latest.value !== null) return [volumeWords(intake.latest, label), emptyWords(operation)]
  return [`${loadedDay?.slice(5) ?? '最近'} 批次未送达，当日数据缺`]
}

function issueWords(issues: DataOperation['issues']): string[] {
  const late = issues?.overdue?.value ?? null
  if (late === null) return []
  if (late > 0)
    return [`${late} 个问题${issues?.limitDays === undefined ? '超期' : `超 ${issues.limitDays} 日`}`]
  return [issues?.limitDays === undefined ? '没有超期问题' : `问题均在 ${issues.limitDays} 日内`]
}

function volumeWords(latest: Measure, label: string): string {
  const { text, unit } = figureText(latest)
  const { value, compare } = latest
  if (value === null || compare === undefined || compare.value === 0) return `${label} ${text} ${unit}`
  const change = ((value - compare.value) / compare.value) * 100
  return `${label} ${text} ${unit}，${change < 0 ? '低' : '高'}于${compare.label} ${Math.abs(change).toFixed(1)}%`
}

function emptyWords({ departments = [] }: DataOperation): string {
  const counted = departments.filter((d) => d.zeroLoads !== undefined)
  const empty = counted.filter((d) => (d.zeroLoads ?? 0) > 1)
  if (counted.length === 0) return ''
  if (empty.length === 0) return '各部门按期入库'
  return empty.map((d) => `${d.library ?? d.name} ${d.zeroLoads} 日无入库`).join('、')
}

/** The departments that delivered, of those that were due; unknown while their batch is missing. */
function loadedOf({ loaded, intake, loadedDay }: DataOperation): Measure | undefined {
  return (
    loaded && {
      value: intake?.latest.value === null ? null : loaded.done,
      unit: `/${loaded.due} 个`,
      period: loadedDay === undefined ? '最近批次' : `${loadedDay.slice(5)} 批次`,
    }
  )
}

function overdueOf(issues: DataOperation['issues']): Measure | undefined {
  const open = issues?.open.value ?? null
  return (
    issues?.overdue && {
      ...issues.overdue,
      ...(open === null ? {} : { compare: { label: '未闭环', value: open } }),
    }
  )
}

/** The scene's five figures: what is held, what came, who delivered, who uses it, what is late. */
export function Keys({ operation }: ViewProps<DataDocument, 'records'>) {
  const { records, intake, sharing, issues, loadedDay } = operation
  const scope = useScope(operation.scope)
  const label = latestLabel(useNow(), loadedDay)
  const overdue = useMarkOf('data_issue_age') !== undefined
  return (
    <KeyStrip
      sentence={scope + sentenceOf(operation, label)}
      items={[
        {
          metric: 'data_records_aggregated',
          measure: loadedDay === undefined ? records : { ...records, period: `截至 ${loadedDay.slice(5)}` },
        },
        { metric: 'data_intake', measure: intake?.latest, label },
        { metric: 'data_depts_loaded', measure: loadedOf(operation) },
        { metric: 'data_share_calls_today', measure: sharing?.calls, label: '共享调用' },
        { metric: 'data_issues_overdue', measure: overdueOf(issues), tone: overdue ? 'p2' : undefined },
      ]}
      figures={[]}
    />
  )
}
