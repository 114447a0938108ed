import { useMemo } from 'react'
import { worstFirst } from '../../../blocks/own-range'
import { Chart } from '../../../charts/Chart'
import { usePanel } from '../../../panel/panel-scope'
import type { VideoSource } from '../contract'
import { words } from '../overview-words'
import { markOf, onlineRate, onlineText, useTargets } from './targets'

/** Left end of the truncated scale; lower when a source has fallen further. */
const FLOOR = 90
const STEP = 5

/** Online rate of every source as a dot against its group's target. */
export function SourceDots({
  sources,
  axis,
  fit,
}: {
  readonly sources: readonly VideoSource[]
  readonly axis: boolean
  /** How many rows there is room for: those furthest below or least above their target are kept. */
  readonly fit: number
}) {
  const { marks } = usePanel()
  const targets = useTargets()
  const { key, sector } = targets
  const data = useMemo(() => {
    const targetOf = ({ group }: VideoSource) => (group === undefined ? undefined : { key, sector }[group])
    const margin = (source: VideoSource) => (onlineRate(source) ?? 0) - (targetOf(source) ?? 0)
    const worst = worstFirst(
      sources,
      (source) => markOf(marks, source),
      (source) => -margin(source),
    )
    const kept = new Set(worst.slice(0, Math.max(1, fit)))
    const rows = sources
      .filter((source) => kept.has(source))
      .map((source) => {
        const target = targetOf(source)
        const mark = markOf(marks, source)
        return {
          key: source.key,
          name: source.label,
          value: onlineRate(source),
          print: onlineText(source, target ?? key),
          ...(target === undefined ? {} : { target }),
          ...(mark ? { breach: { severity: mark.severity, no: mark.no } } : {}),
        }
      })
    const lowest = Math.min(FLOOR, ...rows.map(({ value }) => value ?? FLOOR))
    const min = Math.max(0, Math.floor(lowest / STEP) * STEP)
    return {
      rows,
      unit: '%',
      min,
      max: 100,
      ticks: axis ? [min, (min + 100) / 2, 100] : [],
      names: 48,
      values: 66,
    }
  }, [sources, marks, key, sector, axis, fit])
  return <Chart label={words.sources.chart} data={data} form="dotRows" />
}
