import type { EChartsOption } from 'echarts'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { keepTrying } from '../lib/keep-trying'
import { useUnit } from '../ui/unit'
import styles from './Chart.module.css'
import { readLook, watchMedia, type Look } from './look'
import { chartsStarted } from './start'

// The download starts with the screen (start.ts), but the engine is evaluated only when the figures have been painted.
const EngineChart = lazy(async () => {
  await chartsStarted()
  const { EngineChart: component } = await keepTrying(() => import('./EngineChart'))
  return { default: component }
})

export interface ChartProps<Data> {
  /** What a screen reader hears in place of the picture. */
  readonly label: string
  readonly data: Data
  /** Pure: (data, look) → option. Must keep its identity between renders. */
  readonly build: (data: Data, look: Look) => EChartsOption
  /** Clicked item's name. */
  readonly onPick?: (name: string) => void
}

/** The only door to ECharts: sizes, theme, unit and the painted marker are handled here, the picture by `build`. */
export function Chart<Data>({ label, data, build, onPick }: ChartProps<Data>) {
  const u = useUnit()
  const [host, setHost] = useState<HTMLDivElement | null>(null)
  const [look, setLook] = useState<Look | null>(null)
  const [painted, setPainted] = useState(false)

  useEffect(() => {
    if (!host) return undefined
    const measure = () => {
      if (host.clientWidth > 0 && host.clientHeight > 0) setLook(readLook(host, u))
    }
    const size = new ResizeObserver(measure)
    size.observe(host)
    // Theme lives on <html>, dimming of old data on the panel: both change the tokens this chart is drawn with.
    const tokens = new MutationObserver(measure)
    tokens.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const panel = host.closest('[data-panel]')
    if (panel) tokens.observe(panel, { attributeFilter: ['data-state'] })
    const unwatch = watchMedia(measure)
    return () => {
      size.disconnect()
      tokens.disconnect()
      unwatch()
    }
  }, [host, u])

  const option = useMemo(() => look && build(data, look), [build, data, look])
  const onPainted = useCallback(() => setPainted(true), [])
  return (
    <div
      ref={setHost}
      className={styles.host}
      role="img"
      aria-label={label}
      data-chart
      data-painted={painted || undefined}
    >
      {option && look && host && (
        <Suspense>
          <EngineChart
            host={host}
            option={option}
            width={look.width}
            height={look.height}
            onPainted={onPainted}
            onPick={onPick}
          />
        </Suspense>
      )}
    </div>
  )
}
