import { durationText } from '../../../lib/format'
import type { Room } from '../../../panel/define-panel'
import { panelState, type PanelState } from '../../../panel/panel-state'
import { PrintedFigure } from '../../../panel/Rail'
import { useNow, useScreen } from '../../../panel/screen-context'
import { useDocuments } from '../../../panel/use-documents'
import { words as states } from '../../../panel/words'
import { StateGlyph } from '../../../ui/StateGlyph'
import { connectedRows, type ConnectedRow } from '../connected'
import type { OverviewDocument } from '../contract'
import { words } from '../partly-words'
import styles from './Partly.module.css'

/** Every domain of the site: whether it is connected, and where it is not, why, and what was published instead. */
export function Connected({ size }: Room & { readonly document: OverviewDocument }) {
  const { domains, config } = useScreen()
  const statuses = useDocuments(domains.documents)
  const real = statuses.filter((_, i) => domains.documents[i]?.derivation === null)
  const now = useNow()
  const stateOf = (id: string): PanelState => {
    const status = real.find((one) => one.id === id)
    if (!status) return 'loading'
    return panelState({ ...status, now, isEmpty: false, staleAfterMs: config.sources[id]?.staleAfterMs })
  }
  const { rows, basis } = connectedRows(
    real.map(({ id, document }) => ({ id, document, name: domains.nameOf(id) })),
    size,
  )
  const there = real.filter(({ document }) => document && !document.absence).length
  return (
    <div className={styles.connected}>
      <p className={styles.count}>
        <b>{there}</b>/{real.length}
        {words.connected.of}
      </p>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} state={stateOf(row.id)} />
        ))}
      </ul>
      {basis.length > 0 && <p className={styles.basis}>{words.connected.basis(basis)}</p>}
    </div>
  )
}

function Row({ row, state }: { readonly row: ConnectedRow; readonly state: PanelState }) {
  const { name, cadenceMs, published, reason, beside, figures } = row
  return (
    <li data-absent={reason !== undefined}>
      <p className={styles.domain}>
        <StateGlyph glyph={state} />
        <span>{name}</span>
        <i>{beside ? reason : states.state[state]}</i>
      </p>
      {reason !== undefined && !beside && <p className={styles.note}>{reason}</p>}
      {cadenceMs !== null && (
        <p className={styles.note}>
          {[
            words.connected.every(durationText(cadenceMs)),
            ...(published > 0 ? [words.connected.published(published)] : []),
          ].join(words.connected.and)}
        </p>
      )}
      {figures.map((figure) => (
        <p key={figure.id} className={styles.fact}>
          <span>
            {figure.label} <i>{figure.period}</i>
          </span>
          <PrintedFigure figure={figure} />
        </p>
      ))}
    </li>
  )
}
