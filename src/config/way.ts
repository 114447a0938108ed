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
