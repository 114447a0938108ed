import type { MapLayers } from '../../../map/types'
import styles from './Legend.module.css'

export interface LegendProps {
  readonly measure: { readonly label: string; readonly breaks: readonly number[]; readonly unit: string }
  readonly layers: MapLayers
  /** Layers this city has data for; the others are not offered. */
  readonly has: MapLayers
  readonly onChange: (layers: MapLayers) => void
}

const NAMES = { cameras: '约 200 路视频', halls: '政务大厅', exceptions: '需要处置' } as const

/** The legend is the layer switch. */
export function Legend({ measure, layers, has, onChange }: LegendProps) {
  return (
    <div className={styles.legend}>
      {has.load ? (
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
        <p className={styles.label}>镇街不着色：本市无此数据</p>
      )}
      <div className={styles.switches} role="group" aria-label="图层">
        {(['cameras', 'halls', 'exceptions'] as const)
          .filter((layer) => has[layer])
          .map((layer) => (
            <button
              key={layer}
              type="button"
              aria-pressed={layers[layer]}
              className={styles.switch}
              onClick={() => onChange({ ...layers, [layer]: !layers[layer] })}
            >
              <Symbol layer={layer} />
              {NAMES[layer]}
            </button>
          ))}
      </div>
    </div>
  )
}

function Symbol({ layer }: { layer: keyof typeof NAMES }) {
  return (
    <svg className={styles.symbol} viewBox="0 0 14 14" aria-hidden="true">
      {layer === 'cameras' && <circle cx="7" cy="7" r="2.6" fill="var(--tx-2)" />}
      {layer === 'halls' && (
        <rect x="2" y="2" width="10" height="10" fill="none" stroke="var(--tx-1)" strokeWidth="1.6" />
      )}
      {layer === 'exceptions' && <rect x="2" y="2" width="10" height="10" rx="1" fill="var(--tx-3)" />}
    </svg>
  )
}
