import type { Open } from '../source'

/** A loop that the browser plays itself, or one frame of it. */
export const open: Open = async ({ video, url, from, fault, drew }) => {
  const onError = () =>
    fault(video.error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED ? 'codec' : 'network')
  // An element without a length cannot be wound; a clip is shorter than the second it is asked for, mostly.
  const onLength = () => {
    if (Number.isFinite(video.duration) && video.duration > 0) video.currentTime = from % video.duration
  }
  video.loop = true
  video.addEventListener('error', onError)
  video.addEventListener('loadedmetadata', onLength)
  // What stands is drawn once, and its element counts no further frame.
  video.addEventListener('seeked', drew)
  video.src = url
  return {
    close() {
      video.removeEventListener('error', onError)
      video.removeEventListener('loadedmetadata', onLength)
      video.removeEventListener('seeked', drew)
      video.loop = false
      video.removeAttribute('src')
      video.load()
    },
  }
}
