import { useLayoutEffect, useState } from 'react'
import { canvasFor, type Canvas } from './aspect'

/** The canvas of the current window; sets `--u` for every length of the page. */
export function useCanvas(): Canvas {
  const [canvas, setCanvas] = useState(() => canvasFor(window.innerWidth, window.innerHeight))
  useLayoutEffect(() => {
    const measure = () =>
      setCanvas((before) => {
        const next = canvasFor(window.innerWidth, window.innerHeight)
        return next.aspect === before.aspect && next.u === before.u ? before : next
      })
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--u', `${canvas.u}px`)
    document.documentElement.dataset.aspect = canvas.aspect
  }, [canvas])
  return canvas
}
