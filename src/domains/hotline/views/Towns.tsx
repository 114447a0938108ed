import { useMemo } from 'react'
import { beyond, worstFirst } from '../../../blocks/own-range'
import { words as marks } from '../../../blocks/own-range-words'
import { usePick, useRowsLink } from '../../../blocks/RowLead'
import { useRow } from '../../../blocks/use-fit'
import { Chart } from '../../../charts/Chart'
import { niceMax } from '../../../charts/look'
import { exactText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import type { HotlineDocument, HotlineOperation } from '../contract'
import { words } from '../words'
import styles from './Lists.module.css'

/** Height of a town's row, and of what stands around the rows: the label, the axis, and the room under both. In u. */
const ROW = 28
const AROUND = 30 + ROW + 12

type Town = NonNullable<HotlineOperation['towns']>[number]

const deviation = (town: Town) => beyond(town.count, town)

const usualOf = ({ low, high }: Town) => (high === undefined ? {} : { range: [low ?? 0, high] as const })

/** Every town against its own usual, furthest from it first; a row leads to the orders it counts, and from there to its town. */
export function Towns({ operation, size }: ViewProps<HotlineDocument, 'towns'>) {
  const { lastHours } = operation
  const linkOf = useRowsLink(lastHours ? 'hotline_received_lately' : 'hotline_received_today')
  const towns = lastHours?.towns ?? operation.towns
  const fit = Math.max(1, Math.floor((size.height - AROUND) / useRow(ROW)))
  const judged = towns.some((t) => t.high !== undefined)
  const data = useMemo(() => {
    const rows = worstFirst(
      towns.toSorted((a, b) => b.count - a.count),
      () => undefined,
      deviation,
    ).slice(0, fit)
    const max = niceMax(Math.max(...rows.map((t) => Math.max(t.count, t.high ?? 0)), 1))
    return {
      unit: words.unit.orders,
      min: 0,
      max,
      ticks: [0, max / 2, max],
      values: 48,
      // Short names leave their room to the tracks, and the longest yield.
      names: Math.min(88, Math.max(64, ...rows.map(({ name }) => 20 * [...name].length + 4))),
      rows: rows.map((t) => ({
        key: t.code,
        name: t.name,
        value: t.count,
        print: exactText(t.count),
        ...usualOf(t),
        outlier: deviation(t) > 0,
        lead: linkOf(['town', t.code]),
      })),
    }
  }, [towns, fit, linkOf])
  const pick = usePick(data.rows)
  return (
    <div className={styles.column}>
      <LabelRow note={judged ? marks.legend.either : ''}>
        {lastHours ? words.lately : words.towns.label}
      </LabelRow>
      <div className={styles.column}>
        <Chart label={words.towns.chart(lastHours !== undefined)} data={data} form="dotRows" onPick={pick} />
      </div>
    </div>
  )
}
