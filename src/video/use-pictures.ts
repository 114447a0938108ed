import { useEffect, useRef, useState, type RefObject } from 'react'
import { LOOK_MS, Pictures } from './pictures'
import type { Seen, Wanted } from './tile'

interface Shown {
  readonly wanted: readonly (Wanted | null | undefined)[]
  /** The tile that fills the screen; null while none does. */
  readonly whole: number | null
}

const sameSeen = (a: readonly Seen[], b: readonly Seen[]) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Plays what is wanted in the elements below `root`, which has to hold as many as `elementsFor(tiles)` from its first drawing to its last.
 * What nobody can see stands still meanwhile. Drawn again when what is seen changes, not with every look.
 */
export function usePictures(
  root: RefObject<HTMLElement | null>,
  tiles: number,
  { wanted, whole }: Shown,
): readonly Seen[] {
  const [seen, setSeen] = useState<readonly Seen[]>([])
  const playing = useRef<Pictures | null>(null)
  const filling = useRef(whole)
  const looking = useRef<() => void>(undefined)
  useEffect(() => {
    const { current: element } = root
    if (!element) return
    let inView = true
    let asked = false
    const pictures = new Pictures([...element.querySelectorAll('video')], tiles, {
      now: () => performance.now(),
      draw: () => Math.random(),
      isHidden: (tile) =>
        document.hidden || !inView || (filling.current !== null && filling.current !== tile),
      swapped: () => {
        if (asked) return
        asked = true
        queueMicrotask(() => {
          asked = false
          if (playing.current === pictures) look()
        })
      },
    })
    playing.current = pictures
    const look = () => {
      pictures.look()
      const next = Array.from({ length: tiles }, (_, i) => pictures.seen(i))
      setSeen((before) => (sameSeen(before, next) ? before : next))
    }
    looking.current = look
    // On a page that scrolls they may be above or below what is looked at.
    const watch = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? true
      look()
    })
    watch.observe(element)
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      watch.disconnect()
      document.removeEventListener('visibilitychange', look)
      pictures.end()
      playing.current = null
    }
  }, [root, tiles])
  useEffect(() => playing.current?.show(wanted), [wanted, tiles])
  useEffect(() => {
    filling.current = whole
    looking.current?.()
  }, [whole])
  return seen
}
