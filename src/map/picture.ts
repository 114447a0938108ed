import { districtBox, placeDistricts } from './district-labels'
import type { DrawingAsk, Picture, TownPicture } from './drawing'
import { freeSpace } from './free-space'
import { solidBoxes, type TownLabel } from './label'
import { dotsPath, ringsOf, strew } from './layers/dots'
import { levelIn, overlayOf, type Overlay } from './layers/overlay'
import { placePoints } from './layers/points'
import { placeNotes } from './leader-notes'
import type { DistrictLabel, PlacedNote } from './drawing'
import { wallPath } from './outline'
import { reliefOf, RIM } from './relief'
import type { Scene, Tile } from './scene'
import { placeLabels } from './town-labels'

/** Least distance of text outside to the rim of the slab, in u. */
const CLEAR = 6 + RIM
/** Radius of a hollow ring, in u. */
const HOLLOW = 3.6

/** Names of districts: they depend on the scene only. */
export const districtsOf = (scene: Scene): DistrictLabel[] =>
  placeDistricts(scene, freeSpace(scene.field, CLEAR, scene.reserved))

/** What the layers put onto a scene: colours, labels, dots and notes, all with positions in u. */
export function buildPicture(
  scene: Scene,
  districts: readonly DistrictLabel[],
  { layers, selected }: Pick<DrawingAsk, 'layers' | 'selected'>,
): Picture {
  const overlay = overlayOf(layers)
  const labels = placeLabels(scene, overlay, selected, districts.map(districtBox))
  const points = overlay.points.map((layer) => placePoints(scene, layer))
  return {
    towns: new Map(scene.tiles.map((tile) => [tile.code, drawTown(tile, labels.get(tile.code), overlay)])),
    labels: [...labels.values()],
    districts,
    notes: notesOf(scene, overlay, districts, [...labels.values()]),
    points: {
      dots: dotsPath(points.flatMap(({ dots }) => dots)),
      hollow: ringsOf(
        points.flatMap(({ hollow }) => hollow),
        HOLLOW,
      ),
    },
  }
}

function drawTown(tile: Tile, label: TownLabel | undefined, overlay: Overlay): TownPicture {
  const level = levelIn(overlay, tile.code)
  const lift = reliefOf(level)
  const { x0, x1, y0, y1 } = label?.box ?? tile.box
  const avoid = { x0, x1, y0: y0 + lift, y1: y1 + lift }
  const strewn = overlay.dots.map((layer) => {
    const town = layer.towns.find(({ code }) => code === tile.code)
    const points = town ? strew(tile, layer, town.count, avoid) : []
    return { dots: points.slice(town?.hollow ?? 0), hollow: points.slice(0, town?.hollow ?? 0) }
  })
  return {
    level,
    side: lift > 0 ? wallPath(tile.rings, -lift, 0) : '',
    alarm: overlay.marks.some(({ code, severity }) => code === tile.code && severity === 'critical'),
    dots: dotsPath(strewn.flatMap(({ dots }) => dots)),
    hollow: ringsOf(
      strewn.flatMap(({ hollow }) => hollow),
      HOLLOW,
    ),
  }
}

function notesOf(
  scene: Scene,
  overlay: Overlay,
  districts: readonly DistrictLabel[],
  labels: readonly TownLabel[],
): PlacedNote[] {
  const names = districts.map(districtBox)
  const solid = labels.flatMap((label) => solidBoxes(label, scene.nameSize))
  const space = freeSpace(scene.field, CLEAR, [...scene.reserved, ...names, ...solid])
  const texts = labels.filter(({ lines, marks }) => lines.length || marks.length).map(({ box }) => box)
  const liftOf = (code: string) => reliefOf(levelIn(overlay, code))
  return placeNotes(scene, space, overlay.notes, liftOf, [...texts, ...names])
}
