import { OverScene } from '../../../../panel/OverScene'
import { words } from '../../map-words'
import { CameraMap } from './CameraMap'

/** The map of cameras over the whole scene; Escape closes what was opened from it first. */
export function MapOver({ onClose }: { readonly onClose: () => void }) {
  return <OverScene label={words.title}>{(size) => <CameraMap size={size} onClose={onClose} />}</OverScene>
}
