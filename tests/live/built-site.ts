import { existsSync, readFileSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, normalize, resolve } from 'node:path'

const dist = resolve(import.meta.dirname, '../..', process.env['GUANCHENG_DIST'] ?? 'dist')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What nginx is told to send, read from the file that is deployed: a policy tested is the policy shipped. */
const POLICY = /add_header Content-Security-Policy "([^"]+)"/.exec(
  readFileSync(resolve(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8'),
)?.[1]
if (POLICY === undefined) throw new Error('deploy/nginx.conf sends no Content-Security-Policy')

/** One file of the build under test, under the policy it is deployed with. Workers take theirs from their own file. */
export function serveBuilt(path: string, response: ServerResponse): void {
  const file = resolve(dist, `.${normalize(path === '/' ? '/index.html' : path)}`)
  if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"title":"没有这个文件"}')
    return
  }
  response
    .writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'cache-control': 'no-cache',
    })
    .end(readFileSync(file))
}
