import {
  afterFault,
  afterFreeze,
  backOff,
  BETTER_MS,
  CONNECT_MS,
  firstAttempt,
  renewalOf,
  STEADY_MS,
} from './attempts'
import { Slot } from './slot'
import type { Ask, Cause } from './source'
import { anew, behindOf, emptyTile, hasWay, isOwn, isRunning, isSame, sameWays, seenOf } from './tile'
import type { Seen, Tile, Wanted } from './tile'
import { stateOf, told, type Fact, trackFrom } from './track'

/** How often all pictures are looked at, ms. */
export const LOOK_MS = 500

/** A stream that nobody can see is kept for as long: whoever only looks at another picture for a moment finds it as it was. */
export const AWAY_MS = 10_000

/** Elements for so many tiles: a few more than that, so that the next picture comes behind the one before. */
export const elementsFor = (tiles: number): number => tiles + Math.max(2, Math.ceil(tiles / 4))

interface Surroundings {
  /** Monotonic ms. */
  readonly now: () => number
  /** In [0, 1). */
  readonly draw: () => number
  /** Nobody can see this tile: the page is hidden, it is scrolled out, or another one fills the screen. */
  readonly isHidden: (tile: number) => boolean
  /** Another picture stands on a tile: what is said of it must not wait for the next look. */
  readonly swapped: () => void
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
      if (isSame(tile.wanted, next)) {
        this.moved(i, tile, next)
        continue
      }
      tile.before = this.seen(i)
      // What was on its way to another camera's picture must not come here; and none of it may stand for a camera that has no picture.
      if (next && hasWay(next)) this.forget(tile)
      else this.clear(tile)
      Object.assign(tile, anew(this.around.now()), { wanted: next, ways: next?.sources ?? [] })
      if (next) this.connect(i, tile)
    }
  }

  /** The same camera, perhaps at other addresses: one that runs shows that the old ones are good, and is left alone until they are not. */
  private moved(i: number, tile: Tile, next: Wanted | null): void {
    const other = next !== null && !sameWays(tile.wanted?.sources ?? [], next.sources)
    tile.wanted = next
    if (!other) return
    tile.ways = next.sources
    if (isRunning(tile, this.around.now())) return
    this.forget(tile)
    tile.attempts = firstAttempt
    this.connect(i, tile)
  }

  seen(i: number): Seen {
    const tile = this.tiles[i]
    return seenOf(tile ?? emptyTile(0), this.around.now())
  }

  /** One look at every picture, and what follows from it. */
  look = (): void => {
    for (const [i, tile] of this.tiles.entries()) {
      if (!tile.wanted) continue
      if (this.isAway(i, tile)) this.rest(tile, this.around.now())
      else this.lookAt(i, tile, this.around.now())
    }
  }

  end(): void {
    for (const tile of this.tiles) this.clear(tile)
  }

  private lookAt(i: number, tile: Tile, at: number): void {
    const { coming, slot } = tile
    // A frame that was counted may not have been presented yet: that is asked only where no browser tells of the first, or nobody can see it.
    if (coming && (!coming.tellsFirst || this.around.isHidden(i)) && coming.count() > 0) this.swap(i, tile)
    else if (coming && at - coming.openedAt > CONNECT_MS) this.failed(i, tile, 'network')
    if (!isOwn(tile) || !slot || tile.shown?.held) return this.retry(i, tile, at)
    this.tell(tile, { of: 'looked', at, count: slot.count(), asleep: false })
    if (slot.video.paused && slot.source?.way !== 'still') slot.play()
    const state = stateOf(tile.track, at)
    if (state !== 'live') tile.steadyFrom = at
    else if (at - tile.steadyFrom > STEADY_MS && !tile.coming) tile.attempts = firstAttempt
    slot.chase()
    tile.behind = behindOf(tile, slot.behind())
    // Its last frame may become too old to stand for anything: it goes dark with its age, and stays drawn.
    if (!isRunning(tile, at)) this.retry(i, tile, at)
    else this.renew(i, tile, at)
  }

  /** Whether it is left alone. The first picture comes in any case, so that it is there when somebody looks; one that stands costs nothing. */
  private isAway(i: number, tile: Tile): boolean {
    const at = this.around.now()
    const hidden = this.around.isHidden(i)
    if (hidden) tile.awayFrom ??= at
    else if (tile.awayFrom !== null) {
      tile.awayFrom = null
      tile.attempts = firstAttempt
      if (!tile.slot) tile.track = trackFrom(at)
    }
    return hidden && tile.hasDrawn && tile.shown?.held !== true
  }

  /** It stands still, which is no fault and takes no time. A loop keeps its place; whatever asks a server for more is let go after a while. */
  private rest(tile: Tile, at: number): void {
    const { slot, awayFrom } = tile
    tile.coming?.release()
    tile.coming = null
    tile.waits = false
    if (!slot || !isOwn(tile)) return
    slot.video.pause()
    this.tell(tile, { of: 'looked', at, count: slot.count(), asleep: true })
    if (slot.source?.way !== 'mp4' && at - (awayFrom ?? at) > AWAY_MS) this.drop(tile)
  }

  private retry(i: number, tile: Tile, at: number): void {
    const ready = !isOwn(tile) || (tile.shown?.held !== true && !isRunning(tile, at))
    if (ready && !tile.coming && at >= tile.attempts.notBefore) this.connect(i, tile)
  }

  /** Behind a picture that runs: its address ends soon, or a better way may lead in by now. */
  private renew(i: number, tile: Tile, at: number): void {
    if (tile.coming || at < Math.min(tile.renewAt, tile.betterAt)) return
    tile.attempts = { ...tile.attempts, way: 0 }
    this.connect(i, tile)
  }

  /** The next way in; where addresses are asked for, every round begins with the question. */
  private connect(i: number, tile: Tile): void {
    const { wanted, asking, attempts } = tile
    if (!wanted || asking || this.isAway(i, tile)) return
    if (wanted.ask && attempts.way === 0) void this.ask(i, tile, wanted.ask)
    else this.open(i, tile)
  }

  private async ask(i: number, tile: Tile, ask: Ask): Promise<void> {
    const question = {}
    tile.asking = question
    const told = await ask()
    // Somebody looks at another camera by now.
    if (tile.asking !== question) return
    tile.asking = null
    const at = this.around.now()
    tile.why = 'cause' in told ? told.why : null
    tile.ways = 'cause' in told ? [] : told.sources
    if ('cause' in told || told.sources.length === 0)
      return this.failed(i, tile, 'cause' in told ? told.cause : 'gone')
    tile.renewAt = renewalOf(at, told.forMs)
    const current = tile.slot?.source?.url
    // Asked so that whoever sends it goes on: it stays where it is.
    if (isRunning(tile, at) && at < tile.betterAt && tile.ways.some(({ url }) => url === current)) return
    this.open(i, tile)
  }

  private open(i: number, tile: Tile): void {
    const { wanted } = tile
    const source = tile.ways[tile.attempts.way] ?? tile.ways[0]
    if (!wanted || !source || this.isAway(i, tile)) return
    if (tile.coming) tile.coming.release()
    const slot = this.slots.find(({ tile: of }) => of === null)
    tile.coming = slot ?? null
    // All spares are taken by tiles that switch or failed together: the first that is free again is for this one.
    tile.waits = slot === undefined
    if (!slot) return
    slot.tile = i
    const at = this.around.now()
    const isMine = () => tile.coming === slot
    void slot.open(source, wanted, at, {
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
    // What comes may be the same last seconds again: then the next attempt is later.
    if (!first && !isRunning(tile, at)) tile.attempts = afterFreeze(tile.attempts, at, this.around.draw())
    coming.show(i)
    before?.release()
    if (coming.source?.way !== 'still') tile.undecoded = false
    Object.assign(tile, { slot: coming, shown: wanted, coming: null, hasDrawn: true, broken: false })
    if (first) tile.steadyFrom = at
    tile.betterAt = coming.source?.url === tile.ways[0]?.url ? Number.POSITIVE_INFINITY : at + BETTER_MS
    this.tell(tile, { of: 'opened', at })
    this.tell(tile, { of: 'looked', at, count: Math.max(1, coming.count()), asleep: false })
    this.serve()
    this.around.swapped()
  }

  /** An element is free: a tile that waits for one has it at once. */
  private serve(): void {
    const i = this.tiles.findIndex(({ waits }) => waits)
    const tile = this.tiles[i]
    if (tile) this.open(i, tile)
  }

  /** What was being connected has failed. */
  private failed(i: number, tile: Tile, cause: Cause): void {
    const at = this.around.now()
    tile.coming?.release()
    tile.coming = null
    if (isRunning(tile, at)) return this.passed(i, tile, at)
    this.next(tile, cause, at)
    // The camera before must not stand for this one.
    if (tile.slot && !isOwn(tile) && tile.track.refused !== null) this.drop(tile)
    this.retry(i, tile, at)
  }

  /** What was tried behind a picture that runs came to nothing: the way that it came by, or any other, at another time. */
  private passed(i: number, tile: Tile, at: number): void {
    const { attempts, ways, slot } = tile
    const next = ways[attempts.way + 1]
    if (next && next.url !== slot?.source?.url) {
      tile.attempts = { ...attempts, way: attempts.way + 1 }
      return this.open(i, tile)
    }
    tile.attempts = firstAttempt
    if (at >= tile.renewAt) tile.renewAt = at + backOff(2, this.around.draw())
    if (at >= tile.betterAt) tile.betterAt = at + BETTER_MS
  }

  /** What is drawn has lost its source; the picture stays and ages, and its round begins anew. */
  private broke(i: number, tile: Tile, cause: Cause): void {
    const at = this.around.now()
    if (tile.coming || tile.asking) return
    this.next(tile, cause, at, cause === 'codec' ? tile.ways.length : 0)
    tile.broken = true
    this.retry(i, tile, at)
  }

  private next(tile: Tile, cause: Cause, at: number, ways = tile.ways.length): void {
    if (cause === 'codec') tile.undecoded = true
    const { over, ...attempts } = afterFault(tile.attempts, { cause, ways, at, draw: this.around.draw() })
    tile.attempts = attempts
    // One that runs on from what it holds may have its next address before anybody sees a stop.
    if (over && !isRunning(tile, at)) this.tell(tile, { of: 'refused', at, cause })
  }

  private tell(tile: Tile, fact: Fact): void {
    tile.track = told(tile.track, fact)
  }

  private drop(tile: Tile): void {
    tile.slot?.release()
    tile.slot = tile.shown = null
  }

  /** What is on its way. */
  private forget(tile: Tile): void {
    tile.coming?.release()
    tile.coming = tile.asking = null
    tile.waits = false
  }

  private clear(tile: Tile): void {
    this.forget(tile)
    this.drop(tile)
  }
}
