import * as z from 'zod/mini'
import { list, slug, text } from '../contract/primitives'
import { fieldRule } from './field-rule'
import { codeTable, envelope, key, noSecret, sitePath, way, zone } from './way'
import { COORDINATES } from '../lib/coordinates'

const period = z.int().check(z.gte(1000), z.lte(86_400_000))

const timeoutMs = z._default(z.int().check(z.gte(500), z.lte(120_000)), 8000)
const bytes = z.int().check(z.gte(1000), z.lte(50_000_000))
const no = z._default(z.boolean(), false)

const poll = z.strictObject({
  /** `{city}`, `{region}` (the city's own code when no town is chosen) and `{dataset}` are filled in. */
  url: sitePath,
  everyMs: period,
  timeoutMs,
  maxBytes: z._default(bytes, 2_000_000),
})

/** Where something is done: POST with an `Idempotency-Key`, answered by a receipt. */
const act = z.strictObject({
  /** `{city}`, `{region}` and every part of the question (`{id}`) are filled in. */
  url: sitePath,
  timeoutMs,
  maxBytes: z._default(bytes, 100_000),
})

/** What a person opens, as to call somebody: never a script. The host is written out, so that no data leads elsewhere. */
const link = z
  .string()
  .check(z.regex(/^(https:\/\/[\w.:-]+(\/\S*)?|(tel|sips?):\S+)$/, '只允许 https、tel、sip 链接'), noSecret)

/** A stream that says "changed", never what: the document itself is always read by GET, through the cache. */
const push = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sse'), url: sitePath, topic: text(120) }),
  z.strictObject({ kind: z.literal('mqtt'), url: sitePath, topic: text(120) }),
])
export type PushConfig = z.infer<typeof push>

export type EnvelopeRule = z.infer<typeof envelope>

/**
 * What kind of personal data a field of the foreign answer holds; it is masked before the mapping sees it. Two say that it holds
 * none: `number` of a quoted count of eleven digits, which looks like a telephone number, `public` of the name of a thing or an
 * office, which may look like a door or a person.
 */
export const PERSONAL = [
  'name',
  'phone',
  'id',
  'plate',
  'address',
  'company',
  'text',
  'drop',
  'number',
  'public',
] as const
export type Personal = (typeof PERSONAL)[number]

/** Who keeps the data: what a foreign answer does not say about itself and every panel must. */
const about = z.strictObject({
  name: text(40),
  owner: text(24),
  /** How often the source renews its data; late is > 2 ×, stale > 5 ×. */
  cadenceSeconds: z.int().check(z.gte(1)),
})

/** Where rows stand in an answer, and how the next page of them is asked for. */
const paging = {
  /** Where the list stands; default: the answer itself is the list. */
  from: z.optional(way),
  /** Where the source says how many there are: a list that was cut is not counted. */
  total: z.optional(way),
  /** Where the cursor of the next page stands, for an address with `{cursor}`. */
  next: z.optional(way),
  /** Where the source says of when they are; default: when it answered. */
  asOf: z.optional(way),
  /** Rows of a page, for an address with `{page}` or `{offset}`: a shorter one is the last. Fills `{size}`. */
  size: z._default(z.int().check(z.gte(1), z.lte(50_000)), 1000),
  /** What the source calls its first page. */
  firstPage: z._default(z.int().check(z.gte(0), z.lte(1)), 1),
  /** More rows than this are refused rather than half counted. */
  maxRows: z._default(z.int().check(z.gte(1), z.lte(1_000_000)), 400_000),
}

const piece = {
  url: sitePath,
  ...paging,
  /** Without it the rest is read, and what it would have said is unknown. */
  optional: no,
  /** Default: that of the source; null: this answer has none. */
  envelope: z.optional(z.nullable(envelope)),
}

/** A further address, whose answer stands in that of `poll` under the name of the request: all its rows where it has pages. */
const request = z.strictObject(piece)
export type RequestRule = z.infer<typeof request>

/** The same of records: its rows stand in those of `poll`, so `state.online` is a place in a row like any other. */
const joined = z.strictObject({
  ...piece,
  /** What is the same in its rows and in those they are joined to. */
  key,
  /** Where that stands in the rows they are joined to; default: where it stands here. */
  to: z.optional(key),
  /** Several rows may have the same key: all of them stand there, as a list. */
  many: no,
})
export type JoinedRule = z.infer<typeof joined>

/**
 * The answers are records, of the kind that the source is named for (`hotline.work-order`): the figures of the domain's document are
 * counted from them. They speak of the whole city: a town is a part of them, and is not asked for.
 */
const records = z.strictObject({
  ...paging,
  /** Rows that became history longer ago are let go, days. */
  keepDays: z.optional(z.int().check(z.gte(1), z.lte(3700))),
  /** An address with `{since}` gives what changed; once in so long all of it is read again, because what was deleted is in no change. */
  wholeEveryMs: z._default(z.int().check(z.gte(60_000), z.lte(86_400_000)), 21_600_000),
  /**
   * The source's own totals: part of the document (`open`, `returns.count`) → where its answer says it. A difference beyond the
   * rounding they are printed with is shown with both numbers; nothing stops for it.
   */
  expect: z.optional(z.record(key, way)),
  /** Share of rows left out above which the domain says so, 0–1. */
  dirtyShare: z._default(z.number().check(z.gte(0), z.lte(1)), 0.05),
  /**
   * `from` is no list of rows but a table by the column: column → the list of its cells, or `{ values, at }`, the few values there are and
   * for each row the place of its own.
   */
  columns: z.optional(z.boolean()),
  /** The document is counted without them where they cannot be read. */
  optional: no,
  /** No figure of the wall is counted from them: they are read when somebody opens what is (`hotline.year-order`, for the study). */
  whenOpened: z.optional(z.boolean()),
  /** Column → where it stands in a row. Without it rows are as the contract has them, or as `map` makes them. */
  fields: z.optional(z.record(key, fieldRule)),
  /** Further addresses whose answers are joined to the rows, by name; the rows then go through `fields`. */
  requests: z.optional(z.record(slug, joined)),
})
export type RecordsRule = z.infer<typeof records>

/** How foreign answers become documents of the contract. */
const shapeRules = {
  envelope: z.optional(envelope),
  /** JSONata, as one text or line by line. */
  map: z.optional(z.union([text(20_000), list(z.string().check(z.maxLength(400)), 400)])),
  /**
   * Code tables for `table` of a field and `$enum(table, code)` of a mapping. `else` is the word for every code that is not listed; null
   * says that it is unknown.
   */
  enums: z._default(z.record(slug, codeTable), {}),
  /** Foreign field → kind of personal data in it: by its name, or by the end of its way (`who.nm`), which is told from other `nm`. */
  personal: z._default(z.record(key, z.enum(PERSONAL)), {}),
  /** Zone of times written without one. */
  zone: z._default(zone, '+08:00'),
  crs: z._default(z.enum(COORDINATES), 'WGS-84'),
  about: z.optional(about),
  records: z.optional(records),
}

export const sourceConfig = z
  .strictObject({
    poll: z.optional(poll),
    /**
     * Put together from the other domains' documents whenever one of them changes, as the exception list and the city map can
     * be. With a `poll` beside it, what that document lacks is put together. (`everyMs` is of earlier versions and has no effect.)
     */
    derive: z.optional(z.strictObject({ everyMs: z.optional(period) })),
    act: z.optional(act),
    /** Instead of `act`: `{city}`, `{region}` and `{id}` are filled in, and what comes of it is opened. */
    link: z.optional(link),
    push: z.optional(push),
    ...shapeRules,
    /** Further addresses that the document is mapped from, by name. */
    requests: z.optional(z.record(slug, request)),
    /** Age from which the data is called stale; default: 5 × the source's own period. */
    staleAfterMs: z.optional(z.int().check(z.gte(1000))),
  })
  .check(
    z.refine((s) => (s.poll ?? s.derive ?? s.act ?? s.link) !== undefined, {
      path: ['poll'],
      error: '须有 poll、derive、act、link 之一',
    }),
    z.refine((s) => [s.poll ?? s.derive, s.act, s.link].filter(Boolean).length < 2, {
      path: ['act'],
      error: 'act、link 须单独写',
    }),
    z.refine((s) => s.map === undefined || s.about !== undefined || s.records !== undefined, {
      path: ['about'],
      error: '有 map 时须写明来源（about）',
    }),
    z.refine((s) => s.records === undefined || s.poll !== undefined, {
      path: ['poll'],
      error: '有 records 时须有 poll',
    }),
    z.refine((s) => s.records === undefined || s.poll?.url.includes('{region}') !== true, {
      path: ['poll', 'url'],
      error: '记录是全市的，地址中不得有 {region}',
    }),
    z.refine((s) => s.records?.next !== undefined || s.poll?.url.includes('{cursor}') !== true, {
      path: ['records', 'next'],
      error: '地址中有 {cursor} 时须写明 next',
    }),
    z.refine((s) => s.records?.fields === undefined || s.map === undefined, {
      path: ['map'],
      error: '有 records.fields 时不再需要 map',
    }),
  )
export type SourceConfig = z.infer<typeof sourceConfig>

const shape = z.object(shapeRules)
/** The part of a source that turns its answers into documents. */
export type ShapeRules = z.infer<typeof shape>
