import type { Measure } from '../../contract/measure'
import type { ViewProps } from '../../panel-kit/define-panel'
import { KeyStrip } from '../../panel-kit/KeyStrip'
import { figureText } from '../../panel-kit/MetricFigure'
import { usePanel } from '../../panel-kit/panel-scope'
import { useNow } from '../../panel-kit/wall-context'
import { latestLabel } from './latest-label'
import type { DataDocument, DataOperation } from './schema'
import { useScope } from './use-scope'

/** What the day's load comes to, in one sentence of facts. */
export function sentenceOf(operation: DataOperation, label: string): string {
  const { intake, issues } = operation
  const late = issues.overdue.value ?? 0
  return [
    ...(intake.latest.value === null
      ? [`${operation.loadedDay.slice(5)} 批次未送达，当日数据缺`]
      : [volumeWords(intake.latest, label), emptyWords(operation)]),
    late > 0 ? `${late} 个问题超 ${issues.limitDays} 日` : `问题均在 ${issues.limitDays} 日内`,
  ]
    .join('；')
    .concat('。')
}

function volumeWords(latest: Measure, label: string): string {
  const { text, unit } = figureText(latest)
  const { value, compare } = latest
  if (value === null || compare === undefined || compare.value === 0) return `${label} ${text} ${unit}`
  const change = ((value - compare.value) / compare.value) * 100
  return `${label} ${text} ${unit}，${change < 0 ? '低' : '高'}于${compare.label} ${Math.abs(change).toFixed(1)}%`
}

function emptyWords({ departments }: DataOperation): string {
  const empty = departments.filter((d) => d.zeroLoads > 1)
  if (empty.length === 0) return '各部门按期入库'
  return empty.map((d) => `${d.library} ${d.zeroLoads} 日无入库`).join('、')
}

/** The scene's five figures: what is held, what came, who delivered, who uses it, what is late. */
export function Keys({ operation }: ViewProps<DataDocument>) {
  const { marks } = usePanel()
  const { records, intake, loaded, sharing, issues, loadedDay } = operation
  const scope = useScope(operation.scope)
  const label = latestLabel(useNow(), loadedDay)
  const overdue = marks.some((mark) => mark.metric === 'data_issue_age')
  const open = issues.open.value
  return (
    <KeyStrip
      sentence={scope + sentenceOf(operation, label)}
      items={[
        {
          metric: 'data_records_aggregated',
          measure: { ...records, period: `截至 ${loadedDay.slice(5)}` },
        },
        { metric: 'data_intake', measure: intake.latest, label },
        {
          metric: 'data_depts_loaded',
          measure: {
            value: intake.latest.value === null ? null : loaded.done,
            unit: `/${loaded.due} 个`,
            period: `${loadedDay.slice(5)} 批次`,
          },
        },
        { metric: 'data_share_calls_today', measure: sharing.calls, label: '共享调用' },
        {
          metric: 'data_issues_overdue',
          measure: {
            ...issues.overdue,
            ...(open === null ? {} : { compare: { label: '未闭环', value: open } }),
          },
          tone: overdue ? 'p2' : undefined,
        },
      ]}
      figures={[]}
    />
  )
}
