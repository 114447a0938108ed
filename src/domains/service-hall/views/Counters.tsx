import type { Size, ViewProps } from '../../../panel/define-panel'
import { Figure } from '../../../blocks/Figure'
import { FigureGrid } from '../../../blocks/Figures'
import { LabelRow } from '../../../ui/Row'
import { cellsOf, speaks, type CellLevel } from './counter-layout'
import styles from './Counters.module.css'
import type { HallDocument, HallOperation } from '../contract'
import { wholePercent, STATE_WORDS } from './words'

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
    { metric: 'hall_counters_open', measure: { value: open, unit: `/${total} 个`, period: '此刻' } },
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
  const { open, paused, closed, total, use } = totals
  const { columns, level, cell } = cellsOf(rows.length, size)
  return (
    <div className={styles.counters}>
      <LabelRow
        note={
          paused !== undefined &&
          closed !== undefined && (
            <>
              停 <b>{paused}</b> · 关 <b>{closed}</b>
            </>
          )
        }
      >
        {hall?.short} 开放 <Figure metric="hall_counters_open" value={open} as="plain" />/{total}
        {use && (
          <>
            {' '}
            · 利用{' '}
            <Figure metric="hall_counter_use" value={use.value}>
              {wholePercent(use.value)}
            </Figure>
          </>
        )}
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
      {!speaks(level) && <p className={styles.note}>亮 办理 · 暗 空闲 · 实框 暂停 · 虚框 关闭</p>}
    </div>
  )
}

function Cell({ row, level }: { readonly row: Row; readonly level: CellLevel }) {
  const { no, line = '', state, business = null, minutes = null, use = null } = row
  const words = [
    `${no} 号窗口 ${line} ${STATE_WORDS[state]}`,
    ...(business === null ? [] : [`${business} 已 ${minutes ?? 0} 分`]),
    ...(use === null ? [] : [`利用率 ${use}%`]),
  ]
  const rich = level === 'rich'
  return (
    <li className={styles.cell} data-state={state} title={words.join('，')}>
      {level !== 'mark' && (
        <span className={styles.no}>
          {no}
          {rich && <em>{line}</em>}
          {level !== 'number' && minutes !== null && <i>{minutes} 分</i>}
          {level !== 'number' && state === 'paused' && <Pause />}
        </span>
      )}
      {speaks(level) && <span>{business ?? STATE_WORDS[state]}</span>}
      {rich && <span className={styles.use}>利用 {wholePercent(use)}</span>}
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
