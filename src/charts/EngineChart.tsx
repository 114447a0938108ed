import type { EChartsOption } from 'echarts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { echarts, Engine } from './engine'

export interface EngineChartProps {
  readonly option: EChartsOption
  /** Size of the box in px: the canvas follows it. */
  readonly width: number
  readonly height: number
  readonly onPainted: () => void
  readonly onPick: ((name: string) => void) | undefined
}

const FILL = { height: '100%', width: '100%' } as const

/** The only place that mounts ECharts. Loaded on demand by Chart. */
export function EngineChart({ option, width, height, onPainted, onPick }: EngineChartProps) {
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  // Event bindings must keep their identity: a new object would be unbound and bound again on every update.
  const [events] = useState(() => ({
    click: (event: { name?: unknown }) => {
      if (typeof event.name === 'string') pick.current?.(event.name)
    },
  }))
  const opts = useMemo(() => ({ renderer: 'canvas' as const, devicePixelRatio: window.devicePixelRatio }), [])
  const chart = useRef<Engine>(null)
  // The library leaves out its first resize event, which on a wall may be the only one.
  useEffect(() => {
    chart.current?.getEchartsInstance()?.resize({ width, height })
  }, [width, height])
  return (
    <Engine
      ref={chart}
      autoResize={false}
      echarts={echarts}
      option={option}
      opts={opts}
      onEvents={events}
      onChartReady={onPainted}
      style={FILL}
    />
  )
}
