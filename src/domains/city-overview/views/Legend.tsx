import { SeverityMark } from '../../../ui/SeverityMark'
import type { Severity } from '../../../contract/severity'
import type { MapMeasure } from './measures'
import styles from './Legend.module.css'
import { words } from '../words'

export interface LegendProps {
  readonly measure: MapMeasure
  /** Some tile has room for its curve. */
  readonly curves: boolean
  /** Levels of the exceptions that the map marks. */
  readonly marks: readonly Severity[]
}

/** Says what every sign on the map is, and of no sign that is not there. */
export function Legend({ measure, curves, marks }: LegendProps) {
  const { towns, curve, classes, few } = measure
  return (
    <div className={styles.legend}>
      {curves && curve !== null && (
        <div className={styles.row}>
          <svg className={styles.curve} viewBox="0 0 84 34" aria-hidden="true">
            <path
              d="M2 30C18 30 22 8 34 8S48 20 56 18 70 28 82 30V33H2Z"
              fill="var(--tile-band)"
              data-glyph="band"
            />
            <path
              d="M2 31C16 31 22 5 40 10"
              fill="none"
              stroke="var(--tx-1)"
              strokeWidth="2"
              data-glyph="line"
            />
            <circle cx="40" cy="10" r="3" fill="var(--tx-1)" />
          </svg>
          <p>
            {curve}
            <br />
            <i>{words.legend.band}</i>
          </p>
        </div>
      )}
      {towns.some(({ level }) => level !== null) && <Classes {...classes} />}
      <p>{few}</p>
      {towns.some(({ deviant }) => deviant) && (
        <p className={styles.row}>
          <svg className={styles.sign} viewBox="0 0 20 20" aria-hidden="true" data-glyph="outline">
            <path d="M10 2L17 6V14L10 18L3 14V6Z" fill="none" stroke="var(--tx-1)" strokeWidth="2" />
          </svg>
          {words.legend.deviant}
        </p>
      )}
      {marks.length > 0 && (
        <p className={styles.row} data-glyph="mark">
          {marks.map((severity) => (
            <SeverityMark key={severity} severity={severity} size={18} />
          ))}
          {words.legend.exceptions}
        </p>
      )}
    </div>
  )
}

function Classes({ label, breaks, unit }: MapMeasure['classes']) {
  return (
    <div>
      <p>
        {label} <i>{unit}</i>
      </p>
      <div className={styles.classes} aria-hidden="true">
        {[1, 2, 3, 4].map((n) => (
          <span key={n} data-glyph={`class-${n}`} style={{ background: `var(--tile-${n})` }}>
            {n < 4 && <i>{breaks[n - 1]}</i>}
          </span>
        ))}
      </div>
    </div>
  )
}
