// What can be done, by deploy/sql/postgres/actions.sql: one action of one domain. Who does it is what the session says, never the body.

const ACTION = /^\/api\/([a-z][a-z0-9_-]*)\/hotline\.supervise\/\d{6,12}\/([\w.-]{1,40})$/
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
  async function supervise(request, city, order, operator) {
    const key = request.headers['idempotency-key'] ?? ''
    if (key === '' || key.length > LONGEST_KEY) return { status: 400, wrong: '须有 Idempotency-Key，1–80 字' }
    const asked = await bodyOf(request)
    if (!asked) return { status: 400, wrong: '内容须为一个 JSON 对象，至多 4 KB' }
    const values = [city, order, key, asked, operator ?? null]
    const { rows } = await pool.query('select api.supervise($1, $2, $3, $4, $5) as receipt', values)
    const { receipt } = rows[0]
    return receipt ? { status: 200, body: receipt } : { status: 422, wrong: '这个键已用于另一件事' }
  }

  return (request, path, operator) => {
    const [, city, order] = ACTION.exec(path) ?? []
    return order === undefined ? undefined : supervise(request, city, order, operator)
  }
}
