import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, normalize, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Connect, type Plugin } from 'vite'
import { seedFile } from './mock-data/generator/seed-file.ts'

/**
 * Serves `mock-data/<city>/…` over HTTP like any API, in dev and preview: the recorded documents for a live profile to read, and what
 * the demo starts from. Only that is part of a build, one file a city.
 */
function mockData(): Plugin {
  let shipped = false
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = normalize((request.url ?? '').split('?')[0] ?? '')
    const file = join('mock-data', path)
    if (path.includes('..') || !path.endsWith('.json') || !existsSync(file)) return next()
    const { size, mtimeMs } = statSync(file)
    const etag = `W/"${size}-${mtimeMs}"`
    response.setHeader('etag', etag)
    response.setHeader('cache-control', 'no-cache')
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
    response.setHeader('content-type', 'application/json')
    createReadStream(file).pipe(response)
  }
  const serveSeeds: Connect.NextHandleFunction = (request, response, next) => {
    const city = /^\/([a-z0-9-]+)\/seed\.json$/.exec(request.url ?? '')?.[1]
    const seeds = city === undefined ? null : seedFile(join('mock-data', city))
    if (seeds === null) return next()
    response.setHeader('content-type', 'application/json')
    response.end(seeds)
  }
  return {
    name: 'mock-data',
    configResolved(config) {
      // Vitest and the script runner build too; only a build for a site has seeds to ship.
      shipped = config.command === 'build' && config.mode === 'production'
    },
    configureServer(server) {
      server.middlewares.use('/mock-data', serveSeeds)
      server.middlewares.use('/mock-data', serve)
    },
    configurePreviewServer: (server) => void server.middlewares.use('/mock-data', serve),
    generateBundle() {
      for (const city of shipped ? readdirSync('mock-data') : []) {
        const source = seedFile(join('mock-data', city))
        if (source !== null) this.emitFile({ type: 'asset', fileName: `mock-data/${city}/seed.json`, source })
      }
    },
  }
}

/**
 * The headers of the shipped nginx.conf, so that what is tested runs under the policy it is shipped with. (Not in dev: hot
 * reloading needs inline scripts.)
 */
function shippedHeaders(): Record<string, string> {
  const conf = readFileSync('deploy/nginx.conf', 'utf8')
  const headers = [
    ...conf.matchAll(
      /^\s*add_header ((?:Content-Security|Referrer)-Policy|X-Content-Type-Options) ("[^"]+"|\S+) always;$/gm,
    ),
  ]
  if (headers.length < 3) throw new Error('deploy/nginx.conf: the security headers are not where they were')
  return Object.fromEntries(headers.map(([, name = '', value = '']) => [name, value.replaceAll('"', '')]))
}

/**
 * Leaves the addresses of the chart engine in the page, as links without a relation, which do nothing: `fetchCharts` makes
 * preloads of them when what the figures need has been asked for.
 */
function chartAddresses(): Plugin {
  return {
    name: 'chart-addresses',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk' && /^(echarts|EngineChart)$/.test(file.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { 'data-charts': true, as: 'script', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  }
}

/**
 * What a column of records is, in words, is for the published contract and for who connects a source; the threads only count. It was
 * a twelfth of what they load for that.
 */
function withoutDescriptions(): Plugin {
  return {
    name: 'without-descriptions',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[/\\]src[/\\](domains[/\\][^/\\]+[/\\]records|contract[/\\]records[/\\]history)\.ts$/ },
      handler: (code) => ({ code: code.replaceAll(/\babout:\s*('[^'\n]*'|`[^`]*`),?/g, ''), map: null }),
    },
  }
}

/** Letters that a class name may begin with; with the digits, those that it goes on in. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const inDigits = (count: number, digits: string): string =>
  (count < digits.length ? '' : inDigits(Math.floor(count / digits.length) - 1, digits)) +
  (digits[count % digits.length] ?? '')

/**
 * Class names of a build as short as they can be and the same in every build: two letters for the style sheet by its place among all,
 * then the class by its place in that sheet. (Names with a hash, written into scripts and styles alike, do not pack.) Each is a
 * constant written in where it is used, instead of a table in which it is looked up by its long name.
 */
function classNames(): Plugin[] {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .map((file) => resolve('src', file))
    .toSorted()
  const known = new Map(sheets.map((file) => [file, new Map<string, number>()]))
  const begin = (sheet: string) => inDigits(sheets.indexOf(sheet) + LETTERS.length, LETTERS)
  const generateScopedName = (name: string, file: string) => {
    const sheet = normalize(file)
    const names = known.get(sheet)
    if (!names) throw new Error(`${file}: a style sheet outside src`)
    if (!names.has(name)) names.set(name, names.size)
    return begin(sheet) + inDigits(names.get(name) ?? 0, `${LETTERS}0123456789_-`)
  }
  return [
    {
      name: 'class-constants',
      apply: 'build',
      enforce: 'pre',
      config: () => ({ css: { modules: { generateScopedName } } }),
      transform: {
        filter: { id: /\.tsx?$/ },
        handler: (code) => ({
          code: code.replaceAll(/^import (\w+) from ('[^']+\.module\.css')/gm, 'import * as $1 from $2'),
          map: null,
        }),
      },
      generateBundle(_options, bundle) {
        const styles = Object.values(bundle)
          .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
          .join('')
        const lost = sheets.filter((sheet) => !new RegExp(`\\.${begin(sheet)}[\\w-]`).test(styles))
        if (lost.length > 0) throw new Error(`style sheets that are not in the build: ${lost.join(', ')}`)
      },
    },
    {
      // A sheet of which only constants are wanted would be left out with its styles.
      name: 'kept-styles',
      apply: 'build',
      enforce: 'post',
      transform: {
        filter: { id: /\.module\.css$/ },
        handler: (code) => ({ code, map: null, moduleSideEffects: 'no-treeshake' }),
      },
    },
  ]
}

export default defineConfig({
  base: './',
  // Threads load parts of themselves on demand (the mapping engine).
  worker: { format: 'es', plugins: () => [withoutDescriptions()] },
  preview: { headers: shippedHeaders() },
  plugins: [classNames(), react(), mockData(), chartAddresses()],
  build: {
    // The oldest Chromium that is supported; what it lacks of the library is in src/lib/older-browsers.
    target: 'chrome109',
    // Every browser of that age preloads modules itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      onLog(level, log, note) {
        // A class that its style sheet does not have, for one.
        if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message)
        note(level, log)
      },
      output: {
        codeSplitting: {
          groups: [
            // First, because a group takes along what its modules import: React must never wait for the chart engine.
            { name: 'react', priority: 10, test: /node_modules\/(react|react-dom|scheduler)\// },
            // The first view in two files, each with what it needs and the file before it lacks: forty small ones packed far worse
            // (18 kB of 218) and were forty requests, and even wall and overview apart cost 1.3 kB. What only a scene needs stays out.
            { name: 'app', priority: 9, test: /src\/main\.tsx$/ },
            {
              name: 'wall',
              priority: 8,
              test: /src\/(screens\/wall\/Wall\.tsx|domains\/[^/]+\/overview\.ts)$/,
            },
            // What opens over a screen or stands on few walls, fetched when the first view stands.
            { name: 'sheets', priority: 6, test: /src\/.*\/(InfoSheet|Overlays|AllItems|TownList)\.tsx$/ },
            // What is to come: at rest it stands on the wall, and by day where nothing needs anybody.
            { name: 'rest', priority: 5, test: /src\/domains\/exceptions\/(rest\.ts|views\/NextUp\.tsx)$/ },
            {
              name: 'echarts',
              // Without the tooltip, which comes with the first pointer.
              test: /node_modules\/((echarts(?!\/lib\/component\/(tooltip|axisPointer)\/)|zrender|echarts-for-react|size-sensor|tslib|fast-deep-equal)\/)/,
            },
          ],
        },
      },
    },
  },
})
