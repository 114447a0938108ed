// Serves a folder on loopback as a site's nginx would: gzip for text, the page for `/`. Counts what it sends.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/**
 * Resolves to `{ url, sent, hold, close }`; `sent` lists `{ path, kind, bytes }` of every answer since it was last emptied;
 * `hold(pattern)` leaves matching requests without an answer until it is called again.
 */
export function serve(folder) {
  const sent = []
  const packed = new Map()
  let held = null
  let waiting = []
  const server = createServer((request, response) => {
    if (held?.test(request.url ?? '')) waiting.push(() => answer(request, response))
    else answer(request, response)
  })
  const answer = (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname))
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const type = TYPES[extname(file)]
    if (path.includes('..') || !existsSync(file) || statSync(file).isDirectory()) {
      sent.push({ path, kind: 'missing', bytes: 0 })
      return response.writeHead(404).end()
    }
    const kind = type === 'text/javascript' ? 'js' : type === 'text/css' ? 'css' : 'other'
    if (!type) {
      sent.push({ path, kind, bytes: statSync(file).size })
      return createReadStream(file).pipe(response)
    }
    // Packed once: compressing on every poll would take CPU from the page that is being measured.
    if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(file)))
    const body = packed.get(file)
    sent.push({ path, kind, bytes: body.length })
    response.writeHead(200, {
      'content-type': type,
      'content-encoding': 'gzip',
      'content-length': body.length,
    })
    return response.end(body)
  }
  const hold = (pattern) => {
    held = pattern
    for (const release of waiting) release()
    waiting = []
  }
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const close = () => new Promise((closed) => server.close(closed))
      done({ url: `http://127.0.0.1:${server.address().port}`, sent, hold, close })
    })
  })
}
