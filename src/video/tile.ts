import type { CameraShown } from './camera'
import { firstAttempt, type Attempts } from './attempts'
import type { Ask, Cause, Showing, Source, Way } from './source'
import type { Slot } from './slot'
import { ageOf, isMoving, isProving, stateOf, trackFrom, type PictureState, type Track } from './track'

/** What a tile is to show. */
export interface Wanted extends Showing {
  /** What names the camera. */
  readonly id: string
  /** What is said beside it for as long as it is drawn; nothing here reads it. */
  readonly camera?: CameraShown
  /** Best first; of one whose addresses are asked for, none. */
  readonly sources: readonly Source[]
  /** Who says where it is, asked anew by every round of attempts. */
  readonly ask?: Ask | undefined
}

/** What a tile shows: of the camera whose picture is drawn, which after a switch is the one before until a frame of the new one has come. */
export interface Seen {
  readonly id: string | null
  readonly camera: CameraShown | null
  readonly state: PictureState
  readonly way: Way | null
  /** A picture stands on it, of now or of then. */
  readonly drawn: boolean
  /** Whole seconds since its last frame; null before the first, and of what stands on purpose. */
  readonly age: number | null
  /** Whole seconds that it is behind what has come. */
  readonly behind: number | null
  /** It moves again, and it is not yet known whether what it shows is of now. */
  readonly proving: boolean
  /** Why the last round of attempts came to nothing, and how whoever was asked for the address put it. */
  readonly refused: Cause | null
  readonly why: string | null
  /** A still in place of a stream that no browser here decodes. */
  readonly undecoded?: boolean
}

export interface Tile {
  wanted: Wanted | null
  /** What was seen on it when something else was wanted: it stands until that is there. */
  before: Seen
  /** What is drawn, and of which camera. */
  slot: Slot | null
  shown: Wanted | null
  /** What is being connected behind it. */
  coming: Slot | null
  /** It would connect, and there is no element to spare. */
  waits: boolean
  track: Track
  attempts: Attempts
  /** The ways of this round, best first. */
  ways: readonly Source[]
  /** Stands for the question after them that is on its way. */
  asking: object | null
  /** What is drawn has lost its source, and runs on from what it holds. */
  broken: boolean
  /** A way in came to something that no browser here decodes, and no other stream has been drawn since. */
  undecoded: boolean
  /** How the last question was refused. */
  why: string | null
  /** From when on to ask for its addresses again, and to try a better way than the one it came by, behind the picture that runs. */
  renewAt: number
  betterAt: number
  /** Whole seconds that it is behind, as they were said last. */
  behind: number | null
  /** Since when its picture has gone on without a stop. */
  steadyFrom: number
  /** It has shown something before. */
  hasDrawn: boolean
  /** Since when nobody can see it; null while somebody can. */
  awayFrom: number | null
}

/** Before anything is known of a picture. */
export const NOTHING: Seen = {
  id: null,
  camera: null,
  state: 'connecting',
  way: null,
  drawn: false,
  age: null,
  behind: null,
  proving: false,
  refused: null,
  why: null,
}

/** What nothing is known of yet, of a camera that is wanted from now on. */
export const anew = (at: number) => ({
  track: trackFrom(at),
  attempts: firstAttempt,
  ways: [],
  asking: null,
  broken: false,
  undecoded: false,
  why: null,
  renewAt: Number.POSITIVE_INFINITY,
  betterAt: Number.POSITIVE_INFINITY,
})

export const emptyTile = (at: number): Tile => ({
  wanted: null,
  before: NOTHING,
  slot: null,
  shown: null,
  coming: null,
  waits: false,
  ...anew(at),
  behind: null,
  steadyFrom: at,
  hasDrawn: false,
  awayFrom: null,
})

/** Whether what is drawn is what is wanted, and not the camera before. */
export const isOwn = ({ slot, shown, wanted }: Tile): boolean =>
  slot !== null && wanted !== null && shown?.id === wanted.id

/** Whether what is wanted runs, and its source with it: then nothing that is tried behind it may take it away. */
export const isRunning = (tile: Tile, at: number): boolean =>
  isOwn(tile) && !tile.broken && tile.shown?.held !== true && isMoving(tile.track, at)

const seconds = (ms: number | null) => (ms === null ? null : Math.floor(ms / 1000))

export function seenOf(tile: Tile, at: number): Seen {
  const { wanted, shown, slot, track, before } = tile
  if (!wanted) return NOTHING
  if (slot && !isOwn(tile)) return before
  const state = slot && shown?.held ? 'live' : hasWay(wanted) ? stateOf(track, at) : 'offline'
  return {
    id: wanted.id,
    camera: wanted.camera ?? null,
    state,
    way: slot?.source?.way ?? null,
    drawn: slot !== null,
    age: state === 'live' ? null : seconds(ageOf(track, at)),
    behind: state === 'live' ? tile.behind : null,
    proving: isProving(track, at),
    refused: track.refused,
    why: tile.why,
    undecoded: tile.undecoded && slot?.source?.way === 'still',
  }
}

/** What is said of it stays while it is within a second: pieces of a stream come one by one. */
export const behindOf = ({ behind: said }: Tile, seconds: number | null): number | null =>
  seconds !== null && said !== null && Math.abs(seconds - said) < 1 ? said : seconds && Math.round(seconds)

/** The same camera, shown alike: by which ways is another question. */
export const isSame = (a: Wanted | null, b: Wanted | null): boolean =>
  a === b || (a !== null && b !== null && a.id === b.id && a.held === b.held && a.from === b.from)

/** Whether there is anything to try: an address, or somebody to ask for one. */
export const hasWay = ({ sources, ask }: Wanted): boolean => sources.length > 0 || ask !== undefined

const urls = (sources: readonly Source[]) => sources.map(({ url }) => url).join(' ')

export const sameWays = (a: readonly Source[], b: readonly Source[]): boolean => urls(a) === urls(b)
