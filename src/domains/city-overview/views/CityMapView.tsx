import { useMemo } from 'react'
import type { ViewProps } from '../../../panel/define-panel'
import type { OverviewDocument } from '../contract'
import { words } from '../words'
import { CityMapPanel } from './CityMapPanel'
import { measuresOf } from './measures'

/** What the city knows of its towns or halls, one measure at a time, with its exceptions. */
export function CityMapView({ document, size }: ViewProps<OverviewDocument>) {
  const measures = useMemo(() => measuresOf(document), [document])
  return (
    <CityMapPanel
      heading={words.title.map}
      document={document}
      size={size}
      measures={measures}
      domain={null}
    />
  )
}
