import { onDemand } from '../../../panel/on-demand'
import type { ViewProps } from '../../../panel/define-panel'
import type { VideoDocument } from '../contract'

const map = onDemand(
  () => import('./map/CameraMap').then(({ CameraMap }) => CameraMap),
  <i hidden data-reading data-state="loading" />,
)

/** Every camera on the map, in a panel of its own. */
export function MapPanel({ size }: ViewProps<VideoDocument, 'offline'>) {
  return <map.Part size={size} />
}
