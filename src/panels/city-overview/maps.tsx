import { useCallback, useMemo } from 'react'
import type { ViewProps } from '../../panel-kit/define-panel'
import { useWall } from '../../panel-kit/wall-context'
import { CityMapPanel } from './CityMapPanel'
import { LOAD_BREAKS, loadNotes, OFFLINE_BREAKS, paintLoad, paintOffline } from './paint'
import type { OverviewDocument, Town } from './schema'

function useTown(towns: readonly Town[]): (code: string) => Town | undefined {
  return useMemo(() => {
    const byCode = new Map(towns.map((town) => [town.code, town]))
    return (code: string) => byCode.get(code)
  }, [towns])
}

const LOAD_LAYERS = { load: true, cameras: true, halls: true, exceptions: true }
const VIDEO_LAYERS = { load: true, cameras: true, halls: false, exceptions: true }
const LOAD = { label: '今日受理 ÷ 自身常态', breaks: LOAD_BREAKS, unit: '倍' }
const OFFLINE = { label: '离线占比', breaks: OFFLINE_BREAKS, unit: '%' }

/** Hotline load of every town against its own usual, with exceptions, halls and cameras. */
export function LoadMap({ operation }: ViewProps<OverviewDocument>) {
  const { city } = useWall()
  const { towns, received } = operation
  const town = useTown(towns)
  const paint = useMemo(() => towns.map(paintLoad), [towns])
  const notes = useMemo(() => loadNotes(towns), [towns])
  const above = paint.filter((t) => t.outlier).length
  const label = useCallback(
    (code: string) => {
      const t = town(code)
      if (!t) return code
      return t.received === null
        ? `${t.name}，无热线数据`
        : `${t.name}，今日受理 ${t.received} 件，常态 ${t.low} 至 ${t.high} 件`
    },
    [town],
  )
  const summary =
    received === null || received.value === null
      ? `${towns.length} 个镇街，点选可聚焦`
      : `受理 ${received.value} 件，${above === 0 ? '各镇街均在自身常态内' : `${above} 镇街高于自身常态`}`
  return (
    <CityMapPanel
      heading={`全${city.tier}态势`}
      summary={summary}
      towns={paint}
      notes={notes}
      domain={null}
      measure={LOAD}
      layers={LOAD_LAYERS}
      label={label}
    />
  )
}

const NO_NOTES: readonly never[] = []

/** Offline share of every town's cameras; cameras belong to a town, they are not placed inside it. */
export function VideoMap({ operation }: ViewProps<OverviewDocument>) {
  const { towns } = operation
  const town = useTown(towns)
  const paint = useMemo(() => towns.map(paintOffline), [towns])
  const label = useCallback(
    (code: string) => {
      const t = town(code)
      if (!t) return code
      return t.cameras === null
        ? `${t.name}，无视频数据`
        : `${t.name}，视频 ${t.cameras} 路，离线 ${t.offline ?? 0} 路`
    },
    [town],
  )
  const sum = (key: 'cameras' | 'offline') => towns.reduce((n, t) => n + (t[key] ?? 0), 0)
  return (
    <CityMapPanel
      heading="视频分布"
      summary={`${sum('cameras').toLocaleString('en')} 路，离线 ${sum('offline')} 路；点位按镇街归集，不代表实际位置`}
      towns={paint}
      notes={NO_NOTES}
      domain="video"
      measure={OFFLINE}
      layers={VIDEO_LAYERS}
      label={label}
    />
  )
}
