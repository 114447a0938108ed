import { hash32 } from '../lib/random'
import type { CameraShown } from './camera'
import type { Ask } from './source'
import type { Wanted } from './tile'

/** Longer than any clip, and a whole number of seconds: where a loop stands is a function of the camera and the moment. */
const SPREAD_S = 600

/** Says where the pictures of an address line are that names a provider. */
export type AskFor = (stream: string) => ReturnType<Ask>

/**
 * What a tile asks the player for. A loop of a camera that is cut off stands where it stood when that happened, and all of them stand
 * where the shown clock does: the same link, the same picture. A stream is tried whatever the register says: it may be late.
 */
export function wantedOf(camera: CameraShown, stands: number | null, askFor?: AskFor): Wanted {
  const { id, sources, named, offline, since } = camera
  const loop = sources[0]?.way === 'mp4'
  const held = loop && (offline || stands !== null)
  const stoodAt = held ? Math.floor((offline ? (since ?? 0) : (stands ?? 0)) / 1000) % SPREAD_S : 0
  const ask = askFor && named !== undefined ? () => askFor(named) : undefined
  return { id, camera, sources, ask, held, from: (hash32(id) % SPREAD_S) + stoodAt }
}
