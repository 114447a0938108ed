import type { Contradiction } from '../../../contract/figure'
import { usePanel } from '../../../panel/panel-scope'
import { periodWords, PrintedFigure } from '../../../panel/Rail'
import { useBox } from '../../../blocks/use-box'
import { StateGlyph } from '../../../ui/StateGlyph'
import { dealColumns, entriesOf, type Entry } from './published-entries'
import styles from './Published.module.css'
import type { HallDocument } from '../contract'
import { Slope } from './Slope'

const CELL = 52
const HEADER = 28
const COLUMN = 140

/** What the city published on halls, online service and 好差评: before and after side by side, contradictions as they stand. */
export function Published({ document }: { readonly document: HallDocument }) {
  return (
    <div className={styles.published}>
      {document.contradictions.map((c) => (
        <Clash key={c.id} contradiction={c} />
      ))}
      <Ledger entries={entriesOf(document.published, document.contradictions)} />
    </div>
  )
}

function Clash({
  contradiction: { title, statements, arithmetic },
}: {
  readonly contradiction: Contradiction
}) {
  return (
    <div className={styles.clash}>
      <p className={styles.kind}>
        <StateGlyph glyph="clash" />
        口径待核 · {title}
      </p>
      {statements.map((s) => (
        <p key={s.fact} className={styles.statement}>
          <span>{s.label}</span>
          <b>{s.value}</b>
        </p>
      ))}
      <p className={styles.arithmetic}>{arithmetic}</p>
    </div>
  )
}

function Ledger({ entries }: { readonly entries: readonly Entry[] }) {
  const { openInfo } = usePanel()
  const [box, { width, height }] = useBox<HTMLDivElement>()
  const rows = Math.max(0, Math.floor((height - HEADER) / CELL))
  const groups = rows === 0 ? [] : dealColumns(entries, Math.floor(width / COLUMN), rows)
  const left = entries.length - groups.reduce((n, g) => n + g.entries.length, 0)
  const [first] = entries
  const [year, kind] = first ? periodWords(first.figure.period) : ['', '']
  return (
    <div className={styles.ledger}>
      <p className={styles.caption}>
        <span>
          {year} {kind} {entries.length} 项
        </span>
        {left > 0 && (
          <button type="button" className={styles.more} onClick={openInfo}>
            另 {left} 项 ›
          </button>
        )}
      </p>
      <div ref={box} className={styles.groups}>
        {groups.map(({ group, columns, entries: own }) => (
          <div key={group} style={{ flexGrow: columns }}>
            <h3 className={styles.group}>{group}</h3>
            <ul style={{ gridTemplateRows: `repeat(${rows}, calc(${CELL} * var(--u)))` }}>
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

function Cell({ entry: { figure, before, label } }: { readonly entry: Entry }) {
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
