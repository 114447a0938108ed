import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Size of an element in CSS pixels, kept up to date; null before the first layout and while it has no area. */
export function useSize<T extends Element>(): [
  RefObject<T | null>,
  { width: number; height: number } | null,
] {
  const ref = useRef<T>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const read = (width: number, height: number) =>
      setSize((old) => {
        if (width < 1 || height < 1) return null
        return old?.width === width && old.height === height ? old : { width, height }
      })
    // Measured at once, so the map is in the first paint and not one frame late.
    const { width, height } = element.getBoundingClientRect()
    read(width, height)
    const observer = new ResizeObserver(([entry]) => {
      if (entry) read(entry.contentRect.width, entry.contentRect.height)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
