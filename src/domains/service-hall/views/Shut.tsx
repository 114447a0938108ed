import type { ViewProps } from '../../../panel/define-panel'
import type { HallDocument } from '../contract'
import styles from './Shut.module.css'
import { serviceText } from './text'

/** A closed hall of whose last day nothing is known: that it is closed, and until when. */
export function Shut({ of: { document, operation } }: { readonly of: ViewProps<HallDocument, never> }) {
  return <p className={styles.shut}>{serviceText(operation.service, Date.parse(document.asOf))}</p>
}
