import { useEffect, useRef, useState, type RefObject } from 'react'
import { useUnit } from '../ui/unit'

/**
 * How many rows of `rowUnits` design units fit the element: walls show what fits and say how many more there are,
 * they never scroll and never shrink type.
 */
export function useRows<E extends HTMLElement>(rowUnits: number): [RefObject<E | null>, number] {
  const u = useUnit()
  const ref = useRef<E>(null)
  const [rows, setRows] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setRows(Math.max(0, Math.floor((element.clientHeight + 0.5) / (rowUnits * u))))
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [rowUnits, u])
  return [ref, rows]
}
