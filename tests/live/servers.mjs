// The servers of the live stack. Run as a script it installs what is missing (root on Debian), or says what to install.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const PATHS = [
  ...(process.env['PATH'] ?? '').split(':'),
  '/usr/sbin',
  '/usr/bin',
  '/usr/local/bin',
  '/usr/local/sbin',
]
const MODULES = '/usr/lib/nginx/modules'

const onPath = (name) => PATHS.map((folder) => join(folder, name)).find((file) => existsSync(file))

/** Debian keeps PostgreSQL's servers by version and off the path; the newest counts. */
function postgres(name) {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : []
  return (
    versions.map((version) => join(root, version, 'bin', name)).find((file) => existsSync(file)) ??
    onPath(name)
  )
}

const found = (file) => (existsSync(file) ? file : undefined)

/** By name: the file, and the Debian package it comes with. */
const NEEDED = {
  postgres: [() => postgres('postgres'), 'postgresql'],
  initdb: [() => postgres('initdb'), 'postgresql'],
  psql: [() => onPath('psql'), 'postgresql-client'],
  nginx: [() => onPath('nginx'), 'nginx'],
  brotli: [() => found(`${MODULES}/ngx_http_brotli_filter_module.so`), 'libnginx-mod-http-brotli-filter'],
  brotliStatic: [
    () => found(`${MODULES}/ngx_http_brotli_static_module.so`),
    'libnginx-mod-http-brotli-static',
  ],
  prometheus: [() => onPath('prometheus'), 'prometheus'],
  mosquitto: [() => onPath('mosquitto'), 'mosquitto'],
  setpriv: [() => onPath('setpriv'), 'util-linux'],
}

/** What the tests of cameras need besides; without it the rest of the stack runs all the same. */
const MEDIA = {
  ffmpeg: [() => onPath('ffmpeg'), 'ffmpeg'],
  rtmp: [() => found(`${MODULES}/ngx_rtmp_module.so`), 'libnginx-mod-rtmp'],
}

/** Debian packages of the servers that are not here. */
export function missingPackages(of = { ...NEEDED, ...MEDIA }) {
  return [...new Set(Object.values(of).flatMap(([find, name]) => (find() ? [] : [name])))]
}

export const installLine = (packages) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** Files of all servers by name, those of cameras only where they are; an error that says what to install when another is missing. */
export function findServers() {
  const missing = missingPackages(NEEDED)
  if (missing.length > 0) throw new Error(`missing servers, as root on Debian: ${installLine(missing)}`)
  return Object.fromEntries(Object.entries({ ...NEEDED, ...MEDIA }).map(([name, [find]]) => [name, find()]))
}

const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

function ensureServers() {
  const missing = missingPackages()
  if (missing.length > 0 && isDebianRoot()) {
    // At run level 1 Debian starts no service: the packages bring some that would take ports 80, 1883, 5432 and 9090.
    const command = `apt-get update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive ${installLine(missing)}`
    console.log(`servers: ${command}`)
    spawnSync(command, { stdio: 'inherit', shell: true })
  }
  for (const [name, file] of Object.entries(findServers())) console.log(`servers: ${name} ${file}`)
  const left = missingPackages()
  if (left.length > 0) throw new Error(`cameras cannot be tested without: ${installLine(left)}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureServers()
  } catch (error) {
    console.error(`servers: ${error.message}`)
    // Elsewhere the rest of the tests still says something; the run warns that these did not happen (tests/playwright.config.ts).
    if (process.env['CI']) process.exitCode = 1
  }
}
