import { useLayoutEffect, useState } from 'react'

/** Of `unit` pixels each. */
interface Box {
  readonly width: number
  readonly height: number
}

/**
 * Room inside an element, without its padding, kept up to date; null before it stands on the page. Known before the first paint, so that
 * what depends on it is never drawn for no room at all, and anew with another `unit`: what is printed is measured in one of its own, at
 * once. Give the returned `ref` to the element.
 */
export function useBox(unit: number): [ref: (element: HTMLElement | null) => void, box: Box | null] {
  const [element, ref] = useState<HTMLElement | null>(null)
  const [box, setBox] = useState<Box | null>(null)
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => {
      const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element)
      const width = (element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / unit
      const height = (element.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / unit
      setBox((old) => (old?.width === width && old.height === height ? old : { width, height }))
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [element, unit])
  return [ref, box]
}
