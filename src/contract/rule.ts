import * as z from 'zod/mini'
import { list, slug, text } from './primitives'
import { SEVERITIES } from './severity'

/**
 * Rules are data: what needs a person, whose limit it breaks, who answers for it and until when. Nothing in them is code; conditions
 * compare fields of rows, or of parts of a document, with values.
 */

/** A column, a derived field of a record view, or a path into a part of a document (`town.name`, `latest.value`). */
const field = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z][A-Za-z0-9_]{0,39}(\.[A-Za-z][A-Za-z0-9_]{0,39}){0,3}$/,
      '须为字段名，或以 . 相连的路径',
    ),
  )

/** The part of a time that counts: all of it, or only working time by the calendar (`config/calendar`). */
const within = z.enum(['calendar', 'working'])

const number = z.number()
const minutes = z.number().check(z.gte(0), z.lte(366 * 24 * 60))

const reference = z.strictObject({ field })
const threshold = z.strictObject({ metric: slug })

/** What an unknown value is compared with never holds, except `unknown`. */
const condition = z.discriminatedUnion('is', [
  z.strictObject({ field, is: z.enum(['known', 'unknown', 'yes', 'no']) }),
  z.strictObject({
    field,
    is: z.enum(['equal', 'unequal']),
    value: z.union([text(40), number, reference], '须为文字、数字或 { field }'),
  }),
  z.strictObject({ field, is: z.literal('one-of'), value: list(z.union([text(40), number]), 200) }),
  z.strictObject({
    field,
    is: z.enum(['above', 'below', 'at-least', 'at-most']),
    value: z.union([number, reference, threshold], '须为数字、{ field } 或 { metric }'),
  }),
  /** Moments. */
  z.strictObject({
    field,
    is: z.enum(['before', 'after']),
    value: z.union([z.literal('now'), reference], '须为 now 或 { field }'),
  }),
  /** Minutes since a moment. */
  z.strictObject({ field, is: z.enum(['longer-than', 'shorter-than']), value: minutes, in: within }),
])
export type Condition = z.infer<typeof condition>

const conditions = list(condition, 12)

const exactlyOne = <T extends object>(names: readonly (keyof T & string)[]) =>
  z.refine<T>(
    (value) => names.filter((name) => value[name] !== undefined).length === 1,
    `须有且只有其中一项：${names.join('、')}`,
  )

/** What is looked at: rows of a record kind, rows of a part of the document, or the document's figures themselves. */
const on = z
  .strictObject({
    /** `work-order`: rows as they came in. */
    records: z.optional(slug),
    /** `halls`, `repeats.clusters`: a list in the document's operation. */
    each: z.optional(field),
    /** `intake`: a part of the operation, whose fields are then asked for; `operation` for all of it. */
    part: z.optional(field),
    /** All of them hold. */
    where: z.optional(conditions),
    /** At least one of these lists holds as a whole. */
    anyOf: z.optional(list(conditions, 8)),
    /** Rows that are alike in these fields are one thing, `count` says how many; without a field all rows are one. */
    group: z.optional(list(field, 4)),
    /** The row that stands for its group: the one with the lowest value. */
    first: z.optional(field),
  })
  .check(exactlyOne(['records', 'each', 'part']))

const limit = z
  .strictObject({
    /** A threshold of the dictionary (`config/metrics`), which says whose it is. */
    metric: z.optional(slug),
    value: z.optional(number),
    basis: z.optional(z.enum(['standard', 'document', 'local', 'assumption'])),
    /** Document and issuer. */
    source: z.optional(text(60)),
  })
  .check(
    exactlyOne(['metric', 'value']),
    z.refine(
      ({ value, basis, source }) => value === undefined || (basis !== undefined && source !== undefined),
      '限值须注明出处：basis 与 source',
    ),
  )

const observed = z.union(
  [
    field,
    /** Time since one of its moments, in minutes unless `as` says otherwise. */
    z.strictObject({ since: field, in: within, as: z.optional(z.enum(['minutes', 'hours', 'days'])) }),
    /** A field that counts minutes up to now: when it passed the limit follows from it. */
    z.strictObject({ minutes: field }),
    /** Percent that one field is of another, or what is left of it. */
    z.strictObject({ share: field, of: field }),
    z.strictObject({ rest: field, of: field }),
  ],
  '须为字段、{ since, in }、{ minutes }、{ share, of } 或 { rest, of }',
)

const breach = z.strictObject({
  /** A number of the thing. */
  observed,
  is: z.enum(['above', 'below', 'at-least', 'at-most']),
  limit,
  /** Once raised it stays until it is back behind this: a figure that wavers around its limit does not come and go. */
  clear: z.optional(number),
})

/** A moment: a field of the thing; or so many minutes after one; or a time of the day, so many days after one. */
const moment = z
  .strictObject({
    field: z.optional(field),
    after: z.optional(minutes),
    at: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间须为 HH:mm'))),
    /** With `at`: days on; 0 is the day itself, or the next one where the time is past. */
    days: z.optional(z.int().check(z.gte(0), z.lte(366))),
    in: z.optional(within),
    /** A field, or `now`. Without it: when the rule was broken. */
    from: z.optional(field),
  })
  .check(
    exactlyOne(['field', 'after', 'at']),
    z.refine(
      (one) => one.field !== undefined || one.in !== undefined,
      '须注明 in：calendar 自然时间，working 工作时间',
    ),
  )
export type RuleMoment = z.infer<typeof moment>

/** `{title}超期`: fields in braces. Of several, the first all of whose fields are known. */
const template = z.union([text(60), list(text(60), 4).check(z.minLength(1))], '须为文字，或按序的若干文字')

const tableOf = <T extends z.ZodMiniType>(word: T) =>
  z.strictObject({ by: field, table: z.record(z.string(), word), otherwise: z.optional(template) })

/** The same for all; or by a field; or by two, of which the first chooses the table of the second: by city and department. */
const chosen = z.union(
  [template, tableOf(z.union([text(60), tableOf(text(60))]))],
  '须为文字，或 { by, table, otherwise }，表中可再套一层',
)
export type Chosen = z.infer<typeof chosen>

export const rule = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/, '须为小写字母、数字和连字符，至多 32 个')),
    /** The metric whose panels carry the mark. */
    metric: slug,
    on,
    /** What names the thing; a record's key and a group's fields name themselves, unless it says otherwise. */
    subject: z.optional(field),
    /** Without it, whatever `on` finds breaks the rule. */
    breach: z.optional(breach),
    /**
     * How its figure went, as records tell it, by the name that the domain gives it: since when the rule is broken, what clears it and
     * what it is found in then follow from the records, not from when somebody looked.
     */
    course: z.optional(slug),
    /** Rules further down whose exceptions are silent where all their records are among those of one of this rule: one cause, one exception. */
    covers: z.optional(list(slug, 8)),
    /** Minutes that it must have lasted. */
    for: z.optional(minutes),
    severity: z.enum(SEVERITIES),
    /** A field with a place, or the fields with its code and name. */
    place: z.optional(
      z.union([field, z.strictObject({ code: field, name: field })], '须为字段，或 { code, name }'),
    ),
    /** Of what a thing without a place speaks: the whole city. Without it, its place is not known. */
    unplaced: z.optional(z.literal('whole')),
    owner: chosen,
    /** Without it: when the rule was broken. */
    since: z.optional(moment),
    due: moment,
    what: template,
    /** Field → value → word, for texts; `*` stands for any other. */
    words: z.optional(z.record(field, z.record(z.string(), text(16)))),
    action: chosen,
    /** What makes it go, for whoever reads the rule. */
    clears: text(60),
    /** At most so many at a time: those that come first by `order`. */
    most: z.int().check(z.gte(1), z.lte(200)),
    order: z._default(z.enum(['worst', 'due', 'since']), 'worst'),
  })
  .check(
    z.refine(({ on: { group, each, part }, subject }) => !each || !!group || !!subject || !!part, {
      path: ['subject'],
      error: 'each 的规则须有 subject：用以辨认同一事物的字段',
    }),
    z.refine(({ breach: b }) => b?.clear === undefined || clearsBehind(b), {
      path: ['breach', 'clear'],
      error: 'clear 须在限值以内',
    }),
  )
export type Rule = z.infer<typeof rule>

function clearsBehind({ is, limit: { value }, clear = 0 }: z.infer<typeof breach>): boolean {
  if (value === undefined) return true
  return is === 'above' || is === 'at-least' ? clear <= value : clear >= value
}
