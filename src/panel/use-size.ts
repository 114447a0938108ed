import { useMemo } from 'react'
import { useUnit } from '../ui/unit'
import { useBox } from '../ui/use-box'
import type { Size } from './define-panel'

/** Room inside the element that is given `ref`, in design units, whole numbers; null before it stands on the page. */
export function useSize(): [ref: (element: HTMLElement | null) => void, size: Size | null] {
  const u = useUnit()
  const [ref, box] = useBox()
  const width = box && Math.round(box.width / u)
  const height = box && Math.round(box.height / u)
  const size = useMemo(() => (width === null || height === null ? null : { width, height }), [width, height])
  return [ref, size]
}
