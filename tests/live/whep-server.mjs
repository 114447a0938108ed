// A WHEP server as ZLMediaKit is one, for the live stack only: takes RTP of each camera at a port of its own and sends it on by WebRTC.
import { randomUUID } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import process from 'node:process'
import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  useNACK as withNack,
  usePLI as withPli,
} from 'werift'

/** @type {Map<string, Set<(packet: Buffer) => void>>} */
const cameras = new Map()
/** `name:port,name:port` */
for (const camera of (process.env['WHEP_CAMERAS'] ?? '').split(',')) {
  const [name, port] = camera.split(':')
  const viewers = new Set()
  cameras.set(name, viewers)
  const socket = createSocket('udp4')
  socket.bind(Number(port), '127.0.0.1')
  socket.on('message', (packet) => {
    // Reports of the sender (RTCP) must not run through the viewers' own.
    if (packet[1] < 192 || packet[1] > 223) for (const send of viewers) send(packet)
  })
}

const H264 = new RTCRtpCodecParameters({
  mimeType: 'video/H264',
  clockRate: 90_000,
  parameters: 'profile-level-id=42e01f;packetization-mode=1;level-asymmetry-allowed=1',
  rtcpFeedback: [withNack(), withPli()],
})

const sessions = new Map()

async function answerTo(offer, viewers, id) {
  const peer = new RTCPeerConnection({
    iceServers: [],
    iceAdditionalHostAddresses: ['127.0.0.1'],
    iceUseIpv6: false,
    codecs: { video: [H264], audio: [] },
  })
  const track = new MediaStreamTrack({ kind: 'video' })
  peer.addTransceiver(track, { direction: 'sendonly' })
  await peer.setRemoteDescription({ type: 'offer', sdp: offer })
  await peer.setLocalDescription(await peer.createAnswer())
  const send = (packet) => track.writeRtp(packet)
  viewers.add(send)
  const close = () => {
    viewers.delete(send)
    sessions.delete(id)
    void peer.close()
  }
  peer.connectionStateChange.subscribe((state) => /disconnected|failed/.test(state) && close())
  sessions.set(id, close)
  return peer.localDescription.sdp
}

async function whep(request, response, asked) {
  if (asked.get('stream') === 'locked') return response.writeHead(401).end()
  const viewers = cameras.get(asked.get('stream') ?? '')
  // What a hook of ZLMediaKit refuses, and what there is none of, is answered alike.
  if (!viewers) return response.writeHead(406).end('stream not found')
  let offer = ''
  for await (const piece of request) offer += piece
  // Never that of a session before a restart, which whoever had it still ends.
  const id = randomUUID()
  const sdp = await answerTo(offer, viewers, id)
  const location = `/index/api/delete_webrtc?id=${id}&token=t`
  return response.writeHead(201, { 'content-type': 'application/sdp', location }).end(sdp)
}

async function route(request, response) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://whep')
  if (pathname === '/index/api/whep' && request.method === 'POST')
    return whep(request, response, searchParams)
  if (pathname !== '/index/api/delete_webrtc' || request.method !== 'DELETE')
    return response.writeHead(404).end()
  sessions.get(searchParams.get('id'))?.()
  return response.writeHead(200).end()
}

async function handle(request, response) {
  try {
    await route(request, response)
  } catch (error) {
    console.error(error)
    response.writeHead(500).end()
  }
}

createServer((request, response) => void handle(request, response)).listen(
  Number(process.env['WHEP_PORT']),
  '127.0.0.1',
)
