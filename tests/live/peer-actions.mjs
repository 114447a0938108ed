// What can be done, by deploy/sql/postgres/actions.sql and notices.sql. Who does it is what the session says, never the body.

const ACTION = /^\/api\/([a-z][a-z0-9_-]*)\/([a-z.-]+)\/\d{6,12}\/([^/]{1,160})$/

/** By action: what does it, with city, target, key, body and operator. */
const DOES = {
  'hotline.supervise': 'select api.supervise($1, $2, $3, $4, $5) as receipt',
  'service-hall.advance': 'select api.advance($1, $2, $3, $4, $5) as receipt',
  'exceptions.notify': 'select api.notify($1, $2, $3, $4, $5) as receipt',
  'exceptions.note': 'select api.note($1, $2, $3, $4, $5) as receipt',
}
const LONGEST_KEY = 80
const LONGEST_BODY = 4096

/** The object that was sent; undefined for anything else, and for more than anybody has to say. */
async function bodyOf(request) {
  const parts = []
  let length = 0
  for await (const part of request) {
    length += part.length
    if (length > LONGEST_BODY) return undefined
    parts.push(part)
  }
  try {
    const body = JSON.parse(Buffer.concat(parts).toString())
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** `(pool) → (request, path, operator) → the answer as a promise of { status, body } or { status, wrong }`; undefined for an address that is no action. */
export function createActions(pool) {
  async function act(query, request, [city, target], operator) {
    const key = request.headers['idempotency-key'] ?? ''
    if (key === '' || key.length > LONGEST_KEY) return { status: 400, wrong: '须有 Idempotency-Key，1–80 字' }
    const asked = await bodyOf(request)
    if (!asked) return { status: 400, wrong: '内容须为一个 JSON 对象，至多 4 KB' }
    const { rows } = await pool.query(query, [city, target, key, asked, operator ?? null])
    const { receipt } = rows[0]
    return receipt ? { status: 200, body: receipt } : { status: 422, wrong: '这个键已用于另一件事' }
  }

  return (request, path, operator) => {
    const [, city, name = '', target] = ACTION.exec(path) ?? []
    const query = Object.hasOwn(DOES, name) ? DOES[name] : undefined
    return query && act(query, request, [city, decodeURIComponent(target)], operator)
  }
}
