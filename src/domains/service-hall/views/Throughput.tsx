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
import { isShut, shownDay, type ShownDay } from './last-day'
import { isWide } from './layout'
import { Shut } from './Shut'

/** Two charts under each other need this much. */
const TALL = 318

const said = words.throughput

type Props = ViewProps<HallDocument, 'hours'>

/** Numbers issued by hour against the same weekday, and what came in against what was done over the day. */
export function Throughput(props: Props) {
  const shown = shownDay(props.document, props.operation)
  const { cumulative } = shown.operation
  if (!shown.isLast && isShut(shown.operation)) return <Shut of={props} />
  const wide = isWide(props.size)
  const both = wide || props.size.height >= TALL
  return (
    <div className={styles.charts} data-wide={wide || undefined}>
      <div className={styles.chart}>
        <Issued {...shown} />
      </div>
      {both && cumulative && (
        <div className={styles.chart}>
          <Totals {...shown} cumulative={cumulative} />
        </div>
      )}
    </div>
  )
}

function Issued({
  operation: { hours, tickets },
  until,
  name,
  isLast,
  metric,
}: ShownDay<Props['operation']>) {
  const usual = said.usual(weekdayText(until))
  const compared = hours.some((h) => h.usual !== undefined)
  const columns = useMemo(
    () => ({
      unit: words.unit.tickets,
      tickLabel: usual,
      until,
      rows: hours.map(({ hour, issued, usual: past }) => ({
        hour,
        value: issued,
        ...(past === undefined ? {} : { usual: past }),
      })),
    }),
    [until, hours, usual],
  )
  return (
    <>
      <LabelRow note={compared ? said.legend(usual) : ''}>
        <Sentence
          of={said.issued(
            name,
            tickets && <Figure metric={metric('hall_tickets_today')} value={tickets.value} />,
          )}
        />
      </LabelRow>
      <Chart
        label={
          isLast
            ? words.lastChart(name ?? '', words.title.throughput)
            : said.issuedChart(compared ? usual : undefined)
        }
        data={columns}
        form="hourColumns"
      />
    </>
  )
}

interface TotalsProps extends ShownDay {
  readonly cumulative: NonNullable<HallOperation['cumulative']>
}

function Totals({ operation: { tickets, served }, cumulative, name, isLast, metric }: TotalsProps) {
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
        <Sentence
          of={said.served(served && <Figure metric={metric('hall_served_today')} value={served.value} />)}
        />
      </LabelRow>
      <Chart
        label={isLast ? words.lastChart(name ?? '', words.title.throughput) : said.totalsChart}
        data={totals}
        form="runningTotals"
      />
    </>
  )
}
