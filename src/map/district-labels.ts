import type { DistrictLabel } from './drawing'
import type { FreeSpace } from './free-space'
import { type Box, boxOf, type Point } from './rings'
import type { Scene } from './scene'
import { SPACING, textWidth } from './text-size'

const STEP = 6

/** One name beside each district when there is more than one: outside the tiles, as near to its towns as there is room. */
export function placeDistricts(scene: Scene, space: FreeSpace): DistrictLabel[] {
  const districts = new Map<string, Point[]>()
  for (const { town, label } of scene.tiles)
    if (town.district !== null) districts.set(town.district, [...(districts.get(town.district) ?? []), label])
  if (districts.size < 2) return []
  return [...districts].flatMap(([name, towns]): DistrictLabel[] => {
    const width = textWidth(name, 20) + SPACING * name.length
    const around = boxOf([towns])
    const middle: Point = [(around.x0 + around.x1) / 2, (around.y0 + around.y1) / 2]
    let best: DistrictLabel | null = null
    let bestCost = Infinity
    for (let y = 14; y <= scene.height - 14; y += STEP)
      for (let x = width / 2 + 4; x <= scene.width - width / 2 - 4; x += STEP) {
        const near = Math.min(...towns.map((town) => Math.hypot((town[0] - x) * 0.8, town[1] - y)))
        const cost = near + 0.15 * Math.hypot(middle[0] - x, middle[1] - y) + (y > middle[1] ? 6 : 0)
        if (cost >= bestCost) continue
        // Raised tiles reach up to 13u higher than their ground, hence the extra room below the text.
        if (!space.isFree({ x0: x - width / 2, x1: x + width / 2, y0: y - 11, y1: y + 21 })) continue
        best = { name, x, y }
        bestCost = cost
      }
    if (!best) return []
    space.take({ x0: best.x - width / 2, x1: best.x + width / 2, y0: best.y - 12, y1: best.y + 12 })
    return [best]
  })
}

/** The room a district's name takes. */
export const districtBox = ({ name, x, y }: DistrictLabel): Box => ({
  x0: x - name.length * 13,
  x1: x + name.length * 13,
  y0: y - 14,
  y1: y + 14,
})
