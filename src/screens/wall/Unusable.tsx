import type { FileFault } from '../../config/site'
import styles from './Stage.module.css'
import { words } from './words'

/**
 * A scene whose file cannot be used, with the file and the fields; without a `fault` a panel that a scene names and nobody has made. It is
 * said in its own place, and everything else goes on.
 */
export function Unusable({ id, area, fault }: { id: string; area?: string; fault?: FileFault }) {
  return (
    <section
      className={styles.missing}
      style={{ gridArea: area }}
      data-panel={id}
      data-state="failed"
      role="status"
    >
      {fault ? (
        <div>
          <p>{words.unusable(fault.title)}</p>
          <ul>
            {fault.problems.slice(0, 8).map(({ field, message }) => (
              <li key={`${field} ${message}`}>{`${field} ${message}`}</li>
            ))}
          </ul>
        </div>
      ) : (
        words.missing(id)
      )}
    </section>
  )
}
