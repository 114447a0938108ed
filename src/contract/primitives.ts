import * as z from 'zod/mini'
import { DATE, DATE_WORDS, isDay, REGION_CODE, REGION_CODE_WORDS, SLUG, SLUG_WORDS } from './forms'

/** Non-empty text of at most `max` characters: every string on the wall has a bound, so no payload can flood a panel. */
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** A bounded list: at most `max` items. */
export const list = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max))

/** A whole number ≥ 0. */
export const count = z.int().check(z.gte(0))

/** A share in percent: 98.65 means 98.65 %. */
export const rate = z.number().check(z.gte(0), z.lte(100))

/** An ISO 8601 moment with an explicit zone; a time without a zone is refused because it would mean another hour elsewhere. */
export const moment = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/, '时间须为带时区的 ISO 8601'),
  z.refine((value) => isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)), '不是有效时间'),
)

/** `YYYY-MM-DD`. */
export const date = z.string().check(z.regex(DATE, DATE_WORDS), z.refine(isDay, '不是有效日期'))

/** An administrative division code (GB/T 2260 and its town level): 6 to 12 digits. */
export const regionCode = z.string().check(z.regex(REGION_CODE, REGION_CODE_WORDS))

/** A short identifier in lower-case words joined by `-` or `_`. */
export const slug = z.string().check(z.regex(SLUG, SLUG_WORDS))

/** The id of a resource: its domain, or a part of it (`hotline`, `hotline.orders`). */
export const resourceId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}(\.[a-z][a-z0-9-]{0,39})?$/))

/** Whether `rule` holds between two parts of a document; where one is not there (or not known) there is nothing to break. */
export function together<A, B>(
  a: A | null | undefined,
  b: B | null | undefined,
  rule: (a: A, b: B) => boolean,
): boolean {
  return a === null || a === undefined || b === null || b === undefined || rule(a, b)
}
