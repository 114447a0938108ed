import * as z from 'zod/mini'
import { REGION_CODE, REGION_CODE_WORDS, SLUG, SLUG_WORDS } from './forms'

const MOST_PLANS = 12

// As in `primitives`, which as a script of its own would be told of in the first view.
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const list = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max))
const regionCode = z.string().check(z.regex(REGION_CODE, REGION_CODE_WORDS))
const slug = z.string().check(z.regex(SLUG, SLUG_WORDS))
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间须为 HH:mm'))

/** Cameras by what their records say: those that have one of the values in every field that is named; or by their numbers. */
const group = z
  .strictObject({
    source: z.optional(list(text(24), 20)),
    /** Kind of place, as 河道 or 路口. */
    site: z.optional(list(text(24), 40)),
    town: z.optional(list(regionCode, 400)),
    ids: z.optional(list(text(40), 5000)),
  })
  .check(
    z.refine(
      ({ ids, ...by }) => (ids === undefined) !== Object.values(by).every((one) => one === undefined),
      '须写 source、site、town 中的一项或几项，或只写 ids',
    ),
    z.refine(
      (parts) => Object.values(parts).every((part) => part === undefined || part.length > 0),
      '名单不能为空',
    ),
  )
export type CameraGroup = z.infer<typeof group>

/** Whether a camera is one of a group: by its number, or by its value in each field that the group names. */
export const isOf = (
  { ids, ...fields }: CameraGroup,
  id: string,
  by: Readonly<Record<string, string>>,
): boolean =>
  ids?.includes(id) ??
  Object.entries(fields).every(([field, values]) => values === undefined || values.includes(by[field] ?? ''))

const plan = z.strictObject({
  id: slug.check(z.refine((id) => id !== 'all', '不能叫 all')),
  name: text(10),
  cameras: group,
  /** How long a picture stands. */
  dwellSeconds: z._default(z.int().check(z.gte(5), z.lte(600)), 15),
  /** spread: those at once are far from each other in the register; register: by their numbers. */
  order: z._default(z.enum(['spread', 'register']), 'spread'),
  /** When it is gone through by itself: at any hour where nothing is said. One that ends before it begins goes on past midnight. */
  hours: z.optional(list(z.strictObject({ from: clock, to: clock }), 4).check(z.minLength(1))),
})
export type PatrolPlan = z.infer<typeof plan>

const watermark = z.strictObject({
  /** Who is looking, as the name of a room or a screen; whoever is on duty where nothing is said. */
  user: z.optional(text(24)),
})

/** `public/config/pictures/<city>.json`: what the pictures of a city are gone through by, and who may see which. */
export const picturesFile = z.strictObject({
  $schema: z.optional(z.string()),
  plans: z._default(list(plan, MOST_PLANS), []),
  watermark: z.optional(watermark),
  approved: z.optional(group),
})

/** A field that is wrong, and how. */
interface Problem {
  readonly field: string
  readonly message: string
}

const problemsOf = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  prefix = '',
): Problem[] => issues.map(({ path, message }) => ({ field: prefix + path.map(String).join('.'), message }))

/** How the pictures of a city are gone through, and who may see which. */
export interface PictureRules {
  readonly plans: readonly PatrolPlan[]
  /** Written over every picture: by whom it is seen, and when; null where nothing is. */
  readonly watermark: { readonly user?: string | undefined } | null
  /** What visitors may see; null is nothing. */
  readonly approved: CameraGroup | null
  /** What is wrong with the file. */
  readonly problems: readonly Problem[]
}

export const NO_PICTURE_RULES: PictureRules = { plans: [], watermark: null, approved: null, problems: [] }

const named = z.looseObject({ id: z.string() })
const loose = z.looseObject({ plans: z._default(z.array(z.unknown()).check(z.maxLength(MOST_PLANS)), []) })

/**
 * Reads a file. A plan that is wrong costs itself and is named with each wrong field. What protects people errs on its side: a list of
 * what visitors may see that is wrong lets them see nothing, and a watermark that is wrong is drawn.
 */
export function readPictureRules(body: unknown): PictureRules {
  const parsed = loose.safeParse(body)
  if (!parsed.success)
    return { ...NO_PICTURE_RULES, watermark: {}, problems: problemsOf(parsed.error.issues) }
  const { plans: written, ...rest } = parsed.data
  const frame = picturesFile.safeParse(rest)
  const mark = watermark.safeParse(rest['watermark'])
  const approved = group.safeParse(rest['approved'])
  const problems = frame.success ? [] : problemsOf(frame.error.issues)
  const plans: PatrolPlan[] = []
  written.forEach((one, at) => {
    const judged = plan.safeParse(one)
    const name = named.safeParse(one)
    const prefix = `plans.${name.success ? name.data.id : at}.`
    if (!judged.success) problems.push(...problemsOf(judged.error.issues, prefix))
    else if (plans.some(({ id }) => id === judged.data.id))
      problems.push({ field: `${prefix}id`, message: '重复' })
    else plans.push(judged.data)
  })
  return {
    plans,
    watermark: rest['watermark'] === undefined ? null : mark.success ? mark.data : {},
    approved: approved.success ? approved.data : null,
    problems,
  }
}
