// Finds a Chromium for the end-to-end tests and the benchmark; run as a script it also installs one, and a Chinese font.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

/** Chromium without the parts of a window: what a page is and does is the same, and a run costs a tenth to a quarter less. */
const SHELL = '/usr/bin/chromium-headless-shell'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** What every browser here runs with: no sandbox inside containers, and no traffic of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * What a browser runs with that only tests: its pages live for seconds, and to optimise code for the long run costs more than it gives.
 * A page of the overview takes 1.5 s of the processor instead of 2.1 without Maglev, which the switch for the other compiler leaves on.
 * A benchmark measures what users have.
 */
export const TEST_FLAGS = [...CHROMIUM_FLAGS, '--js-flags=--no-opt --no-maglev']

function found(...paths) {
  const asked = process.env['CHROMIUM']
  if (asked && !existsSync(asked)) throw new Error(`$CHROMIUM is ${asked}, and there is no such file`)
  return [asked, ...paths].find((path) => path && existsSync(path))
}

/** Path of a Chromium as people have it: $CHROMIUM, the system's, Playwright's own download, at last the shell; undefined when there is none. */
export const findChromium = () => found(...SYSTEM, chromium.executablePath(), SHELL)

/** Path of the Chromium that tests: $CHROMIUM, the shell, or else any other. */
export const findTestChromium = () => found(SHELL, ...SYSTEM, chromium.executablePath())

function sh(command) {
  console.log(`browser: ${command}`)
  return spawnSync(command, { stdio: 'inherit', shell: true }).status === 0
}

// Only Debian proper: Ubuntu's `chromium` package is a snap stub that does not run in a container.
const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

function aptInstall(packages) {
  const install = `apt-get install -y --no-install-recommends ${packages}`
  return isDebianRoot() && sh(`apt-get update && DEBIAN_FRONTEND=noninteractive ${install}`)
}

/** Number of installed fonts that can write Chinese; undefined where fontconfig is absent (macOS, Windows ship one). */
function chineseFonts() {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).split('\n').filter(Boolean)
      .length
  } catch {
    return undefined
  }
}

function ensureBrowser() {
  if (!process.env['CHROMIUM'] && !existsSync(SHELL))
    aptInstall('chromium-headless-shell fonts-noto-cjk fontconfig')
  let path = findTestChromium()
  // Playwright's build brings no system libraries; only root can add them, and elsewhere they are usually there.
  const deps = process.platform === 'linux' && process.getuid?.() === 0 ? '--with-deps ' : ''
  if (!path && sh(`npx playwright install ${deps}chromium`)) path = findTestChromium()
  if (!path) throw new Error('no Chromium found and none could be installed; set $CHROMIUM to one')
  console.log(`browser: ${path} (${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()})`)
}

function ensureFont() {
  let fonts = chineseFonts()
  if (!fonts && aptInstall('fonts-noto-cjk fontconfig')) fonts = chineseFonts()
  if (fonts) return console.log(`browser: ${fonts} Chinese fonts`)
  // Widths differ without one, so layout tests may fail for no other reason.
  if (process.platform === 'linux')
    console.warn('browser: WARNING no Chinese font found, install fonts-noto-cjk')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureBrowser()
  ensureFont()
}
