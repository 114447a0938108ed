import { useEffect, useRef, useState } from 'react'
import { isPageKey } from '../../ui/keys'
import controls from '../../ui/controls.module.css'
import styles from './Search.module.css'
import { words } from './words'

/** After so long without a further letter the list is asked, ms. */
const PAUSE_MS = 250
/** What a link has room for. */
const MOST = 40

interface SearchProps {
  /** What is looked for now. */
  readonly q: string
  readonly onSeek: (q: string) => void
  /** Into the list, to its first row. */
  readonly onLeave: () => void
  /** How many were found, of how many; null while nothing is looked for, or nobody knows yet. */
  readonly found: string | null
}

/** A text that the rows of a list have to hold. `/` leads to it, Enter or an arrow into what was found, Escape takes it away. */
export function Search({ q, onSeek, onLeave, found }: SearchProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const seek = useRef(onSeek)
  useEffect(() => void (seek.current = onSeek))
  useSlash(field)
  useEffect(() => {
    if (typed === null || typed.trim() === q) return
    const wait = setTimeout(() => seek.current(typed.trim()), PAUSE_MS)
    return () => clearTimeout(wait)
  }, [typed, q])
  const settle = (text: string) => {
    setTyped(null)
    if (text.trim() !== q) onSeek(text.trim())
  }
  return (
    <div className={styles.search}>
      <input
        ref={field}
        type="search"
        className={`${controls.field} ${styles.field}`}
        value={typed ?? q}
        maxLength={MOST}
        placeholder={words.search.hint}
        aria-label={words.search.label}
        onChange={(event) => {
          const { nativeEvent, currentTarget } = event
          setTyped(currentTarget.value)
          // The clear button of the field itself.
          if (!(nativeEvent instanceof InputEvent)) settle(currentTarget.value)
        }}
        onBlur={() => typed !== null && settle(typed)}
        onKeyDown={(event) => {
          // An input method uses these keys itself.
          if (event.nativeEvent.isComposing) return
          const text = event.currentTarget.value
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation()
            settle('')
          } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            settle(text)
            onLeave()
          } else return
          event.preventDefault()
        }}
      />
      <kbd className={styles.key} aria-hidden="true">
        /
      </kbd>
      <span role="status" className={styles.found}>
        {found}
      </span>
    </div>
  )
}

/** `/` leads into the field from anywhere, except from where somebody writes. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isPageKey(event)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}
