import styles from './ShareBar.module.css'

interface ShareBarProps {
  /** 0 to 1; what is beyond fills the bar. */
  readonly share: number
  /** Where it stands among what is around it; its own look is the block's. */
  readonly className?: string | undefined
}

/**
 * A bar that fills its cell by a share of it, beside the words that say how much: of a limit, of a whole, or of the longest of its list.
 * 0 draws nothing. Lists give it cells of one width, so that lengths can be compared.
 */
export function ShareBar({ share, className = '' }: ShareBarProps) {
  return (
    <span className={`${styles.bar} ${className}`} data-share={share} aria-hidden="true">
      <i style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </span>
  )
}
