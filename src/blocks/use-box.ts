import { useEffect, useRef, useState, type RefObject } from 'react'
import { useUnit } from '../ui/unit'

/** Size of an element in design units, 0 × 0 before it is measured: a View adds parts where there is room for them. */
export function useBox<E extends HTMLElement>(): [
  RefObject<E | null>,
  { readonly width: number; readonly height: number },
] {
  const u = useUnit()
  const ref = useRef<E>(null)
  const [box, setBox] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const next = {
        width: Math.round(element.clientWidth / u),
        height: Math.round(element.clientHeight / u),
      }
      setBox((old) => (old.width === next.width && old.height === next.height ? old : next))
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [u])
  return [ref, box]
}
