import { afterFault, afterFreeze, CONNECT_MS, firstAttempt, STEADY_MS } from './attempts'
import { Slot } from './slot'
import type { Cause } from './source'
import { behindOf, emptyTile, isOwn, isSame, seenOf, type Seen, type Tile, type Wanted } from './tile'
import { stateOf, told, trackFrom, type Fact } from './track'

/** How often all pictures are looked at, ms. */
export const LOOK_MS = 500

/** Elements for so many tiles: a few more than that, so that the next picture comes behind the one before. */
export const elementsFor = (tiles: number): number => tiles + Math.max(2, Math.ceil(tiles / 4))

interface Surroundings {
  /** Monotonic ms. */
  readonly now: () => number
  /** In [0, 1). */
  readonly draw: () => number
  readonly isHidden: () => boolean
}

/**
 * The pictures of one wall of tiles, outside React: which element feeds which tile, what has been seen of each, and when to try again.
 * A tile keeps what it draws until a frame of what it shall draw has come, or that has failed.
 */
export class Pictures {
  private readonly slots: readonly Slot[]
  private readonly tiles: Tile[]

  constructor(
    videos: readonly HTMLVideoElement[],
    count: number,
    private readonly around: Surroundings,
  ) {
    this.slots = videos.map((video) => new Slot(video))
    this.tiles = Array.from({ length: count }, () => emptyTile(around.now()))
  }

  /** What each tile is to show; undefined where that is not known yet. One that shows it already is left alone. */
  show(wanted: readonly (Wanted | null | undefined)[]): void {
    for (const [i, tile] of this.tiles.entries()) {
      const next = wanted[i]
      if (next === undefined) continue
      if (isSame(tile.wanted, next)) continue
      tile.before = this.seen(i)
      if (!next) this.clear(tile)
      tile.wanted = next
      tile.track = trackFrom(this.around.now())
      tile.attempts = firstAttempt
      if (next) this.connect(i, tile)
    }
  }

  seen(i: number): Seen {
    const tile = this.tiles[i]
    return seenOf(tile ?? emptyTile(0), this.around.now())
  }

  /** One look at every picture, and what follows from it. */
  look = (): void => {
    for (const [i, tile] of this.tiles.entries()) if (tile.wanted) this.lookAt(i, tile, this.around.now())
  }

  end(): void {
    for (const tile of this.tiles) this.clear(tile)
  }

  private lookAt(i: number, tile: Tile, at: number): void {
    const { coming, slot } = tile
    // Where a browser tells no first frame, it is the first that was counted.
    if (coming && coming.count() > 0) this.swap(i, tile)
    else if (coming && at - coming.openedAt > CONNECT_MS) this.failed(i, tile, 'network')
    if (!isOwn(tile) || !slot || tile.shown?.held) return this.retry(i, tile, at)
    const asleep = this.around.isHidden() && slot.video.paused
    this.tell(tile, { of: 'looked', at, count: slot.count(), asleep })
    if (!this.around.isHidden() && slot.video.paused && slot.source?.way !== 'still') slot.play()
    const state = stateOf(tile.track, at)
    if (state !== 'live') tile.steadyFrom = at
    else if (at - tile.steadyFrom > STEADY_MS) tile.attempts = firstAttempt
    slot.chase()
    tile.behind = behindOf(tile, slot.behind())
    // Its last frame has become too old to stand for anything: it goes dark with its age, and stays drawn.
    if (state === 'offline' || state === 'frozen') this.retry(i, tile, at)
  }

  private retry(i: number, tile: Tile, at: number): void {
    const ready = !isOwn(tile) || (tile.shown?.held !== true && stateOf(tile.track, at) !== 'live')
    if (ready && !tile.coming && at >= tile.attempts.notBefore) this.connect(i, tile)
  }

  private connect(i: number, tile: Tile): void {
    const { wanted } = tile
    const source = wanted?.sources[tile.attempts.way] ?? wanted?.sources[0]
    if (!wanted || !source) return
    if (tile.coming) tile.coming.release()
    const slot = this.slots.find(({ tile: of }) => of === null)
    tile.coming = slot ?? null
    // All spares are taken by tiles that failed together: the next look finds one.
    if (!slot) return
    slot.tile = i
    if (isOwn(tile)) tile.attempts = afterFreeze(tile.attempts, this.around.now(), this.around.draw())
    const isMine = () => tile.coming === slot
    void slot.open(source, wanted, this.around.now(), {
      onFirst: () => void (isMine() && this.swap(i, tile)),
      onFault: (cause) => {
        if (isMine()) this.failed(i, tile, cause)
        else if (tile.slot === slot && isOwn(tile)) this.broke(i, tile, cause)
      },
    })
  }

  private swap(i: number, tile: Tile): void {
    const { slot: before, coming, wanted } = tile
    if (!coming) return
    const at = this.around.now()
    const first = !isOwn(tile)
    coming.show(i)
    before?.release()
    Object.assign(tile, { slot: coming, shown: wanted, coming: null })
    if (first) tile.steadyFrom = at
    this.tell(tile, { of: 'opened', at })
    this.tell(tile, { of: 'looked', at, count: Math.max(1, coming.count()), asleep: false })
  }

  /** What was being connected has failed. */
  private failed(i: number, tile: Tile, cause: Cause): void {
    const at = this.around.now()
    tile.coming?.release()
    tile.coming = null
    this.next(tile, cause, at)
    // The camera before must not stand for this one.
    if (tile.slot && !isOwn(tile) && tile.track.refused !== null) this.drop(tile)
    this.retry(i, tile, at)
  }

  /** What is drawn has lost its source; the picture stays and ages. */
  private broke(i: number, tile: Tile, cause: Cause): void {
    const at = this.around.now()
    if (tile.coming) return
    this.next(tile, cause, at)
    this.retry(i, tile, at)
  }

  private next(tile: Tile, cause: Cause, at: number): void {
    const ways = tile.wanted?.sources.length ?? 1
    const { over, ...attempts } = afterFault(tile.attempts, { cause, ways, at, draw: this.around.draw() })
    tile.attempts = attempts
    if (over) this.tell(tile, { of: 'refused', at, cause })
  }

  private tell(tile: Tile, fact: Fact): void {
    tile.track = told(tile.track, fact)
  }

  private drop(tile: Tile): void {
    tile.slot?.release()
    tile.slot = tile.shown = null
  }

  private clear(tile: Tile): void {
    tile.coming?.release()
    tile.coming = null
    this.drop(tile)
  }
}
