import type { CameraShown } from '../../../video/camera'
import type { Chosen } from '../../../video/patrol'
import { ROUND_KEYS } from '../../../video/use-round'
import type { Whole } from '../../../video/use-whole'

type Tiles = readonly (CameraShown | null | undefined)[]

/**
 * The tiles, with the camera that fills the screen among them: a link may name one whose turn it is not, which then stands in the first.
 * One that nobody knows fills nothing.
 * @param named that camera where none of the tiles shows it; undefined while it is read, null where there is none
 */
export function filled(
  beside: Tiles,
  named: CameraShown | null | undefined,
  chosen: Chosen,
  choose: (chosen: Chosen) => void,
): { readonly shown: Tiles; readonly whole: Whole } {
  const own = beside.findIndex((camera) => camera && camera.id === chosen.whole)
  const alone = chosen.whole !== null && own < 0 && named !== null
  const shown = alone ? [named, ...beside.slice(1)] : beside
  const at = alone ? 0 : own < 0 ? null : own
  const go = (tile: number | null) =>
    choose({ ...chosen, whole: tile === null ? null : (shown[tile]?.id ?? null) })
  return {
    shown,
    whole: {
      at,
      keys: ROUND_KEYS,
      choose: go,
      turn(by) {
        const there = shown.flatMap((camera, i) => (camera ? i : []))
        const next = there[(there.indexOf(at ?? 0) + by + there.length) % there.length]
        if (next !== undefined) go(next)
      },
    },
  }
}
