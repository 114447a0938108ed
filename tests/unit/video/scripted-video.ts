/**
 * An element that plays what a test says: it draws frames while it has a source that runs. Only what a player of loops and the pool
 * ask of one; pictures themselves are looked at in a browser.
 */
export class ScriptedVideo extends EventTarget {
  src = ''
  loop = false
  paused = true
  autoplay = true
  readyState = 4
  duration = 12
  currentTime = 0
  error: { code: number } | null = null
  readonly style = { gridArea: '', zIndex: '' }
  readonly buffered = { length: 0 }
  private frames = 0

  setAttribute = () => undefined
  removeAttribute = () => void (this.src = '')
  load = () => void (this.frames = 0)
  play = async () => void (this.paused = false)
  pause = () => void (this.paused = true)
  getVideoPlaybackQuality = () => ({ totalVideoFrames: this.frames })

  /** What stands on a tile: its place, and what it draws. */
  get shown(): string | null {
    return this.style.zIndex === '1' && this.frames > 0 ? `${this.style.gridArea} ${this.src}` : null
  }

  draw(): void {
    this.frames++
  }

  fail(code: number): void {
    this.error = { code }
    this.dispatchEvent(new Event('error'))
  }
}

/** One of a browser that tells when a frame is presented: on a busy machine that is after it has been decoded, and counted. */
export class TellingVideo extends ScriptedVideo {
  seeking = false
  private told: (() => void)[] = []

  requestVideoFrameCallback = (tell: () => void) => void this.told.push(tell)

  present(): void {
    this.told.splice(0).forEach((tell) => tell())
  }
}
