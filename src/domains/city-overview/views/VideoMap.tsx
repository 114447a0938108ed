import { useMemo } from 'react'
import type { ViewProps } from '../../../panel/define-panel'
import type { OverviewDocument } from '../contract'
import { words } from '../words'
import { CityMapPanel } from './CityMapPanel'
import { videoMeasuresOf } from './measures'

/** Cameras offline by town, over each town's own usual; cameras belong to a town, they are not placed inside it. */
export function VideoMap({ document, size }: ViewProps<OverviewDocument, 'towns'>) {
  const measures = useMemo(() => videoMeasuresOf(document), [document])
  return (
    <CityMapPanel
      heading={words.title.video}
      document={document}
      size={size}
      measures={measures}
      domain="video"
    />
  )
}
