import { useMemo } from 'react'
import { usePick, useRowsLink } from '../../../blocks/RowLead'
import { Chart } from '../../../charts/Chart'
import { exactText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { BY, partCalled } from '../../../panel/rows-link'
import { LabelRow } from '../../../ui/Row'
import type { HallDocument } from '../contract'
import { words as counted } from '../summary-words'
import { words } from '../words'
import styles from './Charts.module.css'
import { isShut, shownDay, type ShownDay } from './last-day'
import { Shut } from './Shut'

/** What people come for, each against the same weekday last week, and how long it takes at the counter. */
export function Business(props: ViewProps<HallDocument, 'business'>) {
  const shown = shownDay(props.document, props.operation)
  return !shown.isLast && isShut(shown.operation) ? <Shut of={props} /> : <Mix {...shown} />
}

function Mix({
  operation: { business, tickets },
  name,
  isLast,
}: ShownDay<ViewProps<HallDocument, 'business'>['operation']>) {
  const tickLabel = tickets?.compare?.label ?? words.business.lastWeek
  const compared = business.some((b) => b.lastWeek !== undefined) ? tickLabel : undefined
  const timed = business.some((b) => b.meanMinutes !== undefined)
  const linkOf = useRowsLink('hall_tickets_today')
  const data = useMemo(
    () => ({
      unit: words.unit.tickets,
      tickLabel,
      names: 94,
      rows: business.map((b) => ({
        key: b.key,
        name: b.label,
        value: b.count,
        ...(b.lastWeek === undefined ? {} : { tick: b.lastWeek }),
        muted: b.key === 'other',
        // Of a day gone by the records are not told apart.
        lead: isLast
          ? null
          : linkOf(b.key === 'rest' ? [BY, 'business'] : partCalled('business', b.label, counted.noBusiness)),
        print: timed
          ? words.business.print(exactText(b.count), b.meanMinutes?.toFixed(1) ?? '—')
          : exactText(b.count),
      })),
    }),
    [business, tickLabel, timed, isLast, linkOf],
  )
  const pick = usePick(data.rows)
  return (
    <div className={styles.column}>
      <LabelRow note={compared === undefined ? '' : words.business.legend(compared)}>
        {words.business.label(name, timed)}
      </LabelRow>
      {business.length === 0 ? (
        <p className={styles.none}>{words.business.none}</p>
      ) : (
        <div className={styles.mix}>
          <Chart
            label={
              isLast
                ? words.lastChart(name ?? '', words.title.business)
                : words.business.chart(compared, timed)
            }
            data={data}
            form="rankBars"
            onPick={pick}
          />
        </div>
      )}
    </div>
  )
}
