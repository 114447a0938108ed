import type { Figure } from '../contract/figure'
import { group } from '../lib/format'
import { usePanel } from '../panel/panel-scope'
import { periodWords, PrintedFigure } from '../panel/Rail'
import { dealColumns, type LedgerEntry } from './ledger-fit'
import styles from './LedgerCells.module.css'
import { useRoom } from './use-fit'
import { words } from './ledger-words'

const CELL = 52
const HEADER = 28
const COLUMN = 140

export interface LedgerCellsProps {
  /** Most telling first. */
  readonly entries: readonly LedgerEntry[]
  /** Titles of the sections from left to right. */
  readonly sections: readonly string[]
}

/** Published figures in columns of cells, section by section: the first of each that fit, and how many more there are. */
export function LedgerCells({ entries, sections }: LedgerCellsProps) {
  const { openInfo } = usePanel()
  const [ref, room] = useRoom()
  const rows = room ? Math.max(0, Math.floor((room.height - HEADER) / CELL)) : entries.length
  const columns = room ? Math.floor(room.width / COLUMN) : sections.length
  const dealt = rows === 0 ? [] : dealColumns(entries, sections, columns, rows)
  const left = entries.length - dealt.reduce((n, { entries: own }) => n + own.length, 0)
  const [year, kind] = entries[0] ? periodWords(entries[0].figure.period) : ['', '']
  return (
    <div className={styles.ledger}>
      <p className={styles.caption}>
        <span>{words.caption(year, kind, entries.length)}</span>
        {left > 0 && (
          <button type="button" className={styles.more} onClick={openInfo}>
            {words.more(left)}
          </button>
        )}
      </p>
      <div ref={ref} className={styles.sections}>
        {dealt.map(({ section, columns: wide, entries: own }) => (
          <div key={section} style={{ flexGrow: wide }}>
            <h3 className={styles.section}>{section}</h3>
            <ul
              style={{
                gridTemplateRows: `repeat(${Math.min(rows, own.length)}, calc(${CELL} * var(--u)))`,
              }}
            >
              {own.map((entry) => (
                <Cell key={entry.figure.id} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  )
}

function Cell({ entry: { figure, before, label } }: { readonly entry: LedgerEntry }) {
  return (
    <li className={styles.cell}>
      <span className={styles.value}>
        <PrintedFigure figure={figure} />
        {before && <Slope from={before} to={figure} />}
      </span>
      <span className={styles.label}>{label}</span>
    </li>
  )
}

/** Before and after of one published figure: a line from the old value to the new one, on one scale from 0. */
function Slope({ from, to }: { readonly from: Figure; readonly to: Figure }) {
  const top = Math.max(from.value, to.value, Number.EPSILON)
  const y = (value: number) => 25 - 20 * (value / top)
  return (
    <svg
      className={styles.slope}
      viewBox="0 0 44 30"
      role="img"
      aria-label={words.change(group(from.printed.figure), group(to.printed.figure))}
      data-metric={from.metric}
      data-value={from.value}
      data-fact={from.id}
    >
      <path d={`M6 ${y(from.value)}L38 ${y(to.value)}`} stroke="var(--bar)" strokeWidth="2.6" fill="none" />
      <circle cx="6" cy={y(from.value)} r="4" fill="var(--bg-1)" stroke="var(--tx-3)" strokeWidth="2" />
      <circle cx="38" cy={y(to.value)} r="4.6" fill="var(--brand)" />
    </svg>
  )
}
