import { coursesPath } from './courses'
import { districtBox, placeDistricts } from './district-labels'
import type { DistrictLabel, DrawingAsk, Picture } from './drawing'
import { freeSpace } from './free-space'
import { overlayOf } from './layers/overlay'
import type { Scene } from './scene'
import { placeLabels } from './town-labels'

/** Least distance of text outside to the tiles, in u. */
const CLEAR = 4

/** Names of districts: they depend on the scene only. */
export const districtsOf = (scene: Scene): DistrictLabel[] =>
  placeDistricts(scene, freeSpace(scene.field, CLEAR, scene.reserved))

/** What the layers put onto a scene: classes, labels and curves, all with positions in u. */
export function buildPicture(
  scene: Scene,
  districts: readonly DistrictLabel[],
  { layers, selected }: Pick<DrawingAsk, 'layers' | 'selected'>,
): Picture {
  const overlay = overlayOf(layers)
  const labels = [...placeLabels(scene, overlay, selected, districts.map(districtBox)).values()]
  return {
    towns: new Map(
      scene.tiles.map(({ code }) => {
        const { level = null, deviant = false } = overlay.towns.get(code) ?? {}
        return [code, { level, deviant }]
      }),
    ),
    labels,
    districts,
    courses: coursesPath(labels, overlay),
    unnamed: labels.filter(({ lines }) => lines.length === 0).length,
  }
}
