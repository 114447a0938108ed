import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { rankBars } from '../../charts/forms/rank-bars'
import type { ViewProps } from '../../panel-kit/define-panel'
import { LabelRow } from '../../ui/Row'
import type { HallDocument } from './schema'
import styles from './Charts.module.css'

/** What people come for, each against the same weekday last week, and how long it takes at the counter. */
export function Business({ operation }: ViewProps<HallDocument>) {
  const { business, tickets, hall } = operation
  const tickLabel = tickets.compare?.label ?? '上周同时'
  const data = useMemo(
    () => ({
      unit: '张',
      tickLabel,
      names: 94,
      rows: business.map((b) => ({
        key: b.key,
        name: b.label,
        value: b.count,
        tick: b.lastWeek,
        muted: b.key === 'other',
        print: `${b.count} · ${b.meanMinutes?.toFixed(1) ?? '—'}`,
      })),
    }),
    [business, tickLabel],
  )
  return (
    <div className={styles.column}>
      <LabelRow note={`| ${tickLabel}`}>{hall?.short} 取号 · 办理 分</LabelRow>
      <div className={styles.mix}>
        <Chart label={`今日取号按业务，与${tickLabel}对照，并列平均办理分钟`} data={data} build={rankBars} />
      </div>
    </div>
  )
}
