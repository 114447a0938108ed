// What the seats of a room did about exceptions, by deploy/sql/postgres/notices.sql: one list, newest first.

const NOTICES = /^\/api\/([a-z][a-z0-9_-]*)\/exceptions\.notices\/\d{6,12}$/
const [FEWEST, MOST] = [1, 5000]

/** `(pool) → (url) → the page as a promise of { body } or { wrong }`; undefined for another address. */
export function createNotices(pool) {
  async function notices(city, asked) {
    const limit = Number(asked.get('limit') ?? 500)
    if ((asked.get('sort') ?? '-at') !== '-at') return { wrong: '只能按 -at 排序' }
    if (!Number.isInteger(limit) || limit < FEWEST || limit > MOST)
      return { wrong: `limit 须为 ${FEWEST}–${MOST}` }
    const { rows } = await pool.query('select api.notices($1, $2) as body', [city, limit])
    return rows[0].body ? { body: rows[0].body } : { wrong: '没有这个城市' }
  }
  return ({ pathname, searchParams }) => {
    const [, city] = NOTICES.exec(pathname) ?? []
    return city && notices(city, searchParams)
  }
}
