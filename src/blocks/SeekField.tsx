import { useEffect, useRef, useState } from 'react'
import controls from '../ui/controls.module.css'

/** After so long without a further letter it is looked for, ms. */
const PAUSE_MS = 250
/** What a link has room for. */
const MOST = 40

interface SeekFieldProps {
  /** What is looked for now. */
  readonly q: string
  readonly onSeek: (q: string) => void
  readonly hint: string
  readonly label: string
  readonly className: string | undefined
}

/** Where words are written that something is narrowed by, once the writer pauses or leaves. */
export function SeekField({ q, onSeek, hint, label, className = '' }: SeekFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const seek = useRef(onSeek)
  useEffect(() => void (seek.current = onSeek))
  useEffect(() => {
    if (typed === null || typed.trim() === q) return undefined
    const wait = setTimeout(() => seek.current(typed.trim()), PAUSE_MS)
    return () => clearTimeout(wait)
  }, [typed, q])
  return (
    <input
      type="search"
      className={`${controls.field} ${className}`}
      value={typed ?? q}
      maxLength={MOST}
      placeholder={hint}
      aria-label={label}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed.trim() !== q) onSeek(typed.trim())
        setTyped(null)
      }}
    />
  )
}
