// The smallest peer a live wall can talk to: an executable spec of the API and of the event stream, for the test stack only.
// A city puts its own gateway here (PostgREST, an API platform …); the contract is deploy/sql, the rules are in the comments.
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import process from 'node:process'
import pg from 'pg'
import { createActions } from './peer-actions.mjs'
import { createHints } from './peer-hints.mjs'
import { createLists } from './peer-lists.mjs'
import { createNotices } from './peer-notices.mjs'
import { createStudy } from './peer-study.mjs'
import { mediaOf } from './peer-media.mjs'
import { calls, playOf, told } from './peer-wvp.mjs'

const env = (name) => process.env[name] ?? ''
const database = { host: '127.0.0.1', port: Number(env('PEER_PG_PORT')), user: 'wall', database: 'postgres' }
const pool = new pg.Pool({ ...database, max: 4, connectionTimeoutMillis: 2000 })
// An idle connection that breaks is an event, not a crash; the next query connects anew.
pool.on('error', () => {})

const none = () => ({ requests: {}, sql: {}, sqlSeconds: 0, checks: 0, renewals: 0 })
const counters = none()
let canRenew = true

const hints = createHints(database, env('PEER_BROKER'))
const lists = createLists(pool)
const study = createStudy(pool)
const actions = createActions(pool)
const notices = createNotices(pool)

function problem(response, status, title) {
  response.writeHead(status, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify({ type: 'about:blank', title, status }))
}

// ── Documents: one query at a time for each, however many ask ────────────────────────────────────────────────────────────
const inFlight = new Map()

function document(dataset, city, region) {
  const key = `${dataset}|${city}|${region}`
  const started =
    inFlight.get(key) ??
    queryDocument(dataset, city, region).finally(() => {
      inFlight.delete(key)
    })
  inFlight.set(key, started)
  return started
}

async function queryDocument(dataset, city, region) {
  const startedAt = performance.now()
  const name = `${dataset}/${region}`
  counters.sql[name] = (counters.sql[name] ?? 0) + 1
  const { rows } = await pool.query('select api.document($1, $2, $3) as document', [dataset, city, region])
  counters.sqlSeconds += (performance.now() - startedAt) / 1000
  return rows[0].document
}

/**
 * Of the whole document, its data time included. Leaving `asOf` out would give more 304s, but a quiet source in good health would
 * then grow old on the wall, and a hint that speaks of a newer data time could never be met.
 */
const etagOf = (body) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

async function answerDocument(request, response, [city, dataset, region]) {
  const found = await document(dataset, city, region)
  if (!found) return problem(response, 404, '没有这份数据')
  const body = JSON.stringify(found)
  const etag = etagOf(body)
  const headers = { etag, 'cache-control': 'max-age=0, s-maxage=1', 'content-type': 'application/json' }
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end()
  return response.writeHead(200, headers).end(body)
}

/** A page of rows, or what was wrong with the question: a client's mistake is never taken for an outage. */
function answerList(response, { wrong, body }) {
  if (wrong) return problem(response, 400, wrong)
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A receipt, or why there is none; neither is for anybody's cache. */
function answerAction(response, { status, wrong, body }) {
  if (wrong) return problem(response, status, wrong)
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return response.writeHead(status, headers).end(JSON.stringify(body))
}

// ── Sessions, as a unified login would keep them ─────────────────────────────────────────────────────────────────────────
let sessions = new Set()
const sessionOf = (request) => /(?:^|;\s*)session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]

function renew(response) {
  counters.renewals++
  if (!canRenew) return problem(response, 401, '会话不能续期')
  const id = randomUUID()
  sessions.add(id)
  // Lax: another site's page cannot send it along with a POST. Secure where there is TLS; the test stack has none.
  return response.writeHead(204, { 'set-cookie': `session=${id}; Path=/; HttpOnly; SameSite=Lax` }).end()
}

function checkSession(request, response) {
  counters.checks++
  const known = sessions.has(sessionOf(request))
  return known ? response.writeHead(204, { 'x-user': 'wall-3' }).end() : problem(response, 401, '未登录')
}

// ── For tests and Prometheus, on the peer's own port only: nginx lets none of it through ─────────────────────────────────
/** `?reset` counters, `?expire` all sessions, `?renew=on|off`, `?heartbeatMs=` of the stream. */
function control(response, { searchParams: asked }) {
  if (asked.has('expire')) sessions = new Set()
  if (asked.has('renew')) canRenew = asked.get('renew') === 'on'
  if (asked.has('heartbeatMs')) hints.beatEvery(Number(asked.get('heartbeatMs')))
  if (asked.has('reset')) Object.assign(counters, none())
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ ...counters, calls, told, streams: hints.count() }))
}

async function metrics(response) {
  const found = await document('data-aggregation', env('PEER_CITY'), env('PEER_REGION'))
  const consumers = found?.operation.sharing.consumers ?? []
  const requests = Object.values(counters.requests).reduce((a, b) => a + b, 0)
  response
    .writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
    .end(
      [
        `# TYPE guancheng_peer_requests_total counter\nguancheng_peer_requests_total ${requests}`,
        `# TYPE guancheng_peer_sql_seconds_total counter\nguancheng_peer_sql_seconds_total ${counters.sqlSeconds}`,
        '# TYPE guancheng_sharing_calls_total counter',
        ...consumers.map(({ name, calls }) => `guancheng_sharing_calls_total{consumer="${name}"} ${calls}`),
        '',
      ].join('\n'),
    )
}

const POINTS = /^\/api\/([a-z][a-z0-9_-]*)\/video\.points\/(\d{6,12})$/

/** Where every camera stands, by the column, from deploy/sql/postgres/views/points.sql; undefined for any other address. */
function pointsOf({ pathname }) {
  const [, city, region] = POINTS.exec(pathname) ?? []
  if (city === undefined) return undefined
  return pool
    .query('select api.points($1, $2) as points', [city, region])
    .then(({ rows }) => ({ body: rows[0].points }))
}

const DOCUMENT = /^\/api\/([a-z][a-z0-9_-]*)\/([a-z][a-z0-9-]*)\/(\d{6,12})$/

async function route(request, response) {
  const url = new URL(request.url ?? '/', 'http://peer')
  counters.requests[url.pathname] = (counters.requests[url.pathname] ?? 0) + 1
  const parts = DOCUMENT.exec(url.pathname)
  if (mediaOf(request, response, url)) return undefined
  if (request.method === 'POST' && url.pathname === '/api/session') return renew(response)
  const done = request.method === 'POST' && actions(request, url.pathname, sessionOf(request))
  if (done) return answerAction(response, await done)
  if (request.method !== 'GET') return problem(response, 405, '不允许的方法')
  if (parts) return answerDocument(request, response, parts.slice(1))
  const asked = lists(url) ?? study(url) ?? notices(url) ?? pointsOf(url) ?? playOf(request, url)
  if (asked) return answerList(response, await asked)
  if (url.pathname === '/api/stream') return hints.open(request, response, url)
  if (url.pathname === '/auth/check') return checkSession(request, response)
  if (url.pathname === '/peer/counters') return control(response, url)
  if (url.pathname === '/metrics') return metrics(response)
  return problem(response, 404, '没有这个接口')
}

async function handle(request, response) {
  try {
    await route(request, response)
  } catch (error) {
    console.error(`peer: ${error instanceof Error ? error.message : String(error)}`)
    if (!response.headersSent) problem(response, 503, '数据库不可用')
  }
}

createServer((request, response) => void handle(request, response)).listen(
  Number(env('PEER_PORT')),
  '127.0.0.1',
)
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0))
