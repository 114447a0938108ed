import { useEffect, useRef, useState, type RefObject } from 'react'
import { LOOK_MS, Pictures } from './pictures'
import type { Seen, Wanted } from './tile'

const sameSeen = (a: readonly Seen[], b: readonly Seen[]) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Plays what is wanted in the elements below `root`, which has to hold as many as `elementsFor(tiles)` from its first drawing to its last.
 * Drawn again when what is seen changes, not with every look.
 */
export function usePictures(
  root: RefObject<HTMLElement | null>,
  tiles: number,
  wanted: readonly (Wanted | null | undefined)[],
): readonly Seen[] {
  const [seen, setSeen] = useState<readonly Seen[]>([])
  const playing = useRef<Pictures | null>(null)
  useEffect(() => {
    const videos = [...(root.current?.querySelectorAll('video') ?? [])]
    const pictures = new Pictures(videos, tiles, {
      now: () => performance.now(),
      draw: () => Math.random(),
      isHidden: () => document.hidden,
    })
    playing.current = pictures
    const look = () => {
      pictures.look()
      const next = Array.from({ length: tiles }, (_, i) => pictures.seen(i))
      setSeen((before) => (sameSeen(before, next) ? before : next))
    }
    const timer = setInterval(look, LOOK_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      pictures.end()
      playing.current = null
    }
  }, [root, tiles])
  useEffect(() => playing.current?.show(wanted), [wanted, tiles])
  return seen
}
