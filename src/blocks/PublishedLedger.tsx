import type { ReactNode } from 'react'
import type { Absence, CityDocument } from '../contract/document'
import type { Contradiction, Figure } from '../contract/figure'
import { groupsText } from '../lib/format-more'
import type { Room } from '../panel/define-panel'
import { words as states } from '../panel/words'
import { StateGlyph } from '../ui/StateGlyph'
import { LedgerCells, type LedgerCellsProps } from './LedgerCells'
import { LedgerRows } from './LedgerRows'
import styles from './PublishedLedger.module.css'
import { words } from './ledger-words'

/** From this width of a panel's body on a ledger of one-line rows stands in two columns. */
const TWO_COLUMNS = 720

/** From this height of it on what contradicts itself stands above the rows: beside them it would leave its half empty. */
const STACKED = 400

interface Rows {
  /** rows: the whole width each, two lines where words are long. columns: one line each, two beside each other where wide. */
  readonly layout?: 'rows' | 'columns'
  /** The figures in the order they are to stand; by default as the document brings them. */
  readonly figures?: readonly Figure[] | undefined
  /** Stands in place of the rows when nothing was published. */
  readonly none?: ReactNode
}

interface Cells extends LedgerCellsProps {
  /** Columns of cells under the titles of their sections. */
  readonly layout: 'cells'
}

export type PublishedLedgerProps = Pick<Room, 'size'> & { readonly document: CityDocument } & (Rows | Cells)

/**
 * What a city published in this domain, each figure with its period, beside what contradicts itself and why there is nothing
 * live where there is not. Shows what fits and says how many more there are.
 */
export function PublishedLedger(props: PublishedLedgerProps) {
  const { document, layout = 'rows', size } = props
  const { absence, contradictions } = document
  return (
    <div
      className={styles.box}
      data-layout={layout}
      data-stacked={(layout === 'columns' && size.height >= STACKED) || undefined}
    >
      {absence && <Missing absence={absence} />}
      {contradictions.map((contradiction) => (
        <Clash key={contradiction.id} contradiction={contradiction} />
      ))}
      {props.layout === 'cells' ? (
        <LedgerCells entries={props.entries} sections={props.sections} />
      ) : (
        <Listed {...props} />
      )}
    </div>
  )
}

function Listed({
  document: { published, contradictions },
  size,
  layout,
  figures = published,
  none,
}: Pick<PublishedLedgerProps, 'document' | 'size'> & Rows) {
  if (figures.length === 0) return none ?? <p className={styles.source}>{words.none}</p>
  const columns = contradictions.length === 0 && size.width >= TWO_COLUMNS ? 2 : 1
  return <LedgerRows figures={figures} columns={layout === 'columns' ? columns : undefined} />
}

function Missing({ absence: { kind, reason, source } }: { readonly absence: Absence }) {
  return (
    <div className={styles.absence} role="status">
      <p className={styles.kind}>
        <StateGlyph glyph={kind} />
        {states.state[kind]}
      </p>
      <p>{reason}</p>
      <p className={styles.source}>{states.notice.basis(source)}</p>
    </div>
  )
}

/** Statements that cannot all be true, side by side as they stand in print. */
function Clash({
  contradiction: { title, statements, arithmetic },
}: {
  readonly contradiction: Contradiction
}) {
  return (
    <div className={styles.clash}>
      <p className={styles.kind}>
        <StateGlyph glyph="clash" />
        {states.clashOf(title)}
      </p>
      {statements.map(({ fact, label, value }) => (
        <p key={fact} className={styles.statement}>
          <span>{label}</span>
          <b>{groupsText(value)}</b>
        </p>
      ))}
      <p className={styles.source}>{groupsText(arithmetic)}</p>
    </div>
  )
}
