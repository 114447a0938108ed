import { causeOfStatus, type Cause, type Open } from '../source'

const ANSWER_MS = 6000

/** ZLMediaKit answers 406 to whatever it refuses, a stream that nobody sends too, and says what in its text. */
const causeOfRefusal = (status: number, said: string): Cause =>
  status === 415 || (status === 406 && /codec|h\.?26[45]|sdp/i.test(said))
    ? 'codec'
    : status === 406
      ? 'gone'
      : causeOfStatus(status)

/**
 * WebRTC by WHEP: the offer goes out at once, without waiting for candidates, and what answers says where the session ends. The pictures
 * themselves pass no proxy.
 */
export const open: Open = async ({ video, url, fault }) => {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  const asked = new AbortController()
  const late = setTimeout(() => asked.abort(), ANSWER_MS)
  let session: string | null = null
  let closed = false
  const end = () => {
    if (session !== null) fetch(session, { method: 'DELETE', keepalive: true }).catch(() => undefined)
    session = null
  }
  const close = () => {
    if (closed) return
    closed = true
    clearTimeout(late)
    asked.abort()
    peer.close()
    video.srcObject = null
    end()
  }
  peer.addTransceiver('video', { direction: 'recvonly' })
  peer.ontrack = ({ streams, track }) => void (video.srcObject = streams[0] ?? new MediaStream([track]))
  peer.onconnectionstatechange = () => {
    if (!closed && peer.connectionState === 'failed') fault('network')
  }
  try {
    await peer.setLocalDescription()
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/sdp' },
      body: peer.localDescription?.sdp ?? '',
      signal: asked.signal,
    })
    clearTimeout(late)
    if (!response.ok) {
      fault(causeOfRefusal(response.status, await response.text()))
      close()
      return { close }
    }
    const at = response.headers.get('location')
    if (at !== null) session = new URL(at, response.url).href
    const sdp = await response.text()
    // Closed while the server answered: what it has opened is ended all the same.
    if (closed) end()
    else await peer.setRemoteDescription({ type: 'answer', sdp })
    if (/^m=video 0 /m.test(sdp)) fault('codec')
  } catch {
    if (!closed) fault('network')
  }
  return { close }
}
