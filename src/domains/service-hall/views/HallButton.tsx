import type { ReactNode } from 'react'
import { useScreen } from '../../../panel/screen-context'
import type { HallOperation } from '../contract'
import styles from './HallList.module.css'
import lists from './Lists.module.css'

type Hall = NonNullable<HallOperation['halls']>[number]

interface HallButtonProps {
  readonly hall: Pick<Hall, 'place'>
  /** The row in words. */
  readonly label: string
  readonly children: ReactNode
}

/** A row of halls: pressed, it scopes the wall to the town of its hall; one in no known town leads nowhere. */
export function HallButton({ hall: { place }, label, children }: HallButtonProps) {
  const { selectRegion } = useScreen()
  return (
    <button
      type="button"
      className={`${lists.row} ${styles.row}`}
      disabled={!place}
      onClick={() => place && selectRegion(place.code)}
      aria-label={label}
    >
      {children}
    </button>
  )
}
