import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import type { Size, ViewProps } from '../../../panel/define-panel'
import { LabelRow } from '../../../ui/Row'
import { Sentence } from '../../../ui/Sentence'
import type { HallDocument, HallOperation } from '../contract'
import { words } from '../words'
import { cellsOf, speaks, type CellLevel } from './counter-layout'
import styles from './Counters.module.css'
import { wholePercent } from './text'

const said = words.counters

type Totals = Omit<NonNullable<HallOperation['counters']>, 'rows'>
type Row = NonNullable<NonNullable<HallOperation['counters']>['rows']>[number]

/** Every counter: what it serves and for how long, paused or closed. Cells drop words before they shrink type. */
export function Counters({ operation, size }: ViewProps<HallDocument, 'counters'>) {
  const { rows, ...totals } = operation.counters
  return rows ? (
    <Matrix totals={totals} rows={rows} hall={operation.hall} size={size} />
  ) : (
    <FigureGrid items={figuresOf(totals)} />
  )
}

/** A queue system that does not tell its counters apart still counts them. */
function figuresOf({ open, total, use }: Totals) {
  return [
    { metric: 'hall_counters_open', measure: { value: open, unit: said.of(total), period: said.now } },
    { metric: 'hall_counter_use', measure: use },
  ]
}

interface MatrixProps {
  readonly totals: Totals
  readonly rows: readonly Row[]
  readonly hall: HallOperation['hall']
  readonly size: Size
}

function Matrix({ totals, rows, hall, size }: MatrixProps) {
  const { paused, closed } = totals
  const { columns, level, cell } = cellsOf(rows.length, size)
  return (
    <div className={styles.counters}>
      <LabelRow
        note={
          paused !== undefined &&
          closed !== undefined && <Sentence of={said.shut(<b>{paused}</b>, <b>{closed}</b>)} />
        }
      >
        <Sentence of={openOf(totals, hall?.short)} />
      </LabelRow>
      <ul
        className={styles.matrix}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridAutoRows: `calc(${cell} * var(--u))`,
        }}
      >
        {rows.map((row) => (
          <Cell key={row.no} row={row} level={level} />
        ))}
      </ul>
      {!speaks(level) && <p className={styles.note}>{said.key}</p>}
    </div>
  )
}

function openOf({ open, total, use }: Totals, hall: string | undefined) {
  const figure = <Figure metric="hall_counters_open" value={open} as="plain" />
  if (!use) return said.open(hall, figure, total)
  const used = (
    <Figure metric="hall_counter_use" value={use.value}>
      {wholePercent(use.value)}
    </Figure>
  )
  return said.openAndUsed(hall, figure, total, used)
}

function Cell({ row, level }: { readonly row: Row; readonly level: CellLevel }) {
  const { no, line = '', state, business = null, minutes = null, use = null } = row
  const service = business === null ? null : { business, minutes: minutes ?? 0 }
  const rich = level === 'rich'
  return (
    <li className={styles.cell} data-state={state} title={said.cell(no, line, state, service, use)}>
      {level !== 'mark' && (
        <span className={styles.no}>
          {no}
          {rich && <em>{line}</em>}
          {level !== 'number' && minutes !== null && <i>{words.minutes(minutes)}</i>}
          {level !== 'number' && state === 'paused' && <Pause />}
        </span>
      )}
      {speaks(level) && <span>{business ?? words.counter[state]}</span>}
      {rich && <span className={styles.use}>{said.use(wholePercent(use))}</span>}
    </li>
  )
}

function Pause() {
  return (
    <svg className={styles.pause} viewBox="0 0 12 14" aria-hidden="true">
      <path d="M3.5 1v12M8.5 1v12" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  )
}
