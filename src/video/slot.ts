import { openBy } from './players/players'
import type { Cause, Player, Showing, Source } from './source'

/** What a slot tells while its picture comes. */
export interface Told {
  readonly onFirst: () => void
  readonly onFault: (cause: Cause) => void
}

/** Beyond this a picture is behind by more than its player makes good in reasonable time. */
const BEHIND_S = 4
const EDGE_S = 0.7

/** One `<video>` and what feeds it. Elements are made once and never moved or taken out; a switch of pictures is two styles. */
export class Slot {
  /** The tile it draws for, or is connecting for; null while it is free. */
  tile: number | null = null
  source: Source | null = null
  openedAt = 0
  private player: Player | null = null
  private round = 0
  private base = 0
  private drawn = 0

  /** Whether the browser tells when a frame is presented. */
  readonly tellsFirst: boolean

  constructor(readonly video: HTMLVideoElement) {
    this.tellsFirst = 'requestVideoFrameCallback' in video
    // As a property alone `muted` does not count for the policy on autoplay in every browser.
    video.setAttribute('muted', '')
    Object.assign(video, {
      muted: true,
      autoplay: true,
      playsInline: true,
      disablePictureInPicture: true,
      disableRemotePlayback: true,
    })
    this.hide()
  }

  /** Connects; whatever it drew before is ended. Faults of a connection that was replaced are told to nobody. */
  async open(source: Source, showing: Showing, at: number, { onFirst, onFault }: Told): Promise<void> {
    this.end()
    const round = this.round
    const isOld = () => round !== this.round
    this.source = source
    this.openedAt = at
    this.base = this.total()
    this.video.autoplay = !showing.held
    this.firstFrame(isOld, onFirst)
    const open = await openBy(source.way)
    if (isOld()) return
    const player = await open({
      ...showing,
      video: this.video,
      url: source.url,
      // Not within the library's own step: a player that is ended in the middle of one goes on with it, and fails on what it has let go.
      fault: (cause) => queueMicrotask(() => void (isOld() || onFault(cause))),
      drew: () => {
        if (isOld()) return
        this.drawn++
        if (this.drawn === 1 && (showing.held || source.way === 'still')) onFirst()
      },
    })
    if (isOld()) return player.close()
    this.player = player
    if (!showing.held) this.play()
  }

  /**
   * A frame of the source before may still come out of a used element: only one with data behind it is the first, and of a loop only one
   * of where it was wound to.
   */
  private firstFrame(isOld: () => boolean, onFirst: () => void): void {
    if (!this.tellsFirst) return
    this.video.requestVideoFrameCallback(() => {
      if (isOld()) return
      if (this.video.readyState < 2 || this.video.seeking) this.firstFrame(isOld, onFirst)
      else onFirst()
    })
  }

  private total = () => this.video.getVideoPlaybackQuality().totalVideoFrames

  /** Frames that this connection has drawn: not time that passed, which goes on in some players when pictures have stopped. */
  count(): number {
    const total = this.total()
    if (total < this.base) this.base = 0
    return total - this.base + this.drawn
  }

  /** Seconds between what is drawn and the newest that has come; null where nothing is told. */
  behind(): number | null {
    const { buffered, currentTime } = this.video
    if (buffered.length === 0 || (this.source?.way !== 'flv' && this.source?.way !== 'hls')) return null
    return Math.max(0, buffered.end(buffered.length - 1) - currentTime)
  }

  /** Catches up where a player would need a minute for ten seconds. */
  chase(): void {
    const behind = this.behind()
    if (this.source?.way === 'flv' && behind !== null && behind > BEHIND_S)
      this.video.currentTime += behind - EDGE_S
  }

  play(): void {
    // Refused while the page is hidden; asked again when it is looked at.
    this.video.play().catch(() => undefined)
  }

  show(tile: number): void {
    this.video.style.gridArea = `t${tile}`
    this.video.style.zIndex = '1'
  }

  hide(): void {
    this.video.style.zIndex = '-1'
  }

  private end(): void {
    this.round++
    this.player?.close()
    this.player = null
    this.source = null
    this.drawn = 0
  }

  /** Free for another picture. */
  release(): void {
    this.end()
    this.tile = null
    this.hide()
  }
}
