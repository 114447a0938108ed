import { useMemo } from 'react'
import { useBox } from '../ui/use-box'
import type { Canvas, DrawingAsk } from './drawing'
import type { RegionMap } from './map-thread'
import { useDrawing } from './use-drawing'

interface MapCanvasOptions extends Pick<DrawingAsk, 'layers' | 'selected'> {
  /** As of a canvas. */
  readonly only?: Canvas['only'] | undefined
  /** Pixels per design unit u. */
  readonly unit: number
  /** Boxes in u where others draw, on a canvas of this size in u. */
  readonly reserved?: ((width: number, height: number) => Canvas['reserved']) | undefined
}

/** The picture of a map on all of its box: what to spread on that box (`data-painted` says that the picture asked for stands), and the picture. */
export function useMapCanvas(map: RegionMap, { layers, selected, unit, only, reserved }: MapCanvasOptions) {
  const [ref, box] = useBox(unit)
  const size = box?.width && box.height ? box : null
  const ask = useMemo((): DrawingAsk | null => {
    if (!size) return null
    const { width, height } = size
    const canvas = { width, height, reserved: reserved?.(width, height) ?? [], ...(only && { only }) }
    return { canvas, layers, selected }
  }, [size, layers, selected, only, reserved])
  const { drawing, current } = useDrawing(map, ask)
  return {
    drawing: size && drawing,
    box: {
      ref,
      'data-map': map.schematic ? 'schematic' : 'geographic',
      'data-painted': current || !size ? '' : undefined,
    },
  }
}
