import { useEffect, useRef, useState } from 'react'
import type { Drawing, DrawingAsk } from './drawing'
import type { RegionMap } from './map-thread'

interface Shown {
  readonly ask: DrawingAsk | null
  readonly drawing: Drawing
}

/**
 * The picture for `ask`, drawn in the worker. While that works the last one stays (`current` false), one of this canvas from
 * before where there is any. One question at a time: of several meanwhile only the last is put.
 * @throws the worker's fault, so that the panel's boundary says it and tries again
 */
export function useDrawing(
  map: RegionMap,
  ask: DrawingAsk | null,
): { readonly drawing: Drawing | undefined; readonly current: boolean } {
  const [shown, setShown] = useState<Shown | null>(null)
  const [fault, setFault] = useState<Error | null>(null)
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    if (!ask) return undefined
    let wanted = true
    queue.current = queue.current
      .then(async () => {
        if (!wanted) return
        const drawing = await map.draw(ask)
        if (wanted) setShown({ ask, drawing })
      })
      .catch((error: unknown) => {
        if (wanted) setFault(error instanceof Error ? error : new Error(String(error)))
      })
    return () => {
      wanted = false
    }
  }, [map, ask])
  if (fault) throw fault
  const before = ask ? map.lastOn(ask.canvas) : undefined
  return { drawing: shown?.drawing ?? before, current: ask !== null && shown?.ask === ask }
}
