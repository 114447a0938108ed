import type { CityDocument } from '../contract/document'
import styles from './PanelFrame.module.css'
import { periodWords } from './Rail'
import { Chip, chipText } from './StateChip'

/** Published figures carry the period of their document, the latest of what was reached; the demo clock has nothing to do with them. */
export function FactsChip({ document }: { readonly document: CityDocument }) {
  const { absence, published } = document
  const reached = published
    .flatMap(({ role, period }) => (role === 'actual' && /^\d/.test(period) ? period : []))
    .toSorted()
  const [year, kind] = periodWords(reached.at(-1) ?? published[0]?.period ?? '')
  return (
    <span className={styles.chips}>
      {absence && <Chip glyph={absence.kind}>{chipText(absence.kind, document, 0, 0)}</Chip>}
      {year !== '' && (
        <Chip glyph="snapshot">
          {year} {kind}
        </Chip>
      )}
    </span>
  )
}
