/** How a picture comes: WebRTC by WHEP, FLV by HTTP or WebSocket, HLS, a loop of MP4, a still picture. */
export type Way = 'whep' | 'flv' | 'hls' | 'mp4' | 'still'

const WAYS: readonly (readonly [Way, RegExp])[] = [
  ['whep', /\/whep\/?(\?|$)|\/webrtc(\?|$)/],
  ['flv', /\.flv(\?|$)/],
  ['hls', /\.m3u8(\?|$)/],
  ['mp4', /\.mp4(\?|$)/],
  ['still', /\.(jpe?g|png|webp)(\?|$)/],
]

/** The way that an address leads, by its form; undefined of one that no player knows. */
export const wayOf = (url: string): Way | undefined => WAYS.find(([, form]) => form.test(url))?.[0]
