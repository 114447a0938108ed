import { useCallback, useMemo } from 'react'
import type { ViewProps } from '../../../panel/define-panel'
import { useScreen } from '../../../panel/screen-context'
import { CityMapPanel } from './CityMapPanel'
import { LOAD_BREAKS, loadNotes, loadRatio, paintLoad } from './paint'
import type { OverviewDocument } from '../contract'
import { useTown } from './use-town'

const NO_TOWNS: readonly never[] = []
const LOAD = { label: '今日受理 ÷ 自身常态', breaks: LOAD_BREAKS, unit: '倍' }

/** Hotline load of every town against its own usual, with exceptions, halls and cameras. */
export function LoadMap({ operation }: ViewProps<OverviewDocument>) {
  const { city } = useScreen()
  const { towns = NO_TOWNS, received } = operation
  const value = received?.value ?? null
  const judged = towns.some((t) => loadRatio(t) !== null)
  const town = useTown(towns)
  const ramp = useMemo(() => towns.map(paintLoad), [towns])
  const notes = useMemo(() => loadNotes(towns), [towns])
  const above = ramp.filter((t) => t.outlier).length
  const label = useCallback(
    (code: string) => {
      const t = town(code)
      if (!t) return code
      const usual = loadRatio(t) === null ? '' : `，常态 ${t.low} 至 ${t.high} 件`
      return typeof t.received === 'number'
        ? `${t.name}，今日受理 ${t.received} 件${usual}`
        : `${t.name}，无热线数据`
    },
    [town],
  )
  const against = above === 0 ? '各镇街均在自身常态内' : `${above} 镇街高于自身常态`
  const summary =
    value === null
      ? `${towns.length === 0 ? '' : `${towns.length} 个`}镇街，点选可聚焦`
      : [`受理 ${value} 件`, ...(judged ? [against] : [])].join('，')
  return (
    <CityMapPanel
      heading={`全${city.tier}态势`}
      summary={summary}
      towns={towns}
      ramp={ramp}
      notes={notes}
      domain={null}
      measure={LOAD}
      halls
      label={label}
    />
  )
}
