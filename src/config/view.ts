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
  speed: z.optional(z.coerce.number('须为数字').check(z.gte(1), z.lte(600))),
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

export interface Reading {
  /** Empty where anything is wrong: a link is never half-applied. */
  readonly view: View
  readonly problems: readonly FieldProblem[]
  /** The parts that are wrong, for a way out that keeps all the others. */
  readonly wrong: readonly (keyof View)[]
}

const PARTS = Object.keys(viewSchema.shape).filter((part): part is keyof View => part in viewSchema.shape)

/**
 * The one reader of a link, at the start and after every step back or forward. Blanks around a value are dropped, what other
 * programs added is left alone, and a part given twice with different values is a fault: whichever was taken, somebody meant the other.
 */
export function parseView(search: string): Reading {
  const params = new URLSearchParams(search)
  const given = PARTS.map((part) => ({
    part,
    values: [...new Set(params.getAll(part).map((value) => value.trim()))],
  })).filter(({ values }) => values.length > 0)
  const doubled = given.filter(({ values }) => values.length > 1)
  const parsed = viewSchema.safeParse(Object.fromEntries(given.map(({ part, values }) => [part, values[0]])))
  const problems = [
    ...doubled.map(({ part, values }) => ({
      field: `网址参数 ${part}`,
      message: `给出了 ${values.length} 个不同的值：${values.map((value) => `「${value}」`).join('')}`,
    })),
    ...(parsed.error?.issues ?? [])
      .filter(({ path }) => doubled.every(({ part }) => part !== path[0]))
      .map(({ path, message }) => ({ field: `网址参数 ${String(path[0])}`, message })),
  ]
  if (parsed.success && problems.length === 0) return { view: parsed.data, problems, wrong: [] }
  return {
    view: {},
    problems,
    wrong: PARTS.filter((part) => problems.some((p) => p.field.endsWith(` ${part}`))),
  }
}
