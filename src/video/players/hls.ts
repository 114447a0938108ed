import Hls from 'hls.js/light'
import { causeOfStatus, type Cause, type Open } from '../source'

/** What an address that is refused answers: asking the same again helps nobody, the tile asks anew. */
const FINAL = [401, 403, 404, 410]

const patient = (tries: number) => ({
  maxTimeToFirstByteMs: 4000,
  maxLoadTimeMs: 8000,
  timeoutRetry: { maxNumRetry: tries, retryDelayMs: 500, maxRetryDelayMs: 2000 },
  errorRetry: {
    maxNumRetry: tries,
    retryDelayMs: 500,
    maxRetryDelayMs: 2000,
    shouldRetry: (_: unknown, count: number, _timeout: boolean, response: { code?: number } | undefined) =>
      count < tries && !FINAL.includes(response?.code ?? 0),
  },
})

const NO_CODEC = /^(manifestIncompatibleCodecs|bufferIncompatibleCodecs|bufferAddCodec)Error$/

/**
 * HLS by MSE, with or without a worker of its own under the page's policy: without. Buffers are finite, it chases the live edge itself,
 * and long retries are the tile's. (Native HLS hung without an event on a list that hls.js played.)
 */
export const open: Open = async ({ video, url, fault }) => {
  if (!Hls.isSupported()) {
    fault('codec')
    return { close: () => undefined }
  }
  const player = new Hls({
    enableWorker: false,
    lowLatencyMode: false,
    startFragPrefetch: true,
    capLevelToPlayerSize: true,
    backBufferLength: 10,
    maxBufferLength: 10,
    maxMaxBufferLength: 20,
    maxBufferSize: 8_000_000,
    liveSyncDurationCount: 2,
    liveMaxLatencyDurationCount: 6,
    maxLiveSyncPlaybackRate: 1.25,
    liveDurationInfinity: true,
    manifestLoadPolicy: {
      default: { maxTimeToFirstByteMs: 4000, maxLoadTimeMs: 6000, timeoutRetry: null, errorRetry: null },
    },
    playlistLoadPolicy: { default: patient(2) },
    fragLoadPolicy: { default: patient(2) },
  })
  player.on(Hls.Events.ERROR, (_, { fatal, details, type, response }) => {
    if (!fatal) return
    const network: Cause =
      type === Hls.ErrorTypes.NETWORK_ERROR ? causeOfStatus(response?.code ?? 0) : 'network'
    fault(NO_CODEC.test(details) ? 'codec' : network)
  })
  player.loadSource(url)
  player.attachMedia(video)
  return { close: () => player.destroy() }
}
