// What the media servers of the live stack read: the shipped proxy part with their ports, and test copies of their own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const deploy = join(here, '../../deploy/nginx')

/** A file with each `@name@` in it replaced. */
function filled(file, values) {
  const text = readFileSync(join(here, file), 'utf8')
  return text.replaceAll(/@(\w+)@/g, (_, name) => {
    if (!(name in values)) throw new Error(`${file}: nothing for @${name}@`)
    return String(values[name])
  })
}

function write(file, text) {
  writeFileSync(file, text)
  return file
}

/** What nginx includes beside its servers: the shipped upstreams with the ports of the test, and the stand-in behind them. */
export function writeMediaServers(folder, ports) {
  const shipped = readFileSync(join(deploy, 'media-servers.conf'), 'utf8')
  const zlm = (port) => `upstream zlm { server 127.0.0.1:${port}; }`
  if (!shipped.includes(zlm(8081))) throw new Error('media-servers.conf: other ports')
  // All others are recorded, and the peer plays them.
  const upstreams = shipped
    .replaceAll(/server 127\.0\.0\.1:\d+;/g, `server 127.0.0.1:${ports.peer};`)
    .replace(zlm(ports.peer), zlm(ports.zlm))
  return write(join(folder, 'media-servers.conf'), upstreams + filled('media-stand-in.conf', ports))
}

export const MEDIA_LOCATIONS = join(deploy, 'media.conf')

export function writeHls(folder, ports, rtmpModule) {
  mkdirSync(join(folder, 'hls/live'), { recursive: true })
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const values = { ...ports, folder, modules: dirname(rtmpModule), user }
  return write(join(folder, 'hls.conf'), filled('media-hls.conf', values))
}

/** node-media-server refuses to start without any of these. */
export function writeFlv(folder, ports) {
  // It keeps house in its folder: what else lies there goes.
  const store = join(folder, 'flv')
  mkdirSync(store, { recursive: true })
  const users = { users: [], secret: 'test', expiresIn: '1h' }
  const config = {
    bind: '127.0.0.1',
    rtmp: { port: ports.flvRtmp },
    http: { port: ports.flv },
    auth: { play: false, publish: false, secret: 'test', jwt: users },
    store: { path: store },
    record: { path: store, auto: false },
    static: { router: '/', root: store },
    notify: { url: '' },
  }
  return write(join(folder, 'flv.json'), JSON.stringify(config))
}
