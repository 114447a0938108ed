import type { Cause } from './source'

/** What can be said of a picture. Live is never said by a connection, only by frames. */
export type PictureState = 'connecting' | 'live' | 'frozen' | 'offline' | 'unsupported' | 'forbidden'

/** Looked at twice a second, a picture that stops is said to within five seconds. */
const FROZEN_MS = 4000
/** From then on its last frame stands for nothing any more. */
const OFFLINE_MS = 12_000
/**
 * A server that has lost its source hands out its last seconds again to whoever comes back (cached frames, an old playlist), and again.
 * A picture that stopped is live once frames have gone on for longer than that.
 */
const PROVE_MS = 5000

/** What has been seen of one camera's picture, ms of one monotonic clock. Pure: every moment of it is a fact that was told. */
export interface Track {
  /** When it was looked at last. */
  readonly at: number
  /** Frames that the present connection had drawn by then. */
  readonly count: number
  /** When the last frame was drawn; null before the first. */
  readonly drawnAt: number | null
  /** The same of the last one that was no repetition: what is handed out again makes a picture no younger. */
  readonly provenAt: number | null
  /** Since when frames come without a pause. */
  readonly since: number
  /** It had stopped or failed before they came. */
  readonly again: boolean
  /** Why the last round through all ways in failed; null while one leads in. */
  readonly refused: Cause | null
}

export type Fact =
  /** A connection begins: its frames are counted from none. */
  | { readonly of: 'opened'; readonly at: number }
  /** `asleep`: the page is hidden and its browser has paused the picture, which is no fault. */
  | { readonly of: 'looked'; readonly at: number; readonly count: number; readonly asleep: boolean }
  /** No way leads in now. */
  | { readonly of: 'refused'; readonly at: number; readonly cause: Cause }

export const trackFrom = (at: number): Track => ({
  at,
  count: 0,
  drawnAt: null,
  provenAt: null,
  since: at,
  again: false,
  refused: null,
})

/** What is known after a fact. Facts come in the order of their time. */
export function told(track: Track, fact: Fact): Track {
  const { at } = fact
  if (fact.of === 'opened') return { ...track, at, count: 0, again: track.again || isBroken(track, at) }
  if (fact.of === 'refused') return { ...track, at, again: true, refused: fact.cause }
  if (fact.asleep) return slept(track, at, fact.count)
  const { count } = fact
  // A player that starts anew counts from none again.
  if (count === track.count || count === 0) return { ...track, at, count }
  // Judged by the look before: between two that are far apart (a hidden page) nobody knows when the frames came.
  const stopped = isBroken(track, track.at)
  const again = stopped || (track.again && at - track.since < PROVE_MS)
  const begins = stopped || track.drawnAt === null || track.count === 0
  const since = begins && again ? at : track.since
  const provenAt = again && at - since < PROVE_MS ? track.provenAt : at
  return { at, count, drawnAt: at, provenAt, since, again, refused: null }
}

/** Time that nobody could look in does not count. */
function slept(track: Track, at: number, count: number): Track {
  const ms = at - track.at
  const later = (moment: number | null) => (moment === null ? null : moment + ms)
  const [drawnAt, provenAt] = [later(track.drawnAt), later(track.provenAt)]
  return { ...track, at, count, drawnAt, provenAt, since: track.since + ms }
}

const isBroken = ({ drawnAt, refused }: Track, at: number) =>
  refused !== null || (drawnAt !== null && at - drawnAt > FROZEN_MS)

/** Ms since the last frame was drawn that showed what was there; null before the first. */
export const ageOf = ({ provenAt }: Track, at: number): number | null =>
  provenAt === null ? null : at - provenAt

/** Whether frames come, be they proven to be of now or not. */
export const isMoving = ({ drawnAt }: Track, at: number): boolean =>
  drawnAt !== null && at - drawnAt <= FROZEN_MS

/** Frames come again, and may still be the last seconds before it stopped. */
export const isProving = (track: Track, at: number): boolean =>
  isMoving(track, at) && track.again && (track.drawnAt ?? at) - track.since < PROVE_MS

/** What is to be said at a moment: worked out, never stored, so that no event can leave a wrong word standing. */
export function stateOf(track: Track, at: number): PictureState {
  if (isMoving(track, at)) return isProving(track, at) ? 'frozen' : 'live'
  const age = ageOf(track, at)
  if (age !== null && age <= OFFLINE_MS) return 'frozen'
  if (track.refused === 'codec') return 'unsupported'
  if (track.refused === 'auth') return 'forbidden'
  return track.refused !== null || track.drawnAt !== null ? 'offline' : 'connecting'
}
