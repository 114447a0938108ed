import mpegts from 'mpegts.js'
import { FlvSocket } from './flv-socket'
import { causeOfStatus, type Open } from '../source'

/** FLV over a WebSocket: over HTTP/1.1 the seventh picture of a host would wait for ever, without an error. */
const socketOf = (url: string): string => new URL(url, document.baseURI).href.replace(/^http/, 'ws')

/** FLV by MSE. With its worker on it would hang for ever under the page's policy, so that is off. */
export const open: Open = async ({ video, url, fault }) => {
  mpegts.LoggingControl.enableAll = false
  // A camera without sound would never start if sound were waited for.
  const player = mpegts.createPlayer(
    { type: 'flv', isLive: true, hasAudio: false, url: socketOf(url) },
    {
      customLoader: FlvSocket,
      enableWorker: false,
      enableStashBuffer: false,
      isLive: true,
      lazyLoad: false,
      liveSync: true,
      liveSyncMaxLatency: 1.5,
      liveSyncTargetLatency: 0.7,
      liveSyncPlaybackRate: 1.2,
      liveBufferLatencyChasing: false,
      autoCleanupSourceBuffer: true,
      autoCleanupMaxBackwardDuration: 12,
      autoCleanupMinBackwardDuration: 6,
    },
  )
  player.on(mpegts.Events.ERROR, (type: string, detail: string, info: { code?: number } | undefined) => {
    if (/codec|format/i.test(detail)) fault('codec')
    else fault(type === mpegts.ErrorTypes.NETWORK_ERROR ? causeOfStatus(info?.code ?? 0) : 'network')
  })
  player.on(mpegts.Events.LOADING_COMPLETE, () => fault('ended'))
  player.attachMediaElement(video)
  player.load()
  return { close: () => player.destroy() }
}
