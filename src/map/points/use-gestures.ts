import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { type Extent, type MapView, movedBy, zoomedAt } from './view'

/** What has been moved by more than this, in pixels, was not pressed. */
const DRAGGED = 5

interface Gestures {
  readonly extent: Extent
  readonly unit: number
  readonly live: RefObject<MapView>
  readonly show: (view: MapView) => void
}

/** Dragging by one pointer, pinching by two; says whether what was let go was a press. */
export function useDrag({ extent, unit, live, show }: Gestures) {
  const held = useRef(new Map<number, readonly [number, number]>())
  const way = useRef(0)
  const spotOf = (event: PointerEvent) => [event.clientX, event.clientY] as const
  return {
    isPress: () => way.current <= DRAGGED,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (held.current.size === 0) way.current = 0
        held.current.set(event.pointerId, spotOf(event))
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const before = held.current.get(event.pointerId)
        if (!before) return
        const [x, y] = spotOf(event)
        const [dx, dy] = [x - before[0], y - before[1]]
        way.current += Math.abs(dx) + Math.abs(dy)
        // What begins as a press stays one until it is clear that it is none: only then is the pointer kept.
        if (way.current > DRAGGED && !event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.setPointerCapture(event.pointerId)
        const [other] = [...held.current].filter(([id]) => id !== event.pointerId)
        held.current.set(event.pointerId, [x, y])
        const box = event.currentTarget.getBoundingClientRect()
        if (!other) return show(movedBy(live.current, extent, dx / unit, dy / unit))
        const [, [ox, oy]] = other
        const by = Math.hypot(x - ox, y - oy) / Math.max(1, Math.hypot(before[0] - ox, before[1] - oy))
        const middle = [((x + ox) / 2 - box.left) / unit, ((y + oy) / 2 - box.top) / unit] as const
        const near = zoomedAt(live.current, extent, by, middle)
        return show(movedBy(near, extent, dx / 2 / unit, dy / 2 / unit))
      },
      onPointerUp: (event: PointerEvent) => void held.current.delete(event.pointerId),
      onPointerCancel: (event: PointerEvent) => void held.current.delete(event.pointerId),
    },
  }
}

/** A notch of a wheel. */
const PER_PIXEL = 0.0022

/** The wheel brings nearer what is under the pointer. React listens to wheels passively, which cannot keep the page from scrolling. */
export function useWheel(ref: RefObject<HTMLElement | null>, { extent, unit, live, show }: Gestures): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 40
      const by = Math.exp(-event.deltaY * lines * PER_PIXEL)
      const at = [(event.clientX - box.left) / unit, (event.clientY - box.top) / unit] as const
      show(zoomedAt(live.current, extent, by, at))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [ref, extent, unit, live, show])
}
