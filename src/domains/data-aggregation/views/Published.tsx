import { PublishedLedger } from '../../../blocks/PublishedLedger'
import { RowList } from '../../../blocks/RowList'
import type { Figure } from '../../../contract/figure'
import type { Room } from '../../../panel/define-panel'
import type { DataDocument } from '../contract'
import { words } from '../words'
import styles from './Published.module.css'
import { PUBLISHED } from './published-order'

const ROW = 44

const rank = ({ metric }: Figure) => {
  const at = PUBLISHED.indexOf(metric)
  return at < 0 ? PUBLISHED.length : at
}

/** The city's own printed figures on data, most telling first, with what contradicts itself printed side by side. */
export function Published({ document, size }: Room & { readonly document: DataDocument }) {
  return (
    <PublishedLedger
      document={document}
      size={size}
      layout="columns"
      figures={document.published.toSorted((a, b) => rank(a) - rank(b))}
      none={<Missing />}
    />
  )
}

/** What a city without a data platform does not show, so that nobody takes the gap for a nought. */
function Missing() {
  return (
    <div className={styles.missing}>
      <p>{words.published.gap}</p>
      <RowList rows={words.published.missing} keyOf={(name) => name} rowUnits={ROW}>
        {(name) => (
          <>
            {name}
            <b>—</b>
          </>
        )}
      </RowList>
    </div>
  )
}
