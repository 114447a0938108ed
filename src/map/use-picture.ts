import { useMemo } from 'react'
import { cameraDots, dotsPath, ringsOf } from './camera-dots'
import { placeDistricts } from './district-labels'
import { freeSpace } from './free-space'
import { placeNotes } from './leader-notes'
import type { Box } from './rings'
import { buildScene, reliefOf, RIM, type Scene } from './scene'
import { placeLabels } from './town-labels'
import type { CityMapProps, TownPaint } from './types'

const NOTHING: readonly Box[] = []
/** Least distance of text outside to the rim of the slab, in u. */
const CLEAR = 6 + RIM

/** Offline cameras drawn as rings; the number itself stands in the list, this only says where. */
const MOST_RINGS = 2

interface Strewn {
  readonly dots: string
  readonly offline: string
}

/** Geometry on a canvas of this size in u; recomputed only when map or size changes. */
export function useScene(props: CityMapProps, width: number, height: number): Scene | null {
  const { map, reserved } = props
  return useMemo(
    () =>
      width > 0 && height > 0 ? buildScene(map, width, height, reserved?.(width, height) ?? NOTHING) : null,
    [map, width, height, reserved],
  )
}

/** What the data puts onto a scene: labels, dots, district names and notes, all with positions in u. */
export function usePicture(props: CityMapProps, scene: Scene) {
  const { towns, marks, notes, selected, layers } = props
  const paints = useMemo(() => new Map(towns.map((town) => [town.code, town])), [towns])
  const { load, cameras, halls, exceptions } = layers
  const labels = useMemo(
    () => placeLabels(scene, paints, marks, selected, { load, cameras, halls, exceptions }),
    [scene, paints, marks, selected, load, cameras, halls, exceptions],
  )
  const districts = useMemo(
    () => placeDistricts(scene, freeSpace(scene.field, CLEAR, scene.reserved)),
    [scene],
  )
  const placedNotes = useMemo(() => {
    const names = districts.map(({ name, x, y }) => ({
      x0: x - name.length * 13,
      x1: x + name.length * 13,
      y0: y - 14,
      y1: y + 14,
    }))
    const space = freeSpace(scene.field, CLEAR, [...scene.reserved, ...names])
    const texts = [...labels.values()]
      .filter((label) => label.lines.length || label.marks.length)
      .map((label) => label.box)
    return placeNotes(scene, space, notes, (code) => liftOf(paints.get(code), load), [...texts, ...names])
  }, [scene, districts, labels, notes, paints, load])
  const strewn = useMemo(() => {
    const video = new Set(
      exceptions ? marks.filter((mark) => mark.id.startsWith('video')).map((mark) => mark.code) : [],
    )
    return new Map(
      scene.tiles.map((tile): [string, Strewn] => {
        const [paint, label] = [paints.get(tile.code), labels.get(tile.code)]
        if (!cameras || !paint || !label) return [tile.code, { dots: '', offline: '' }]
        const lift = liftOf(paint, load)
        const avoid = { ...label.box, y0: label.box.y0 + lift, y1: label.box.y1 + lift }
        const points = cameraDots(tile, paint.cameras, avoid)
        const rings = paint.offline > 0 && video.has(tile.code) ? MOST_RINGS : 0
        return [
          tile.code,
          { dots: dotsPath(points.slice(rings)), offline: ringsOf(points.slice(0, rings), 3.6) },
        ]
      }),
    )
  }, [scene, paints, labels, marks, load, cameras, exceptions])
  return { paints, labels, districts, notes: placedNotes, strewn }
}

/** Height of a town's top face; flat while the load layer is off. */
const liftOf = (paint: TownPaint | undefined, load: boolean): number =>
  reliefOf(load ? (paint?.level ?? null) : 0)
