// `npm run live`: the wall on real servers, all on loopback and in a folder of their own: PostgreSQL with test data, the test
// peer, nginx as shipped, Prometheus, Mosquitto. Tests start the same with `startStack()`.
import { execFile, execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
} from 'node:fs'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import pg from 'pg'
import { findServers } from './servers.mjs'
import { adminOf, identity, makeServers, unprivileged } from './stack-servers.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const sql = join(root, 'deploy/sql/postgres')
const run = promisify(execFile)
const MEDIA_PORTS = ['zlm', 'hls', 'hlsRtmp', 'flv', 'flvRtmp', 'whep', 'rtp']
const PORTS = ['nginx', 'tls', 'peer', 'postgres', 'prometheus', 'mqtt', 'mqttWs', ...MEDIA_PORTS]

async function freePorts() {
  const servers = PORTS.map(() => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => new Promise((done) => server.on('listening', done))))
  const ports = servers.map((server) => server.address().port)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return Object.fromEntries(PORTS.map((name, i) => [name, ports[i]]))
}

/** What a deployment does once: a copy of the build, with its scripts and styles packed beforehand. */
function writeSite(dist, site) {
  cpSync(dist, site, { recursive: true })
  for (const file of readdirSync(join(site, 'assets'))) {
    if (!/\.(js|css)$/.test(file)) continue
    const path = join(site, 'assets', file)
    const bytes = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(bytes))
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    )
  }
}

async function makeDatabase({ setpriv, initdb }, folder) {
  const user = unprivileged()
  const place = join(folder, 'postgres')
  mkdirSync(place)
  if (user) chownSync(place, user.uid, user.gid)
  const options = '-U postgres -A trust -E UTF8 --locale=C --no-sync'.split(' ')
  await run(setpriv, [...identity(user), initdb, '-D', join(place, 'data'), ...options], { cwd: place })
}

async function seed({ psql }, ports, clock) {
  const map = JSON.parse(readFileSync(join(root, 'public/maps/baiyun.json'), 'utf8'))
  const towns = JSON.stringify(map.features.map(({ properties }) => properties))
  const { host, port, user, database } = adminOf(ports)
  const where = ['-h', host, '-p', String(port), '-U', user, '-d', database]
  const names = ['schema', 'views', 'records', 'study', 'actions', 'notices', 'seed']
  const files = names.flatMap((name) => ['-f', join(sql, `${name}.sql`)])
  const settings = ['ON_ERROR_STOP=1', `clock=${clock}`, `towns=${towns}`].flatMap((each) => ['-v', each])
  await run(psql, ['-Xq', ...where, ...settings, ...files])
}

/** The loaders of the city: every `ms` all feeds are brought up to now. */
function startLoaders(pool, ms) {
  if (ms === 0) return () => {}
  const timer = setInterval(() => {
    // The database may just be down: then nothing is loaded, and the data on the wall grows old.
    pool.query('select seed.tick(clock_timestamp())').catch(() => {})
  }, ms)
  return () => clearInterval(timer)
}

/**
 * Starts everything. `dist`: folder of the build. `clock`: moment of the test data, ISO. `tickMs`: how often the feeds move on; 0:
 * only when a test says so. `access`: who may read, by the name of a file in deploy/nginx. `prepare(folder)`: writes what that file
 * needs. Resolves to the running stack; `stop()` ends it and removes its folder.
 */
export async function startStack({
  dist = join(root, 'dist'),
  clock = new Date().toISOString(),
  tickMs = 5000,
  access = 'open',
  prepare = () => {},
} = {}) {
  const files = findServers()
  const folder = mkdtempSync(join(tmpdir(), 'guancheng-live-'))
  // Others than we must get in: the user of PostgreSQL.
  chmodSync(folder, 0o755)
  const ports = await freePorts()
  prepare(folder)
  const servers = makeServers({ files, folder, ports, access })
  const server = (name) => {
    const found = servers.get(name)
    if (!found) throw new Error(`no server ${name}; there are ${[...servers.keys()].join(', ')}`)
    return found
  }
  const pool = new pg.Pool({ ...adminOf(ports), max: 4 })
  // An idle connection broke because a test killed the database: the next query connects anew.
  pool.on('error', () => {})
  let stopLoaders = () => {}
  async function stop() {
    stopLoaders()
    await pool.end()
    await Promise.all([...servers.values()].map((each) => each.kill()))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const others = Promise.all(['prometheus', 'mosquitto'].map((name) => server(name).start()))
    const database = makeDatabase(files, folder)
    writeSite(resolve(dist), join(folder, 'site'))
    await database
    await server('postgres').start()
    await seed(files, ports, clock)
    await Promise.all([others, server('peer').start(), server('nginx').start()])
    stopLoaders = startLoaders(pool, tickMs)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: `http://127.0.0.1:${ports.nginx}`,
    ports,
    folder,
    site: join(folder, 'site'),
    pg: { query: (text, values) => pool.query(text, values) },
    /** The peer's counters; `ask` is its query (`?expire`, `renew=off` …). */
    counters: async (ask = '') => (await fetch(`http://127.0.0.1:${ports.peer}/peer/counters?${ask}`)).json(),
    kill: (name) => server(name).kill(),
    start: (name) => server(name).start(),
    signal: (name, signal) => server(name).signal(signal),
    stop,
  }
}

async function main() {
  const dist = join(root, 'dist')
  findServers()
  if (!existsSync(join(dist, 'index.html')))
    execFileSync('npx', ['vite', 'build'], { cwd: root, stdio: 'inherit' })
  const startedAt = performance.now()
  const stack = await startStack({ dist })
  console.log(`live: ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  console.log(`live: ${stack.url}/?profile=live`)
  console.log(`live: logs in ${stack.folder}; ports ${JSON.stringify(stack.ports)}; Ctrl-C ends all of it`)
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stack.stop().then(() => process.exit(0)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await main()
  } catch (error) {
    console.error(`live: ${error.message}`)
    process.exitCode = 1
  }
}
