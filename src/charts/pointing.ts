import { useEffect, useRef, useState, type RefObject } from 'react'
import { keepTrying } from '../lib/keep-trying'

/** Where the pointer is, in px from the chart's corner; null: not on the chart. */
export type Pointer = readonly [x: number, y: number] | null

let registered = false
let arriving: Promise<void> | undefined

/** Fetches and registers the tooltip once: most walls are never pointed at. */
function tooltipRegistered(): Promise<void> {
  arriving ??= keepTrying(() => import('./tooltip')).then(({ registerTooltip }) => {
    registerTooltip()
    registered = true
  })
  return arriving
}

/**
 * Whether the chart may be made with a tooltip: from the first time something points at it, or from the beginning when
 * another chart was pointed at before. `pointer` says where the pointer stands meanwhile.
 */
export function usePointing(element: HTMLElement): {
  readonly tooltip: boolean
  readonly pointer: RefObject<Pointer>
} {
  const [tooltip, setTooltip] = useState(registered)
  const pointer = useRef<Pointer>(null)
  useEffect(() => {
    if (tooltip) return undefined
    const watch = new AbortController()
    const on = (
      type: 'pointermove' | 'pointerdown' | 'pointerup' | 'pointerleave',
      listen: (event: PointerEvent) => void,
    ) => element.addEventListener(type, listen, { signal: watch.signal, passive: true })
    let pressed = false
    const arm = () => {
      // Between press and release the chart must stay the one that was pressed, or the click would be lost.
      if (!watch.signal.aborted && !pressed && registered) setTooltip(true)
    }
    const follow = (event: PointerEvent) => {
      const { left, top } = element.getBoundingClientRect()
      pointer.current = [event.clientX - left, event.clientY - top]
      void tooltipRegistered().then(arm)
    }
    on('pointermove', follow)
    on('pointerdown', follow)
    on('pointerdown', () => (pressed = true))
    // The click event follows the release.
    on('pointerup', () => {
      pressed = false
      setTimeout(arm)
    })
    on('pointerleave', () => (pointer.current = null))
    return () => watch.abort()
  }, [element, tooltip])
  return { tooltip, pointer }
}
