import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Size } from './define-panel'
import styles from './OverScene.module.css'
import { useSize } from './use-size'

interface OverSceneProps {
  readonly label: string
  readonly children: (size: Size) => ReactNode
}

/** The stage that the panels stand on, and the wall that it is a part of. */
function find() {
  const stage = document.querySelector('[data-panel]')?.closest('[data-aspect]') ?? null
  return { stage, wall: stage?.parentElement ?? null }
}

/**
 * Something that lies over the whole scene, below the header: what is opened from it stands beside it. It takes the focus and gives it
 * back; what closes it is its caller's.
 */
export function OverScene({ label, children }: OverSceneProps) {
  const [{ wall }] = useState(find)
  return wall && createPortal(<Over label={label}>{children}</Over>, wall)
}

function Over({ label, children }: OverSceneProps) {
  const over = useRef<HTMLDivElement>(null)
  const [room, size] = useSize()
  useEffect(() => {
    const before = document.activeElement
    // What cannot be seen is neither read out nor reached by keys, and is not painted.
    const { stage } = find()
    stage?.classList.add(styles.under ?? '')
    over.current?.focus()
    return () => {
      stage?.classList.remove(styles.under ?? '')
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <div ref={over} tabIndex={-1} role="dialog" aria-label={label} className={styles.over}>
      <div ref={room} className={styles.room}>
        {size && children(size)}
      </div>
    </div>
  )
}
