import { useLayoutEffect, useState } from 'react'
import { useUnit } from '../ui/unit'
import type { Size } from './define-panel'

/**
 * Room inside an element in design units, whole numbers; null before it stands on the page. Known before the first paint, so that what
 * depends on it is never drawn for no room at all. Give the returned `ref` to the element.
 */
export function useSize(): [ref: (element: HTMLElement | null) => void, size: Size | null] {
  const u = useUnit()
  const [element, ref] = useState<HTMLElement | null>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => {
      const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element)
      const pads = (a: string, b: string) => parseFloat(a) + parseFloat(b)
      const next = {
        width: Math.round((element.clientWidth - pads(paddingLeft, paddingRight)) / u),
        height: Math.round((element.clientHeight - pads(paddingTop, paddingBottom)) / u),
      }
      setSize((old) => (old?.width === next.width && old.height === next.height ? old : next))
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [element, u])
  return [ref, size]
}
