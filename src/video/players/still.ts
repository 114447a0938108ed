import type { Open } from '../source'

/** Ms between two looks at a picture that a platform keeps renewing. */
const EVERY_MS = 10_000

/** A still picture, fetched anew as long as it stands. It counts as drawn when it has come, so that one that no longer comes ages. */
export const open: Open = async ({ video, url, held, fault, drew }) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const fetchNext = () => {
    const image = new Image()
    image.onload = () => {
      if (closed) return
      video.poster = image.src
      drew()
      if (!held) timer = setTimeout(fetchNext, EVERY_MS)
    }
    image.onerror = () => {
      if (!closed) fault('network')
    }
    image.src = held ? url : `${url}${url.includes('?') ? '&' : '?'}t=${Math.floor(performance.now())}`
  }
  fetchNext()
  return {
    close() {
      closed = true
      clearTimeout(timer)
      video.removeAttribute('poster')
    },
  }
}
