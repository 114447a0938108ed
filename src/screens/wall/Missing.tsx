import type { FileFault } from '../../config/site'
import styles from './Stage.module.css'
import { words } from './words'

/** A scene names a panel that does not exist: said in its own place, everything else goes on. */
export function Missing({ area, id }: { readonly area: string; readonly id: string }) {
  return (
    <section
      className={styles.missing}
      style={{ gridArea: area }}
      data-panel={id}
      data-state="failed"
      role="status"
    >
      {words.missing(id)}
    </section>
  )
}

/** A scene whose file cannot be used: which file and which fields. The other scenes go on. */
export function Unusable({ id, fault }: { readonly id: string; readonly fault: FileFault }) {
  return (
    <section className={styles.missing} data-panel={id} data-state="failed" role="status">
      <div>
        <p>{words.unusable(fault.title)}</p>
        <ul>
          {fault.problems.slice(0, 8).map(({ field, message }) => (
            <li key={`${field} ${message}`}>{`${field} ${message}`}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** A panel whose code is still on its way. */
export function Waiting({ area }: { readonly area: string }) {
  return (
    <section className={styles.missing} style={{ gridArea: area }} data-state="loading" aria-busy="true" />
  )
}
