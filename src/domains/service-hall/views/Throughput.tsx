import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart'
import { hourColumns } from '../../../charts/forms/hour-columns'
import { runningTotals } from '../../../charts/forms/running-totals'
import { weekdayText } from '../../../lib/calendar'
import { Figure } from '../../../blocks/Figure'
import { changeText } from '../../../blocks/MetricFigure'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { HallDocument, HallOperation } from '../contract'
import styles from './Charts.module.css'
import { isWide } from './layout'

/** Two charts under each other need this much. */
const TALL = 318

type Props = ViewProps<HallDocument, 'hours'>

/** Numbers issued by hour against the same weekday, and what came in against what was done over the day. */
export function Throughput(props: Props) {
  const { cumulative } = props.operation
  const wide = isWide(props.size)
  const both = wide || props.size.height >= TALL
  return (
    <div className={styles.charts} data-wide={wide || undefined}>
      <div className={styles.chart}>
        <Issued {...props} />
      </div>
      {both && cumulative && (
        <div className={styles.chart}>
          <Totals operation={props.operation} cumulative={cumulative} />
        </div>
      )}
    </div>
  )
}

function Issued({ document, operation: { hall, hours, tickets } }: Props) {
  const usual = `${weekdayText(Date.parse(document.asOf))}常态中位`
  const compared = hours.some((h) => h.usual !== undefined)
  const columns = useMemo(
    () => ({
      unit: '张',
      tickLabel: usual,
      rows: hours.map(({ hour, issued, usual: past }) => ({
        hour,
        value: issued,
        ...(past === undefined ? {} : { usual: past }),
      })),
    }),
    [hours, usual],
  )
  return (
    <>
      <LabelRow note={compared ? `— ${usual}` : ''}>
        {hall?.short} 取号 {tickets && <Figure metric="hall_tickets_today" value={tickets.value} />} 张
      </LabelRow>
      <Chart
        label={`今日每小时取号${compared ? `，与${usual}对照` : ''}`}
        data={columns}
        build={hourColumns}
      />
    </>
  )
}

interface TotalsProps {
  readonly operation: HallOperation
  readonly cumulative: NonNullable<HallOperation['cumulative']>
}

function Totals({ operation: { tickets, served }, cumulative }: TotalsProps) {
  const totals = useMemo(
    () => ({
      startHour: 9,
      endHour: 17,
      stepMinutes: cumulative.stepMinutes,
      unit: '',
      lines: [
        { name: '取号', values: cumulative.issued },
        { name: '办结', values: cumulative.served },
      ],
    }),
    [cumulative],
  )
  const compare = tickets?.compare
  return (
    <>
      <LabelRow note={compare ? `较${compare.label} ${changeText(tickets.value, compare.value)}` : ''}>
        累计办结 {served && <Figure metric="hall_served_today" value={served.value} />} 人次
      </LabelRow>
      <Chart label="今日累计取号与累计办结" data={totals} build={runningTotals} />
    </>
  )
}
