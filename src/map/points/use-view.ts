import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { MARGIN } from './paint'
import { clamped, type Extent, type MapView, WHOLE, windowOf } from './view'

/** After so long without a further movement everything is drawn anew where it stands, ms. */
const SETTLE_MS = 120

interface ViewOptions {
  /** In u of the screen. */
  readonly extent: Extent
  /** Pixels per u. */
  readonly unit: number
}

/** What may be missing at an edge for a moment while one goes further away, in u. */
const MISSING = 200

/** Whether what has been drawn for one view can be moved to stand for another: it covers the screen and is not too coarse. */
export function standsFor(drawn: MapView, live: MapView, extent: Extent): boolean {
  const by = live.k / drawn.k
  const [has, needs] = [windowOf(drawn, extent, MARGIN), windowOf(live, extent, 0)]
  const missing = Math.max(has.x0 - needs.x0, needs.x1 - has.x1, has.y0 - needs.y0, needs.y1 - has.y1)
  return by > 0.6 && by < 1.7 && missing * live.k <= (by < 1 ? MISSING : 0)
}

const isSame = (a: MapView, b: MapView) => a.k === b.k && a.x === b.x && a.y === b.y

/**
 * Where a map is looked at. While it is moved, what was drawn is moved by the compositor, which costs the page nothing; drawn anew is it
 * when it rests, or when what was drawn no longer covers the screen.
 */
export function useView({ extent, unit }: ViewOptions) {
  /** What is moved as a whole while somebody moves the map. */
  const moved = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(WHOLE)
  const live = useRef(WHOLE)
  const drawn = useRef(view)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const settle = useCallback(() => {
    clearTimeout(timer.current)
    setView(live.current)
  }, [])
  /** Moves what was drawn to where it is looked at. */
  const move = useCallback(() => {
    const [{ k, x, y }, to] = [drawn.current, live.current]
    const [by, stands] = [to.k / k, isSame(drawn.current, to)]
    const [left, top] = [(to.x - x * by) * unit, (to.y - y * by) * unit]
    const transform = stands ? '' : `translate(${left}px, ${top}px) scale(${by})`
    moved.current?.style.setProperty('will-change', stands ? 'auto' : 'transform')
    moved.current?.style.setProperty('transform', transform)
  }, [unit])
  useLayoutEffect(() => {
    drawn.current = view
    move()
  }, [view, move])
  useEffect(() => () => clearTimeout(timer.current), [])
  const show = useCallback(
    (next: MapView) => {
      if (isSame(next, live.current)) return
      live.current = next
      clearTimeout(timer.current)
      move()
      if (standsFor(drawn.current, next, extent)) timer.current = setTimeout(settle, SETTLE_MS)
      else settle()
    },
    [move, extent, settle],
  )
  // A screen of another size shows the same part as far as it can.
  useEffect(() => {
    live.current = clamped(live.current, extent)
    setView(live.current)
  }, [extent])
  return { moved, view, live, show }
}
