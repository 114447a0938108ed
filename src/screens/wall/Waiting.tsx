import styles from './Stage.module.css'

/** A panel whose code is still on its way. */
export function Waiting({ area }: { readonly area: string }) {
  return (
    <section className={styles.missing} style={{ gridArea: area }} data-state="loading" aria-busy="true" />
  )
}
