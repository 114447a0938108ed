import { useCallback, useMemo } from 'react'
import { countText } from '../../../lib/format'
import type { ViewProps } from '../../../panel/define-panel'
import { CityMapPanel } from './CityMapPanel'
import { OFFLINE_BREAKS, paintOffline } from './paint'
import type { OverviewDocument } from '../contract'
import { useTown } from './use-town'

const OFFLINE = { label: '离线占比', breaks: OFFLINE_BREAKS, unit: '%' }

const NO_NOTES: readonly never[] = []

/** Offline share of every town's cameras; cameras belong to a town, they are not placed inside it. */
export function VideoMap({ operation }: ViewProps<OverviewDocument, 'towns'>) {
  const { towns } = operation
  const town = useTown(towns)
  const ramp = useMemo(() => towns.map(paintOffline), [towns])
  const label = useCallback(
    (code: string) => {
      const t = town(code)
      if (!t) return code
      return typeof t.cameras === 'number'
        ? `${t.name}，视频 ${t.cameras} 路，离线 ${t.offline ?? '—'} 路`
        : `${t.name}，无视频数据`
    },
    [town],
  )
  const known = (key: 'cameras' | 'offline') => towns.flatMap((t) => t[key] ?? [])
  const sum = (key: 'cameras' | 'offline') =>
    known(key).length === 0 ? null : known(key).reduce((n, part) => n + part, 0)
  return (
    <CityMapPanel
      heading="视频分布"
      summary={`${countText(sum('cameras'))} 路按镇街归集，离线 ${countText(sum('offline'))} 路`}
      towns={towns}
      ramp={ramp}
      notes={NO_NOTES}
      domain="video"
      measure={OFFLINE}
      halls={false}
      label={label}
    />
  )
}
