// A study of a year of orders, asked of the database by deploy/sql/postgres/study.sql. What narrows it is a parameter, never a piece of
// the query.

const STUDY = /^\/api\/([a-z][a-z0-9_-]*)\/hotline\.study\/(\d{6,12})$/
const YEAR = /^\/api\/([a-z][a-z0-9_-]*)\/hotline\.year-order$/
const DATE = /^\d{4}-\d\d-\d\d$/

/** Several values joined by commas; a comma or percent sign of their own is escaped. */
const valuesOf = (text) =>
  text === null || text === ''
    ? null
    : text.split(',').map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'))

/** `9-11`, both included; all of it where the text says nothing of the kind. */
function rangeOf(text, low, high) {
  const [, from = low, to = from] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text ?? '') ?? [null, low, high]
  const within = (n) => Math.min(high, Math.max(low, Number(n)))
  const [a, b] = [within(from), within(to)]
  return `[${Math.min(a, b)},${Math.max(a, b)}]`
}

/** `(pool) → (url) → the answer as a promise of { body }`; undefined for an address that is no study and no orders of a year. */
export function createStudy(pool) {
  async function study(city, region, asked) {
    const date = (name) => (DATE.test(asked.get(name) ?? '') ? asked.get(name) : null)
    const values = ['category', 'topic', 'town', 'dept', 'outcome'].map((name) => valuesOf(asked.get(name)))
    const { rows } = await pool.query(
      'select api.study($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as body',
      [
        city,
        region,
        date('from'),
        date('to'),
        rangeOf(asked.get('week'), 1, 7),
        rangeOf(asked.get('hours'), 0, 23),
        ...values,
      ],
    )
    return { body: rows[0].body }
  }
  const year = async (city) => {
    const { rows } = await pool.query('select api.year($1) as body', [city])
    return { body: rows[0].body }
  }
  return ({ pathname, searchParams }) => {
    const [, ofYear] = YEAR.exec(pathname) ?? []
    if (ofYear) return year(ofYear)
    const [, city, region] = STUDY.exec(pathname) ?? []
    return city && study(city, region, searchParams)
  }
}
