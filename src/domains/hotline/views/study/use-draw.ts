import { useRef, type PointerEvent } from 'react'
import type { Narrowed, StudyView } from './view'

/** Where a pointer is in a picture, each from 0 at its left and upper edge to 1, exclusive. */
type PlaceAt<P> = (across: number, down: number) => P

const SHORT_OF_ONE = 1 - 1e-9

/**
 * Draws a span over a picture: asked for with every step, and for good when the pointer is let go. A finger that turns out to scroll
 * (the browser takes the pointer away) leaves what was chosen before as it was.
 */
export function useDraw<P>(
  placeAt: PlaceAt<P>,
  meant: (from: P, to: P) => Narrowed,
  { onNarrow, onDraw }: Pick<StudyView, 'onNarrow' | 'onDraw'>,
) {
  const from = useRef<P | null>(null)
  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): P => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    const share = (px: number, all: number) => Math.min(SHORT_OF_ONE, Math.max(0, px / Math.max(1, all)))
    return placeAt(share(clientX - left, width), share(clientY - top, height))
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = at(event)
      onDraw(meant(from.current, from.current))
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (from.current !== null) onDraw(meant(from.current, at(event)))
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (from.current !== null) onNarrow(meant(from.current, at(event)))
      from.current = null
    },
    onPointerCancel() {
      if (from.current !== null) onDraw(null)
      from.current = null
    },
  }
}
