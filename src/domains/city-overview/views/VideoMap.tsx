import { useCallback, useMemo } from 'react'
import { countText, exactText } from '../../../lib/format'
import { withUnit } from '../../../lib/format-more'
import type { ViewProps } from '../../../panel/define-panel'
import { CityMapPanel } from './CityMapPanel'
import { OFFLINE_BREAKS, paintOffline } from './paint'
import type { OverviewDocument } from '../contract'
import { useTown } from './use-town'
import { words } from '../words'

const OFFLINE = { label: words.video.measure, breaks: OFFLINE_BREAKS, unit: '%' }

const NO_NOTES: readonly never[] = []

/** Offline share of every town's cameras; cameras belong to a town, they are not placed inside it. */
export function VideoMap({ operation }: ViewProps<OverviewDocument, 'towns'>) {
  const { towns } = operation
  const town = useTown(towns)
  const ramp = useMemo(() => towns.map(paintOffline), [towns])
  const label = useCallback(
    (code: string) => {
      const { name, town: t } = town(code)
      return typeof t?.cameras === 'number'
        ? words.video.town(name, exactText(t.cameras), t.offline)
        : words.video.none(name)
    },
    [town],
  )
  const known = (key: 'cameras' | 'offline') => towns.flatMap((t) => t[key] ?? [])
  const sum = (key: 'cameras' | 'offline') =>
    known(key).length === 0 ? null : known(key).reduce((n, part) => n + part, 0)
  return (
    <CityMapPanel
      heading={words.title.video}
      summary={words.video.summary(
        withUnit(countText(sum('cameras')), words.video.unit),
        countText(sum('offline')),
      )}
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
