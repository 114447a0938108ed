import { useCallback, useMemo } from 'react'
import type { ViewProps } from '../../../panel/define-panel'
import { useScreen } from '../../../panel/screen-context'
import { CityMapPanel } from './CityMapPanel'
import { LOAD_BREAKS, loadNotes, loadRatio, paintLoad } from './paint'
import type { OverviewDocument } from '../contract'
import { useTown } from './use-town'
import { words } from '../words'

const NO_TOWNS: readonly never[] = []
const LOAD = { label: words.load.measure, breaks: LOAD_BREAKS, unit: words.load.unit }

/** Hotline load of every town against its own usual, with exceptions, halls and cameras. */
export function LoadMap({ operation }: ViewProps<OverviewDocument>) {
  const { map } = useScreen()
  const { towns = NO_TOWNS, received } = operation
  const value = received?.value ?? null
  const judged = towns.some((t) => loadRatio(t) !== null)
  const town = useTown(towns)
  const ramp = useMemo(() => towns.map(paintLoad), [towns])
  const notes = useMemo(() => loadNotes(towns), [towns])
  const above = ramp.filter((t) => t.outlier).length
  const label = useCallback(
    (code: string) => {
      const { name, town: t } = town(code)
      if (typeof t?.received !== 'number') return words.load.none(name)
      const usual = loadRatio(t) === null ? '' : words.load.usual(t.low, t.high)
      return words.load.town(name, t.received) + usual
    },
    [town],
  )
  const against = above === 0 ? words.load.within : words.load.above(above)
  const summary =
    value === null
      ? words.load.choose(map.map?.towns.length ?? towns.length)
      : words.load.summary(value, judged ? against : null)
  return (
    <CityMapPanel
      heading={words.title.map}
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
