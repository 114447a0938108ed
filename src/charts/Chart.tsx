import type { EChartsOption } from 'echarts'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keepTrying } from '../lib/keep-trying'
import { useUnit } from '../ui/unit'
import styles from './Chart.module.css'
import { readLook, type Look } from './look'

// The download starts with the page, not with the first chart: panels paint their figures while it is under way.
const engine = keepTrying(() => import('./EngineChart'))
const EngineChart = lazy(() => engine.then(({ EngineChart: component }) => ({ default: component })))

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
  const host = useRef<HTMLDivElement>(null)
  const [look, setLook] = useState<Look | null>(null)
  const [painted, setPainted] = useState(false)

  useEffect(() => {
    const element = host.current
    if (!element) return
    const measure = () => {
      if (element.clientWidth > 0 && element.clientHeight > 0) setLook(readLook(element, u))
    }
    const size = new ResizeObserver(measure)
    size.observe(element)
    // Theme lives on <html>, dimming of old data on the panel: both change the tokens this chart is drawn with.
    const tokens = new MutationObserver(measure)
    tokens.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const panel = element.closest('[data-panel]')
    if (panel) tokens.observe(panel, { attributeFilter: ['data-state'] })
    return () => {
      size.disconnect()
      tokens.disconnect()
    }
  }, [u])

  const option = useMemo(() => look && build(data, look), [build, data, look])
  const onPainted = useCallback(() => setPainted(true), [])
  return (
    <div
      ref={host}
      className={styles.host}
      role="img"
      aria-label={label}
      data-chart
      data-painted={painted || undefined}
    >
      {option && look && (
        <Suspense>
          <EngineChart
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
