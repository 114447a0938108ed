import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { keepTrying } from '../lib/keep-trying'
import { useUnit } from '../ui/unit'
import styles from './Chart.module.css'
import type { Draw } from './EngineChart'
import type { FormData } from './form-table'
import { readLook, watchMedia, type Look } from './look'
import { chartsStarted } from './start'

// The download starts with the screen (start.ts), but the engine is evaluated only when the figures have been painted.
const EngineChart = lazy(async () => {
  await chartsStarted()
  const { EngineChart: component } = await keepTrying(() => import('./EngineChart'))
  return { default: component }
})

export interface ChartProps<Name extends keyof FormData> {
  /** What a screen reader hears in place of the picture. */
  readonly label: string
  /** The kind of picture. */
  readonly form: Name
  /** Must keep its identity between renders. */
  readonly data: FormData[Name]
  /** Opens a row by its key: one that is pressed, or reached and opened by keyboard. */
  readonly onPick?: ((key: string) => void) | undefined
}

/** The only door to ECharts: sizes, theme, unit and the painted marker are handled here, the picture by its form. */
export function Chart<Name extends keyof FormData>({ label, form, data, onPick }: ChartProps<Name>) {
  const u = useUnit()
  const [host, setHost] = useState<HTMLDivElement | null>(null)
  // Null where it has no room: nothing is drawn, and nothing waits for it.
  const [look, setLook] = useState<Look | null>()
  const [painted, setPainted] = useState(false)

  useEffect(() => {
    if (!host) return undefined
    const measure = () => {
      const room = host.clientWidth > 0 && host.clientHeight > 0
      setLook((last) => (room ? readLook(host, u) : (last ?? null)))
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

  const draw = useCallback<Draw>((forms, at) => forms[form]?.(data, at), [form, data])
  const onPainted = useCallback(() => setPainted(true), [])
  return (
    <div
      ref={setHost}
      className={styles.host}
      role="img"
      aria-label={label}
      data-chart
      data-painted={painted || look === null || undefined}
    >
      {look && host && (
        <Suspense>
          <EngineChart
            host={host}
            form={form}
            draw={draw}
            look={look}
            onPainted={onPainted}
            onPick={onPick}
          />
        </Suspense>
      )}
    </div>
  )
}
