import * as z from 'zod/mini'

/** Keys that would reach an object's prototype. */
const DANGEROUS = /(^|\.)(__proto__|constructor|prototype)(\.|$)/

/** A dotted way into an answer, e.g. `result.records`; empty means the whole answer. */
export const way = z.string().check(
  z.maxLength(120),
  z.refine((value) => !DANGEROUS.test(value), '不允许的键'),
)

/** A value of a foreign answer that names something: a code, a word. */
export const scalar = z.union([z.string().check(z.maxLength(60)), z.number(), z.boolean()])

/** A name in a foreign answer. */
export const key = z.string().check(
  z.minLength(1),
  z.maxLength(60),
  z.refine((value) => !DANGEROUS.test(value), '不允许的键'),
)

/** Foreign code → word. */
export const codeTable = z.record(key, z.nullable(scalar))

/** Zone of a time written without one. */
export const zone = z.string().check(z.regex(/^(Z|[+-]\d{2}:\d{2})$/, '时区须为 +08:00 这样的写法'))

export const noSecret = z.refine<string>(
  (value) => !/(token|secret|password|apikey|api_key|access_key|appkey|sign)=/i.test(value),
  '地址中不得携带密钥',
)

/** Only same-origin paths: a wall must not reach other hosts, and a secret in a query string would be public. */
export const sitePath = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  // Browsers read a backslash as a slash and skip leading spaces, so both could name another host.
  z.refine((value) => !/^[a-z][a-z0-9+.-]*:|^\/\/|[\\\s]/i.test(value), '只允许本站路径，不允许其他主机'),
  noSecret,
  z.refine((value) => !value.split('/').includes('..'), '地址中不得含 ..'),
)

/** How an answer wraps its data, and how it says no with HTTP 200. */
export const envelope = z.strictObject({
  /** Where the business code stands, e.g. `code` or `success`. */
  code: way.check(z.minLength(1)),
  ok: z.array(scalar).check(z.minLength(1), z.maxLength(12)),
  /** Codes that mean the session has ended. */
  auth: z._default(z.array(scalar).check(z.maxLength(12)), []),
  message: z.optional(way),
  /** Where the data stands; the mapping sees only this. Default: the whole answer. */
  data: z.optional(way),
})
