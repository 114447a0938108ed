import type { CityDocument } from '../contract/document'
import type { Figure } from '../contract/figure'
import styles from './PanelFrame.module.css'
import { periodWords } from './Rail'
import { Chip } from './StateChip'
import { words } from './words'

/** The years that the figures speak of, and what kind of document the latest is: 2022–2023 年报. What was before a reform and what is planned are not of them. */
function spanWords(figures: readonly Figure[]): [string, string] {
  const said = figures
    .filter(({ role }) => role === 'actual')
    .map(({ period }) => periodWords(period))
    .filter(([, kind]) => kind !== '')
    .toSorted(([a], [b]) => Number(a) - Number(b))
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last) return periodWords(figures[0]?.period ?? '')
  return first[0] === last[0] ? last : [`${first[0]}–${last[0]}`, last[1]]
}

/** Published figures carry the period of their document; the demo clock has nothing to do with them. */
export function FactsChip({ document }: { readonly document: CityDocument }) {
  const { absence, published } = document
  const [year, kind] = spanWords(published)
  return (
    <span className={styles.chips}>
      {absence && <Chip glyph={absence.kind}>{words.state[absence.kind]}</Chip>}
      {year !== '' && (
        <Chip glyph="snapshot">
          {year} {kind}
        </Chip>
      )}
    </span>
  )
}
