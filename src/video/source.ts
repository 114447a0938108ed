/** How a picture comes: WebRTC by WHEP, FLV by HTTP or WebSocket, HLS, a loop of MP4, a still picture. */
export type Way = 'whep' | 'flv' | 'hls' | 'mp4' | 'still'

/** One way to one picture. */
export interface Source {
  readonly way: Way
  /** Below the page, on its own origin: `media/zlm/live/34.live.flv`. */
  readonly url: string
}

/** What a camera's record says where its pictures are: addresses of this site, best first, with blanks between them. */
const ADDRESS = /^(?!\/)(?!.*(?:\/\/|\.\.|\\))[\w./@~-]+(?:\?[\w.=&@~%:/-]*)?$/

const WAYS: readonly (readonly [Way, RegExp])[] = [
  ['whep', /\/whep\/?(\?|$)|\/webrtc(\?|$)/],
  ['flv', /\.flv(\?|$)/],
  ['hls', /\.m3u8(\?|$)/],
  ['mp4', /\.mp4(\?|$)/],
  ['still', /\.(jpe?g|png|webp)(\?|$)/],
]

/** The way that an address leads, by its form; undefined of one that no player knows. */
const wayOf = (url: string): Way | undefined => WAYS.find(([, form]) => form.test(url))?.[0]

/** A camera of a provider that the configuration knows, and what names it there: `wvp:3402…0001/3402…0002`. */
const NAMED = /(^|\s)[a-z][a-z0-9-]*:[\w.@-]+(\/[\w.@-]+)*(?=\s|$)/

/** Whether somebody has to be asked where the pictures of this address line are. */
export const namesProvider = (stream: string): boolean => NAMED.test(stream)

/**
 * The ways in that an address line names, in its order. What leads to another host, climbs out of the site or has a form that no player
 * knows is left out: it is a fault of the source, and a wall asks nobody else.
 */
export function sourcesIn(stream: string): Source[] {
  return stream
    .split(/\s+/)
    .filter((url) => ADDRESS.test(url))
    .flatMap((url) => {
      const way = wayOf(url)
      return way ? [{ way, url }] : []
    })
}

/** Why a picture does not come: nobody answers, nobody may look, there is nothing, no browser can draw it, it is over. */
export type Cause = 'network' | 'auth' | 'gone' | 'codec' | 'ended'

export const causeOfStatus = (status: number): Cause =>
  status === 401 || status === 403 ? 'auth' : status === 404 || status === 410 ? 'gone' : 'network'

/** Where the pictures of a camera are now, as somebody says who was asked. */
export interface Addresses {
  /** Best first. */
  readonly sources: readonly Source[]
  /** Ms that they are good for; null where that is not said. */
  readonly forMs: number | null
}

/** Why somebody who was asked names no address, in words where there are any. */
export interface Refusal {
  readonly cause: Cause
  readonly why: string | null
}

/** What was said of an address line that names providers: the addresses it stands for, and why some of it stands for none. */
export interface Said {
  readonly line: string
  readonly forMs: number | null
  readonly refusal: Refusal | null
}

export function addressesOf({ line, forMs, refusal }: Said): Addresses | Refusal {
  const sources = sourcesIn(line)
  return refusal && sources.length === 0 ? refusal : { sources, forMs }
}

export type Ask = () => Promise<Addresses | Refusal>

/** What draws one source into an element; ended once and for all by `close`. */
export interface Player {
  readonly close: () => void
}

/** How a loop or a still is shown; live streams have none of it. */
export interface Showing {
  /** Seconds into a loop where it begins: equal loops do not move in step. */
  readonly from: number
  /** It stands at that second: the clock does, or the camera is known to be cut off. */
  readonly held: boolean
}

export interface Drawing extends Showing {
  readonly video: HTMLVideoElement
  readonly url: string
  readonly fault: (cause: Cause) => void
  /** Called by a player whose pictures the element does not count. */
  readonly drew: () => void
}

export type Open = (drawing: Drawing) => Promise<Player>
