import type { Switchable } from './layers'
import styles from './Legend.module.css'
import { words } from '../words'

export interface Measure {
  readonly label: string
  readonly breaks: readonly number[]
  readonly unit: string
}

export interface LegendProps {
  readonly measure: Measure
  /** Why no town has a colour; null where some have. */
  readonly uncoloured: string | null
  readonly switches: readonly Switchable[]
  readonly off: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}

/** The legend is the layer switch. */
export function Legend({ measure, uncoloured, switches, off, onToggle }: LegendProps) {
  return (
    <div className={styles.legend}>
      {uncoloured === null ? (
        <div>
          <p className={styles.label}>
            {measure.label} <i>{measure.unit}</i>
          </p>
          <div className={styles.ramp} aria-hidden="true">
            {[1, 2, 3, 4, 5].map((n) => (
              <span key={n} style={{ background: `var(--seq-${n})` }}>
                {n < 5 && <i>{measure.breaks[n - 1]}</i>}
              </span>
            ))}
          </div>
        </div>
      ) : (
        <p className={styles.label}>{uncoloured}</p>
      )}
      <div className={styles.switches} role="group" aria-label={words.legend.layers}>
        {switches.map(({ name, sign, layer: { id } }) => (
          <button
            key={id}
            type="button"
            aria-pressed={!off.has(id)}
            className={styles.switch}
            onClick={() => onToggle(id)}
          >
            <Sign sign={sign} />
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}

function Sign({ sign }: { sign: Switchable['sign'] }) {
  return (
    <svg className={styles.symbol} viewBox="0 0 14 14" aria-hidden="true">
      {sign === 'dot' && <circle cx="7" cy="7" r="2.6" fill="var(--tx-2)" />}
      {sign === 'square' && (
        <rect x="2" y="2" width="10" height="10" fill="none" stroke="var(--tx-1)" strokeWidth="1.6" />
      )}
      {sign === 'mark' && <rect x="2" y="2" width="10" height="10" rx="1" fill="var(--tx-3)" />}
    </svg>
  )
}
