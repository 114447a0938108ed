import * as z from 'zod/mini'
import { date, regionCode, slug } from '../contract/primitives'

/** What a link can say about a screen (the URL contract). Every part has a default. */
export const viewSchema = z.object({
  screen: z.optional(z.enum(['wall'])),
  city: z.optional(slug),
  scene: z.optional(slug),
  region: z.optional(regionCode),
  date: z.optional(date),
  at: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间须为 HH:mm'))),
  theme: z.optional(z.enum(['dark', 'light'])),
  profile: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,32}$/, '只允许小写字母、数字和连字符'))),
  /** Opens the diagnostics view in place of the wall; takes no value. */
  diagnose: z.optional(z.string().check(z.maxLength(8))),
  /** Demo only: shown seconds per real second. */
  speed: z.optional(z.coerce.number().check(z.gte(1), z.lte(600))),
})
export type View = z.infer<typeof viewSchema>

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Names every wrong field in the words shown to the user: `sources.hotline.url：只允许本站路径`. */
export function problemsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  prefix = '',
): FieldProblem[] {
  return issues.map(({ path, message }) => ({
    field: prefix + (path.map(String).join('.') || '(整个文件)'),
    message,
  }))
}

/** Reads the query string; a wrong part is reported by name and never half-applied. */
export function parseView(search: string): { view: View; problems: FieldProblem[] } {
  const parsed = viewSchema.safeParse(Object.fromEntries(new URLSearchParams(search)))
  return parsed.success
    ? { view: parsed.data, problems: [] }
    : { view: {}, problems: problemsOf(parsed.error.issues, '网址参数 ') }
}
