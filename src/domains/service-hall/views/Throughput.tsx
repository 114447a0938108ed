import { useMemo } from 'react'
import { Figure } from '../../../blocks/Figure'
import { changeText } from '../../../blocks/MetricFigure'
import { Chart } from '../../../charts/Chart'
import { weekdayText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../words'
import styles from './Charts.module.css'
import { isWide } from './layout'

/** Two charts under each other need this much. */
const TALL = 318

const said = words.throughput

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
  const usual = said.usual(weekdayText(Date.parse(document.asOf)))
  const compared = hours.some((h) => h.usual !== undefined)
  const columns = useMemo(
    () => ({
      unit: words.unit.tickets,
      tickLabel: usual,
      until: Date.parse(document.asOf),
      rows: hours.map(({ hour, issued, usual: past }) => ({
        hour,
        value: issued,
        ...(past === undefined ? {} : { usual: past }),
      })),
    }),
    [document.asOf, hours, usual],
  )
  return (
    <>
      <LabelRow note={compared ? said.legend(usual) : ''}>
        <Sentence
          of={said.issued(
            hall?.short,
            tickets && <Figure metric="hall_tickets_today" value={tickets.value} />,
          )}
        />
      </LabelRow>
      <Chart label={said.issuedChart(compared ? usual : undefined)} data={columns} form="hourColumns" />
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
        { name: said.lines.issued, values: cumulative.issued },
        { name: said.lines.served, values: cumulative.served },
      ],
    }),
    [cumulative],
  )
  const compare = tickets?.compare
  return (
    <>
      <LabelRow note={compare ? said.change(compare.label, changeText(tickets.value, compare.value)) : ''}>
        <Sentence of={said.served(served && <Figure metric="hall_served_today" value={served.value} />)} />
      </LabelRow>
      <Chart label={said.totalsChart} data={totals} form="runningTotals" />
    </>
  )
}
