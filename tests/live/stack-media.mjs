// Real pictures for the live stack: a server for each way in (HLS, FLV, WebRTC) and a camera that sends to each, started by the test that
// looks at them and not before.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { writeFlv, writeHls } from './media-config.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** A second between key frames and none that wait for others, as a camera's sub-stream has it. */
const PICTURE = '-preset ultrafast -g 15 -bf 0 -pix_fmt yuv420p'
const film = (seconds) => `-v error -y -f lavfi -i testsrc2=s=320x180:r=15:d=${seconds}`

/** What the cameras send, made once: as MPEG-TS, which has its parameters before every key frame; and a list in H.265. */
function makeFilms({ ffmpeg }, folder) {
  const cam = join(folder, 'cam.ts')
  if (existsSync(cam)) return
  const run = (line) => execFileSync(ffmpeg, line.split(' '))
  const h265 = join(folder, 'hls/h265/cam')
  mkdirSync(h265, { recursive: true })
  run(`${film(10)} -c:v libx264 -profile:v baseline ${PICTURE} -f mpegts ${cam}`)
  run(
    `${film(2)} -c:v libx265 -x265-params log-level=error ${PICTURE} -tag:v hvc1 -f hls -hls_segment_type fmp4 ${h265}/hls.m3u8`,
  )
}

const accepts = (port) =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => done(socket.destroy()))
    socket.on('error', fail)
  })

/** The program that a package starts, as its manifest names it. */
function programOf(name) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : Object.values(bin)[0])
}

const camera = (name, { files, folder }, to) => ({
  name,
  command: files.ffmpeg,
  before: () => makeFilms(files, folder),
  args: `-v error -re -stream_loop -1 -i ${folder}/cam.ts -c copy ${to}`.split(' '),
  ready: async () => {},
})

/** Three servers and the camera that feeds each, as the other servers of the stack are described. */
export function mediaServers(about) {
  const { files, folder, ports } = about
  return [
    {
      name: 'hls',
      command: files.nginx,
      args: ['-e', `${folder}/hls-error.log`, '-c', writeHls(folder, ports, files.rtmp), '-g', 'daemon off;'],
      endBy: 'SIGTERM',
      ready: () => accepts(ports.hlsRtmp),
    },
    {
      name: 'flv',
      command: process.execPath,
      args: [programOf('node-media-server'), '-c', writeFlv(folder, ports), '--no-admin'],
      ready: () => accepts(ports.flvRtmp),
    },
    {
      name: 'whep',
      command: process.execPath,
      args: [join(here, 'whep-server.mjs')],
      env: { WHEP_PORT: String(ports.whep), WHEP_CAMERAS: `cam:${ports.rtp}` },
      ready: () => accepts(ports.whep),
    },
    camera('hls-camera', about, `-f flv rtmp://127.0.0.1:${ports.hlsRtmp}/live/cam`),
    camera('flv-camera', about, `-f flv rtmp://127.0.0.1:${ports.flvRtmp}/live/cam`),
    camera('whep-camera', about, `-f rtp rtp://127.0.0.1:${ports.rtp}?pkt_size=1200`),
  ]
}
