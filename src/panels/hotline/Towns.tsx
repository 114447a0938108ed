import { useMemo } from 'react'
import { Chart } from '../../charts/Chart'
import { dotRows } from '../../charts/forms/dot-rows'
import { niceMax } from '../../charts/parts'
import type { ViewProps } from '../../panel-kit/define-panel'
import { useRows } from '../../panel-kit/use-rows'
import { useWall } from '../../panel-kit/wall-context'
import { LabelRow } from '../../ui/Row'
import type { HotlineDocument } from './schema'
import styles from './Lists.module.css'

/** Every town against its own usual, furthest from it first; choosing a row scopes the wall to that town. */
export function Towns({ operation }: ViewProps<HotlineDocument>) {
  const { selectRegion } = useWall()
  const [box, fit] = useRows<HTMLDivElement>(28)
  const { towns } = operation
  const data = useMemo(() => {
    const deviation = (t: (typeof towns)[number]) => Math.max(t.count - t.high, t.low - t.count, 0)
    const rows = towns
      .toSorted((a, b) => deviation(b) - deviation(a) || b.count - a.count)
      // One line is the axis.
      .slice(0, Math.max(1, fit - 1))
    const max = niceMax(Math.max(...rows.map((t) => Math.max(t.count, t.high)), 1))
    return {
      unit: '件',
      min: 0,
      max,
      ticks: [0, max / 2, max],
      values: 48,
      rows: rows.map((t) => ({
        key: t.code,
        name: t.name,
        value: t.count,
        print: String(t.count),
        range: [t.low, t.high] as const,
        outlier: t.count > t.high || t.count < t.low,
      })),
    }
  }, [towns, fit])
  return (
    <div className={styles.column}>
      <LabelRow note="▬ 常态 ○ 偏离">今日受理 件 · 按偏离</LabelRow>
      <div ref={box} className={styles.column}>
        {fit > 0 && (
          <Chart label="各镇街今日受理与自身常态" data={data} build={dotRows} onPick={selectRegion} />
        )}
      </div>
    </div>
  )
}
