import { useEffect, useRef, type MouseEvent, type RefObject } from 'react'
import { isPageKey } from '../ui/keys'

/** Shows one picture over the whole screen, and those beside it again; `event.key`. */
export const WHOLE_KEY = 'f'

/** What one tile over the whole screen is told. */
export interface Whole {
  /** The tile that fills the screen; null while none does. */
  readonly at: number | null
  readonly choose: (tile: number | null) => void
  /** To the picture beside it, and the keys for it. */
  readonly turn: (by: 1 | -1) => void
  readonly keys: { readonly previous: string; readonly next: string }
}

/** The top layer: above whatever contains it, and nothing is moved in the page, so that what plays goes on. A browser without it fills the panel. */
function useTopLayer(root: RefObject<HTMLElement | null>, filled: boolean): void {
  useEffect(() => {
    // It goes back when the attribute does.
    if (filled && root.current && 'showPopover' in root.current) root.current.showPopover()
  }, [root, filled])
}

/** Keys of a tile that fills the screen. They come before those of the page, for which Esc and the keys of the round mean something else. */
export function useWhole(root: RefObject<HTMLElement | null>, whole: Whole | undefined): void {
  useTopLayer(root, whole !== undefined && whole.at !== null)
  useEffect(() => {
    if (!whole) return
    const onKey = (event: KeyboardEvent) => {
      const act = isPageKey(event) && deedOf(event.key.toLowerCase(), whole, root)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  })
}

/** What a key does; undefined where it is not one of these. */
function deedOf(
  key: string,
  { at, choose, turn, keys }: Whole,
  root: RefObject<HTMLElement | null>,
): (() => void) | undefined {
  if (key === WHOLE_KEY) return () => choose(at === null ? focusedIn(root.current) : null)
  if (at === null) return undefined
  if (key === 'escape') return () => choose(null)
  if (key === keys.previous) return () => turn(-1)
  return key === keys.next ? () => turn(1) : undefined
}

/** The tile that has the focus, the largest where none has. */
function focusedIn(root: HTMLElement | null): number {
  const tile = document.activeElement?.closest<HTMLElement>('[data-tile]')
  return tile && root?.contains(tile) ? Number(tile.dataset['tile']) : 0
}

/** Within this a second press belongs to the first, ms. */
const TWICE_MS = 250

/** What one press does waits until no second one has come; a key waits for nothing. */
export function useOnce(): {
  readonly once: (event: MouseEvent, does: () => void) => void
  readonly twice: () => void
} {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const twice = () => clearTimeout(waiting.current)
  useEffect(() => () => clearTimeout(waiting.current), [])
  return {
    twice,
    once(event, does) {
      twice()
      if (event.detail === 0) does()
      else waiting.current = setTimeout(does, TWICE_MS)
    },
  }
}
