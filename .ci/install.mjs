// Runs `npm ci` only when the installed tree is missing or older than the lock file. No dependencies: it runs before any exist.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lock = join(root, 'package-lock.json')
// npm writes this file last, so an interrupted install counts as missing.
const installed = join(root, 'node_modules', '.package-lock.json')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`install: Node ${process.versions.node} is too old, 20.19 or newer is needed`)
  process.exit(1)
}

if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
  console.log('install: node_modules is up to date')
} else {
  console.log('install: npm ci')
  // npm tells its scripts where it lives; running that file avoids the shell and npm.cmd on Windows.
  const npm = process.env.npm_execpath
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm ci', { cwd: root, stdio: 'inherit', shell: true })
  process.exit(run.status ?? 1)
}
