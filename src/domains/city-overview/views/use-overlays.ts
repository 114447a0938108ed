import { useCallback, useMemo, useState } from 'react'
import type { MapLayer } from '../../../map/layers/layer'
import { useExceptions } from '../../../panel/use-exceptions'
import type { Town } from '../contract'
import { cameraLayer, exceptionLayer, hallLayer, type Switchable } from './layers'

export interface OverlayAsk {
  readonly towns: readonly Town[]
  /** Layers that are always on: the colours, the notes. */
  readonly base: readonly MapLayer[]
  /** Only exceptions of this domain are marked; null: of all. */
  readonly domain: string | null
  readonly halls: boolean
}

/** The layers of one city map and what the legend switches: a layer without data is not offered. */
export function useOverlays({ towns, base, domain, halls }: OverlayAsk) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const all = useExceptions()
  const exceptions = useMemo(
    () => all.filter((item) => domain === null || item.domain === domain),
    [all, domain],
  )
  const marks = useMemo(() => exceptionLayer(exceptions), [exceptions])
  const showsMarks = marks !== null && !off.has(marks.layer.id)
  const cameras = useMemo(
    () => cameraLayer(towns, showsMarks ? exceptions : []),
    [towns, exceptions, showsMarks],
  )
  const squares = useMemo(() => (halls ? hallLayer(towns) : null), [halls, towns])
  const switches = useMemo(
    () => [cameras, squares, marks].filter((each): each is Switchable => each !== null),
    [cameras, squares, marks],
  )
  const layers = useMemo(
    () => [...base, ...switches.map(({ layer }) => layer).filter(({ id }) => !off.has(id))],
    [base, switches, off],
  )
  const toggle = useCallback((id: string) => {
    setOff((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  return { layers, switches, off, toggle }
}
