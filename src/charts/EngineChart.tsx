import type { EChartsType } from 'echarts'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import { echarts, Engine } from './engine'
import { allForms, firstForms, laterParts, type Forms, type FormTable } from './form-table'
import type { Look } from './look'
import { useDevicePixelRatio } from './pixel-ratio'
import { usePointing } from './pointing'

/** Asks a table by form, with the data: of the forms for the picture. */
export type Draw = <Out>(table: FormTable<Out>, look: Look) => Out | undefined

export interface EngineChartProps {
  /** The box the chart fills and is pointed at in. */
  readonly host: HTMLElement
  readonly form: keyof Forms
  readonly draw: Draw
  /** As the box is now: the canvas follows its size. */
  readonly look: Look
  readonly onPainted: () => void
  readonly onPick: ((key: string) => void) | undefined
}

const FILL = { height: '100%', width: '100%' } as const

/** The only place that mounts ECharts. Loaded on demand by Chart. */
export function EngineChart({ host, form, draw, look, onPainted, onPick }: EngineChartProps) {
  const [later, setLater] = useState<Awaited<ReturnType<typeof laterParts>>>()
  const devicePixelRatio = useDevicePixelRatio()
  const opts = useMemo(() => ({ renderer: 'canvas' as const, devicePixelRatio }), [devicePixelRatio])
  const { tooltip, pointer } = usePointing(host)
  const forms = form in firstForms ? firstForms : use(allForms())
  const option = useMemo(() => draw(forms, look) ?? {}, [draw, forms, look])
  const shown = useMemo(() => (tooltip ? option : { ...option, tooltip: undefined }), [option, tooltip])
  const chart = useRef<Engine>(null)
  const { width, height } = look
  // The library leaves out its first resize event, which on a wall may be the only one.
  useEffect(() => {
    const made = chart.current?.getEchartsInstance()
    made?.resize({ width, height })
    // At once: what is printed has no next frame.
    made?.getZr().flush()
  }, [width, height])
  const onReady = (made: EChartsType) => {
    onPainted()
    // The other scenes must open without a network.
    void laterParts().then(setLater)
    const at = pointer.current
    // The pointer that asked for the tooltip may not move again.
    if (tooltip && at) made.getZr().handler.dispatch('mousemove', { zrX: at[0], zrY: at[1] })
  }
  return (
    <>
      <Engine
        // A chart keeps for its life the density and the components it was made with.
        key={`${devicePixelRatio} ${tooltip}`}
        ref={chart}
        autoResize={false}
        echarts={echarts}
        option={shown}
        opts={opts}
        onChartReady={onReady}
        style={FILL}
      />
      {onPick && later && <later.RowButtons {...{ host, look, draw, onPick }} />}
    </>
  )
}
