import { useLayoutEffect, useRef } from 'react'
import { type Colours, MARGIN, paint, type Painting } from './paint'
import styles from './points.module.css'

interface PointCanvasProps extends Omit<Painting, 'colours' | 'ratio'> {
  /** Pixels per u. */
  readonly unit: number
  /** Colours are read anew when it changes. */
  readonly theme: string
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    ground: of('--bg-0'),
    raised: of('--bg-2'),
    quiet: of('--tx-3'),
    text: of('--tx-1'),
    brand: of('--brand'),
    font: style.fontFamily,
  }
}

/** Points and marks, between the towns and their names. Drawn at device pixels whenever the map rests; nobody reads or presses it. */
export function PointCanvas({ unit, theme, ...painting }: PointCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const { extent, placed, marked, view, shapes, picked } = painting
  const [width, height] = [extent.width + 2 * MARGIN, extent.height + 2 * MARGIN]
  useLayoutEffect(() => {
    const canvas = ref.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const ratio = unit * globalThis.devicePixelRatio
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    // A canvas of another size is a new one: it is not made when nothing changes.
    if (canvas.width !== across) canvas.width = across
    if (canvas.height !== down) canvas.height = down
    paint(context, { extent, placed, marked, view, shapes, picked, colours: coloursOf(canvas), ratio })
  }, [extent, placed, marked, view, shapes, picked, unit, theme, width, height])
  return (
    <canvas
      ref={ref}
      aria-hidden="true"
      className={styles.points}
      style={{ left: -MARGIN * unit, top: -MARGIN * unit, width: width * unit, height: height * unit }}
    />
  )
}
