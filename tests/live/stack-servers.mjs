// The servers of the stack: how each is started, when it is ready, and how it ends.
import { execFileSync, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { writeMosquitto, writeNginx, writePrometheus } from './stack-config.mjs'
import { mediaServers } from './stack-media.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const READY_MS = 30_000

/** Tries `check` until it does not throw. */
async function until(name, check) {
  const end = performance.now() + READY_MS
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > end)
        throw new Error(`${name} does not come up: ${error.message}`, { cause: error })
      await wait(20)
    }
  }
}

async function answers(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
}

const accepts = (port) =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => done(socket.destroy()))
    socket.on('error', fail)
  })

/** For those who refuse to run as root (PostgreSQL), or would become somebody else and forget whose child they are (Mosquitto). */
export function unprivileged() {
  if (process.getuid?.() !== 0) return null
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Arguments of setpriv that make what follows run as `user`. */
export const identity = (user) =>
  user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []

export const adminOf = (ports) => ({
  host: '127.0.0.1',
  port: ports.postgres,
  user: 'postgres',
  database: 'postgres',
})

/** One server, started and killed as often as a test likes. It is told to end when we do, however that happens. */
function makeServer(
  { name, command, args, env = {}, user = null, endBy = 'SIGKILL', before = () => {}, ready },
  { setpriv, folder },
) {
  let child
  const log = openSync(join(folder, `${name}.log`), 'a')
  const isGone = () => child === undefined || child.exitCode !== null || child.signalCode !== null
  return {
    async start() {
      if (!isGone()) return
      before()
      child = spawn(setpriv, [...identity(user), '--pdeathsig', 'TERM', command, ...args], {
        stdio: ['ignore', log, log],
        env: { ...process.env, ...env },
        cwd: folder,
      })
      await until(name, async () => {
        if (isGone()) throw new Error(`it ended, see ${folder}/${name}.log`)
        await ready()
      })
    },
    async kill() {
      if (isGone()) return
      const gone = new Promise((done) => child.once('exit', done))
      child.kill(endBy)
      await gone
    },
    /** Stops it where it stands (SIGSTOP), its connections open, or lets it go on. */
    signal: (signal) => void child?.kill(signal),
  }
}

function postgres({ files, folder, ports }) {
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [...quick, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}/postgres`]
  return {
    name: 'postgres',
    command: files.postgres,
    args: [
      '-D',
      `${folder}/postgres/data`,
      '-p',
      String(ports.postgres),
      ...settings.flatMap((each) => ['-c', each]),
    ],
    user: unprivileged(),
    // Killed outright it would leave its own children behind; this is the next fastest.
    endBy: 'SIGQUIT',
    async ready() {
      const client = new pg.Client(adminOf(ports))
      await client.connect()
      await client.end()
    },
  }
}

const peer = ({ ports }) => ({
  name: 'peer',
  command: process.execPath,
  args: [join(here, 'peer.mjs')],
  env: {
    PEER_PORT: String(ports.peer),
    PEER_PG_PORT: String(ports.postgres),
    PEER_BROKER: `mqtt://127.0.0.1:${ports.mqtt}`,
    PEER_CITY: 'baiyun',
    PEER_REGION: '440111',
  },
  ready: () => answers(`http://127.0.0.1:${ports.peer}/peer/counters`),
})

const nginx = ({ files, folder, ports, access }) => ({
  name: 'nginx',
  command: files.nginx,
  args: ['-e', `${folder}/nginx-error.log`, '-c', writeNginx(folder, { ports, access }), '-g', 'daemon off;'],
  // It takes its workers with it, and cuts what is under way.
  endBy: 'SIGTERM',
  ready: () => answers(`http://127.0.0.1:${ports.nginx}/healthz`),
})

const prometheus = ({ files, folder, ports }) => ({
  name: 'prometheus',
  command: files.prometheus,
  args: [
    `--config.file=${writePrometheus(folder, ports)}`,
    `--storage.tsdb.path=${folder}/prometheus`,
    `--web.listen-address=127.0.0.1:${ports.prometheus}`,
  ],
  ready: () => answers(`http://127.0.0.1:${ports.prometheus}/-/ready`),
})

const mosquitto = ({ files, folder, ports }) => ({
  name: 'mosquitto',
  command: files.mosquitto,
  args: ['-c', writeMosquitto(folder, ports)],
  user: unprivileged(),
  ready: () => accepts(ports.mqttWs),
})

/** All servers by name; `access` names who may read (a file of deploy/nginx). */
export function makeServers({ files, folder, ports, access }) {
  const about = { files, folder, ports, access }
  const media = files.ffmpeg && files.rtmp ? mediaServers(about) : []
  const specs = [...[postgres, peer, nginx, prometheus, mosquitto].map((make) => make(about)), ...media]
  return new Map(specs.map((spec) => [spec.name, makeServer(spec, { setpriv: files.setpriv, folder })]))
}
