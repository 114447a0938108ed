import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { rankBars } from '../../../charts/forms/rank-bars'
import { Figure } from '../../../blocks/Figure'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { HotlineDocument } from '../contract'
import styles from './Lists.module.css'

/** What people call about today, each category against the same weekday last week at this hour. */
export function Categories({ operation }: ViewProps<HotlineDocument, 'categories'>) {
  const { categories, received, complaintShare } = operation
  const tickLabel = received?.compare?.label ?? '上周同时'
  const compared = categories.some((c) => c.lastWeek !== undefined)
  const data = useMemo(
    () => ({
      unit: '件',
      tickLabel,
      rows: categories.map((c) => ({
        key: c.key,
        name: c.label,
        value: c.count,
        ...(c.lastWeek === undefined ? {} : { tick: c.lastWeek }),
        muted: c.key === 'other',
        outlier: c.outlier ?? false,
      })),
    }),
    [categories, tickLabel],
  )
  return (
    <div className={styles.column}>
      <LabelRow note={compared ? `| ${tickLabel}　○ 偏离` : ''}>今日受理 件</LabelRow>
      <Chart
        label={`今日受理按诉求类别${compared ? `，与${tickLabel}对照` : ''}`}
        data={data}
        build={rankBars}
      />
      {complaintShare && (
        <p className={styles.note}>
          投诉举报占{' '}
          <Figure metric="hotline_complaint_share" value={complaintShare.value} as="rate" unit="%" /> ·{' '}
          {complaintShare.period}
        </p>
      )}
    </div>
  )
}
