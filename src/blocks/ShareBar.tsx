import styles from './ShareBar.module.css'

interface ShareBarProps {
  /** 0 to 1; what is beyond fills the bar. */
  readonly share: number
  /** Where it stands among what is around it; its own look is the block's. */
  readonly className?: string | undefined
}

/** How much of a limit is used up, beside words that say so. */
export function ShareBar({ share, className = '' }: ShareBarProps) {
  return (
    <span className={`${styles.bar} ${className}`} aria-hidden="true">
      <i style={{ width: `${Math.min(1, share) * 100}%` }} />
    </span>
  )
}
