import { useMemo } from 'react'
import { useUnit } from '../ui/unit'
import { useBox } from '../ui/use-box'
import type { Size } from './define-panel'

/** Room inside the element that is given `ref`, in design units, whole numbers; null before it stands on the page. */
export function useSize(): [ref: (element: HTMLElement | null) => void, size: Size | null] {
  const [ref, box] = useBox(useUnit())
  const size = useMemo(() => box && { width: Math.round(box.width), height: Math.round(box.height) }, [box])
  return [ref, size]
}
