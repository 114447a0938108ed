import { useMemo } from 'react'
import { usePick, useRowsLink } from '../../../blocks/RowLead'
import { Chart } from '../../../charts/Chart'
import { Figure } from '../../../blocks/Figure'
import { shareText } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { BY, partCalled } from '../../../panel/rows-link'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HotlineDocument } from '../contract'
import { words as counted } from '../summary-words'
import { words } from '../words'
import styles from './Lists.module.css'

/** What people call about today, each category against the same weekday last week at this hour. */
export function Categories({ operation }: ViewProps<HotlineDocument, 'categories'>) {
  const { lastHours } = operation
  const { received, complaintShare } = lastHours ?? operation
  const categories = lastHours?.categories ?? operation.categories
  const tickLabel = received?.compare?.label ?? words.categories.lastWeek
  const few = received?.value == null ? null : (complaintShare?.value ?? null)
  const compared = categories.some((c) => c.lastWeek !== undefined)
  const linkOf = useRowsLink(lastHours ? 'hotline_received_lately' : 'hotline_received_today')
  const data = useMemo(
    () => ({
      unit: words.unit.orders,
      tickLabel,
      rows: categories.map((c) => ({
        key: c.key,
        name: c.label,
        value: c.count,
        ...(c.lastWeek === undefined ? {} : { tick: c.lastWeek }),
        muted: c.key === 'other',
        outlier: c.outlier ?? false,
        lead: linkOf(
          c.key === 'rest' ? [BY, 'category'] : partCalled('category', c.label, counted.noCategory),
        ),
      })),
    }),
    [categories, tickLabel, linkOf],
  )
  const pick = usePick(data.rows)
  return (
    <div className={styles.column}>
      <LabelRow note={compared ? words.categories.legend(tickLabel) : ''}>
        {lastHours ? words.lately : words.categories.label}
      </LabelRow>
      {categories.length === 0 ? (
        <p className={styles.note}>{words.categories.none}</p>
      ) : (
        <Chart
          label={words.categories.chart(compared ? tickLabel : undefined, lastHours !== undefined)}
          data={data}
          form="rankBars"
          onPick={pick}
        />
      )}
      {complaintShare && (
        <p className={styles.note}>
          <Sentence
            of={words.categories.complaints(
              <Figure metric="hotline_complaint_share" value={complaintShare.value} as="rate" unit="%">
                {few === null ? undefined : shareText(few, received?.value ?? 0)}
              </Figure>,
              complaintShare.period,
            )}
          />
        </p>
      )}
    </div>
  )
}
