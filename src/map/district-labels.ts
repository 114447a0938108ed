import type { DistrictLabel } from './drawing'
import type { FreeSpace } from './free-space'
import { type Box, boxOf, type Point } from './rings'
import type { Scene } from './scene'
import { SPACING, textWidth } from './text-size'

const STEP = 6

/**
 * One name beside each district when there is more than one: outside the tiles, as near to its towns as there is room, and
 * nearer to them than to those of any other district. One without such a place is left out: it would name the wrong group.
 */
export function placeDistricts(scene: Scene, space: FreeSpace): DistrictLabel[] {
  const districts = new Map<string, Box[]>()
  for (const { town, box } of scene.tiles)
    if (town.district !== null) districts.set(town.district, [...(districts.get(town.district) ?? []), box])
  if (districts.size < 2) return []
  return [...districts].flatMap(([name, towns]): DistrictLabel[] => {
    const others = [...districts].flatMap(([other, boxes]) => (other === name ? [] : boxes))
    const width = textWidth(name, 20) + SPACING * name.length
    const group = boxOf([towns.flatMap(({ x0, y0, x1, y1 }): Point[] => [[x0, y0], [x1, y1]])]) // prettier-ignore
    const middle: Point = [(group.x0 + group.x1) / 2, (group.y0 + group.y1) / 2]
    let best: DistrictLabel | null = null
    let bestCost = Infinity
    for (let y = 14; y <= scene.height - 14; y += STEP)
      for (let x = width / 2 + 4; x <= scene.width - width / 2 - 4; x += STEP) {
        const text = { x0: x - width / 2, x1: x + width / 2, y0: y - 11, y1: y + 11 }
        const near = nearest(towns, text)
        const cost = near + 0.1 * Math.hypot(middle[0] - x, middle[1] - y) + (y > middle[1] ? 6 : 0)
        if (cost >= bestCost || near * 1.25 > nearest(others, text) || !space.isFree(text)) continue
        best = { name, x, y }
        bestCost = cost
      }
    if (!best) return []
    space.take(districtBox(best))
    return [best]
  })
}

/** Least distance between a text and any of these boxes. */
function nearest(boxes: readonly Box[], text: Box): number {
  let least = Infinity
  for (const { x0, x1, y0, y1 } of boxes) {
    const [dx, dy] = [Math.max(0, x0 - text.x1, text.x0 - x1), Math.max(0, y0 - text.y1, text.y0 - y1)]
    least = Math.min(least, Math.hypot(dx, dy))
  }
  return least
}

/** The room a district's name takes. */
export const districtBox = ({ name, x, y }: DistrictLabel): Box => ({
  x0: x - name.length * 13,
  x1: x + name.length * 13,
  y0: y - 14,
  y1: y + 14,
})
