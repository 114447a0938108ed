import styles from './InfoGlyph.module.css'

/** ⓘ: opens where a figure comes from and what it means. */
export function InfoGlyph() {
  return (
    <svg className={styles.info} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M12 11v5.2" stroke="currentColor" strokeWidth="2" />
      <circle cx="12" cy="8" r="1.3" fill="currentColor" />
    </svg>
  )
}
