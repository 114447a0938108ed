import { hash32 } from '../lib/random'
import type { CameraShown } from './camera'
import type { Wanted } from './tile'

/** Longer than any clip, and a whole number of seconds: where a loop stands is a function of the camera and the moment. */
const SPREAD_S = 600

/**
 * What a tile asks the player for. A loop of a camera that is cut off stands where it stood when that happened, and all of them stand
 * where the shown clock does: the same link, the same picture. A stream is tried whatever the register says: it may be late.
 */
export function wantedOf(camera: CameraShown, stands: number | null): Wanted {
  const { id, sources, offline, since } = camera
  const loop = sources[0]?.way === 'mp4'
  const held = loop && (offline || stands !== null)
  const stoodAt = held ? Math.floor((offline ? (since ?? 0) : (stands ?? 0)) / 1000) % SPREAD_S : 0
  return { id, camera, sources, held, from: (hash32(id) % SPREAD_S) + stoodAt }
}
