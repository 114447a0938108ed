import { createContext, use, useEffect, useId, useRef, type ReactNode } from 'react'
import { useScreen } from '../../panel/screen-context'
import { isWritten } from '../../ui/keys'
import styles from './Drawer.module.css'
import { words } from './words'

/** It stands in the page and opens over nothing: it leaves the focus where it is. */
export const InPlace = createContext(false)

interface FrameProps {
  /** Where one is: 热线 › 超期 2 件. */
  readonly crumbs: readonly string[]
  readonly title: ReactNode
  /** One line below it. */
  readonly meta?: string
  /** The list it was opened from, as a link says it. */
  readonly back?: string | null
  /** To what stands before and after it in its list. */
  readonly step?: { readonly place: string; readonly before?: () => void; readonly after?: () => void }
  /** It has more to show side by side than one record. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/**
 * What stands beside the picture. It takes the focus when it opens and gives it back; Escape closes it, and so does a step back. The
 * picture goes on, and another mark can be pressed.
 */
export function Frame({ crumbs, title, meta, back = null, step, wide, children }: FrameProps) {
  const { open } = useScreen()
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const inPlace = use(InPlace)
  useEffect(() => {
    if (inPlace) return
    const before = document.activeElement
    // Whoever comes back to a list is at their row already.
    if (!ref.current?.contains(before)) ref.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [inPlace])
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role={inPlace ? 'region' : 'dialog'}
      aria-labelledby={id}
      className={styles.drawer}
      data-drawer={inPlace ? 'in-place' : ''}
      data-wide={wide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') open(null)
        else if (isWritten(event.target)) return
        // At the end of the list an arrow does nothing: it must not reach the wall, which would show another scene.
        else if (event.key === 'ArrowLeft' && step) step.before?.()
        else if (event.key === 'ArrowRight' && step) step.after?.()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <div className={styles.bar}>
        {back !== null && (
          <Turn label={words.back} path="M11 5l-7 7 7 7M4 12h16" onPress={() => open(`rows:${back}`)} />
        )}
        <span className={styles.crumbs}>{crumbs.join(' › ')}</span>
        {step && (
          <>
            <span className={styles.place}>{step.place}</span>
            <Turn label={words.before} path="M15 6l-6 6 6 6" onPress={step.before} />
            <Turn label={words.after} path="M9 6l6 6-6 6" onPress={step.after} />
          </>
        )}
        {!inPlace && <Turn label={words.close} path="M6 6l12 12M18 6L6 18" onPress={() => open(null)} />}
      </div>
      {/* A record has nothing to press, and is scrolled by keys all the same. */}
      <div className={styles.body} tabIndex={0}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {meta !== undefined && meta !== '' && <p className={styles.meta}>{meta}</p>}
        {children}
      </div>
    </div>
  )
}

interface TurnProps {
  readonly label: string
  readonly path: string
  readonly onPress: (() => void) | undefined
}

function Turn({ label, path, onPress }: TurnProps) {
  return (
    <button type="button" className={styles.turn} aria-label={label} disabled={!onPress} onClick={onPress}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </button>
  )
}
