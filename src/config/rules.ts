import * as z from 'zod/mini'
import { rule, type Rule } from '../contract/rule'
import { problemsOf, type FieldProblem } from './view'

const MOST_RULES = 60

const file = z.strictObject({
  $schema: z.optional(z.string()),
  rules: z.array(z.unknown()).check(z.maxLength(MOST_RULES)),
})

/** `public/config/rules/<dataset>.json`: what of a domain needs a person, as data. */
export const rulesFile = z.strictObject({
  $schema: z.optional(z.string()),
  rules: z.array(rule).check(z.maxLength(MOST_RULES)),
})

/** The rules of a file that can be used, and what is wrong with the others. */
export interface ReadRules {
  readonly rules: readonly Rule[]
  readonly problems: readonly FieldProblem[]
}

const named = z.looseObject({ id: z.string() })

/** How a rule is called in a message: by its id where it has one, by its place where not. */
function nameOf(body: unknown, place: number): string {
  const parsed = named.safeParse(body)
  return parsed.success ? parsed.data.id : String(place)
}

/** What makes the exceptions of two rules hard to tell apart. */
const clashes = (a: string, b: string) =>
  a === b || `${b}-`.startsWith(`${a}-`) || `${a}-`.startsWith(`${b}-`)

/**
 * Reads the rules of a file. A rule that is wrong costs itself and is named with each wrong field; undefined where the file as a
 * whole cannot be used.
 */
export function readRules(body: unknown): ReadRules | { readonly unusable: readonly FieldProblem[] } {
  const parsed = file.safeParse(body)
  if (!parsed.success) return { unusable: problemsOf(parsed.error.issues) }
  const rules: Rule[] = []
  const problems: FieldProblem[] = []
  for (const [place, each] of parsed.data.rules.entries()) {
    const read = rule.safeParse(each)
    const prefix = `rules.${nameOf(each, place)}.`
    const other = read.success ? rules.find(({ id }) => clashes(id, read.data.id)) : undefined
    if (!read.success) problems.push(...problemsOf(read.error.issues, prefix))
    else if (other) problems.push({ field: `${prefix}id`, message: `与规则 ${other.id} 的编号分不开` })
    else rules.push(read.data)
  }
  return { rules, problems }
}
