import { useLayoutEffect, useState } from 'react'
import { canvasFor, type Canvas } from './aspect'

/** The least size at which this browser draws text, px: people can set one, and `--u` knows nothing of it. */
function leastFont(): number {
  const probe = document.createElement('span')
  probe.style.fontSize = '1px'
  document.body.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size > 1 ? size : 0
}

const canvasNow = () =>
  canvasFor(window.innerWidth, window.innerHeight, leastFont(), matchMedia('(pointer: coarse)').matches)

/** The canvas of the current window; sets `--u` for every length of the page. */
export function useCanvas(): Canvas {
  const [canvas, setCanvas] = useState(canvasNow)
  useLayoutEffect(() => {
    const measure = () =>
      setCanvas((before) => {
        // What is printed is what stood on the screen, whatever the size of the paper.
        if (document.documentElement.dataset['paper'] !== undefined) return before
        const next = canvasNow()
        return next.aspect === before.aspect && next.u === before.u && !next.beyond === !before.beyond
          ? before
          : next
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
