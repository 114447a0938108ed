import { isoTime } from '../lib/calendar'
import type { WorkCalendar } from '../lib/working-time'
import type { Deeds } from './deeds'
import { byColumn } from './kit/by-column'
import type { Demo, RowsMoment } from './kit/domain'
import type { Outlines } from './kit/outlines'
import type { Moment } from './kit/seed'

/** What the city has to be told once. */
export interface CityOptions {
  /** What `domain` starts from in `city`; null where there is nothing. @throws when it cannot be read */
  readonly seed: (city: string, domain: string) => Promise<unknown>
  readonly demos: ReadonlyMap<string, Demo>
  /** Where the towns of a city lie on earth; null where its map does not say. */
  readonly outlines?: (city: string) => Promise<Outlines | null>
  /** When its offices work: the calendar that its figures are judged by. */
  readonly calendar: WorkCalendar
}

export interface CityAnswer {
  readonly status: number
  readonly etag: string | null
  readonly body: object
}

/** How often the city renews what it says, ms, unless the address says so (`step`). */
const STEP_MS = 5000

const problem = (status: number, title: string): CityAnswer => ({ status, etag: null, body: { title } })

/**
 * A city behind an address, as any API is: `<city>/<domain>` is a document, `<city>/<domain>.<kind>?since=` its records (`?cursor=` where there are too many for one answer), `<city>/<domain>.<list>` a page of rows,
 * `<city>/<domain>.<points>` where things stand, `<city>/<domain>.<list>/<id>` one of them (a slash does for the dot), POST to `<city>/<domain>.<action>/<id>` something done to it.
 * Everything is a function of seed, moment, question and, for as long as the page stands, what was done.
 */
export function createCity({ seed, demos, outlines, calendar }: CityOptions) {
  // Nobody has done anything when a page begins: what answers then comes with the first deed.
  let deeds: Deeds | undefined

  async function act(city: string, action: string, id: string, key: string, now: number) {
    const [domain = ''] = action.split('.')
    const found = await seed(city, domain)
    deeds ??= (await import('./deeds')).createDeeds()
    // What has no records of its own, as a notice about any exception, has no seed either.
    const isOfAny = !demos.has(domain) && deeds.knows(domain)
    if (found === null && !isOfAny) return problem(404, `没有 ${city}/${domain}`)
    const demo = demos.get(domain)
    const at = demo?.dataTime?.(found, now) ?? now
    const rows = (kind: string) => rowsOf(city, domain, found, { now: at, since: null, calendar }, kind) ?? []
    return { status: 200, etag: null, body: deeds.act({ city, action, id, key, at, rows }) }
  }

  /** The records of a kind with what was done to them; undefined where the domain has no such kind. */
  function rowsOf(city: string, domain: string, found: unknown, moment: RowsMoment, kind: string) {
    const give = demos.get(domain)?.records?.[kind]
    if (!give) return undefined
    const rows = give(found, moment)
    if (!deeds) return rows
    return deeds.over(`${city}/${domain}/${kind}`, rows, moment, () =>
      give(found, { ...moment, since: null }),
    )
  }

  async function get(
    city: string,
    [domain = '', list, id]: readonly string[],
    question: URLSearchParams,
    now: number,
  ) {
    const found = await seed(city, domain)
    if (found === null) return problem(404, `没有 ${city}/${domain}`)
    const demo = demos.get(domain)
    const moment = { now, region: regionOf(found, question), calendar }
    const asked = { now, since: sinceIn(question), calendar }
    const records = list === undefined ? undefined : rowsOf(city, domain, found, asked, list)
    if (records) return recorded(records, demo?.dataTime?.(found, now) ?? now)
    const whole = { ...asked, ...moment, outlines: async () => (await outlines?.(city)) ?? null }
    const piece = await demo?.pieces?.[list ?? '']?.(found, whole, question.get('cursor') ?? '')
    if (piece) return { status: 200, etag: null, body: { ...piece, asOf: isoTime(piece.asOf) } }
    if (list !== undefined) {
      const rows = demo?.lists?.[list]
      if (!rows) return problem(404, `没有 ${domain}/${list}`)
      // Nobody asks for a list in the first view.
      const { listed } = await import('./listed')
      return { status: 200, etag: etagOf(moment), ...(await listed(rows, found, moment, question, id)) }
    }
    return {
      status: 200,
      etag: etagOf(moment),
      body: demo && moves(found) ? demo.document(found, moment) : still(found, now),
    }
  }

  return async (address: string, now: number, post: { readonly key: string } | null): Promise<CityAnswer> => {
    const { pathname, searchParams } = new URL(address, 'http://demo/')
    const [city = '', resource = '', ...rest] = pathname.slice(1).split('/').map(decodeURIComponent)
    const way = [...resource.split('.'), ...rest]
    const step = Number(searchParams.get('step') ?? STEP_MS) || STEP_MS
    const at = Math.floor(now / step) * step
    return post ? act(city, resource, rest[0] ?? '', post.key, at) : get(city, way, searchParams, at)
  }
}

/** Records are asked for all the time and seldom the same: they carry no tag. */
const recorded = (rows: readonly object[], at: number): CityAnswer => ({
  status: 200,
  etag: null,
  body: { asOf: isoTime(at), total: rows.length, rows: byColumn(rows) },
})

function sinceIn(question: URLSearchParams): number | null {
  const since = Date.parse(question.get('since') ?? '')
  return Number.isNaN(since) ? null : since
}

const etagOf = ({ now, region }: Moment) => `"${now}-${region ?? 'all'}"`

const documentOf = (seed: unknown): object =>
  typeof seed === 'object' && seed !== null && 'document' in seed && typeof seed.document === 'object'
    ? (seed.document ?? {})
    : {}

/** The question names the city's own code when it asks for the whole of it. */
function regionOf(seed: unknown, question: URLSearchParams): string | null {
  const asked = question.get('region')
  const document = documentOf(seed)
  return asked === null || ('region' in document && document.region === asked) ? null : asked
}

/** A city without this domain has nothing that moves in it. */
const moves = (seed: unknown) =>
  typeof seed === 'object' && seed !== null && 'demo' in seed && seed.demo !== null

/** A domain that nothing moves: its published figures, or why it is absent, as of now. */
const still = (seed: unknown, now: number) => ({ ...documentOf(seed), asOf: isoTime(now) })
