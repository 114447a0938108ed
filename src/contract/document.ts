import * as z from 'zod/mini'
import { exceptionItem } from './exception'
import { contradiction, documentSource, figure } from './figure'
import { count, list, moment, regionCode, slug, text } from './primitives'

/** Why there is no operational data. Absence is a state with a reason and a source, never a zero. */
export const absence = z.object({
  kind: z.enum(['not-built', 'not-connected', 'no-permission']),
  reason: text(60),
  source: text(90),
})
export type Absence = z.infer<typeof absence>

/** Clashes that a document carries. */
export const MOST_CLASHES = 24

const clash = z.object({
  /** Kind of the rows, `work-order`; of numbers that one document says twice, its domain. */
  kind: slug,
  /** The counted part, `open`. */
  part: text(60),
  /** What does not agree, in words; left out where a part differs from the same part as its source says it. */
  title: z.optional(text(40)),
  ours: z.nullable(z.number()),
  theirs: z.nullable(z.number()),
})
export type Clash = z.infer<typeof clash>

const envelope = {
  city: slug,
  region: regionCode,
  /** The source's own data time. Freshness is judged by this, never by the time of the request. */
  asOf: moment,
  source: z.object({
    name: text(40),
    owner: text(24),
    /** How often the source renews its data; late is > 2 ×, stale > 5 ×. */
    cadenceSeconds: z.int().check(z.gte(1)),
    simulated: z.boolean(),
    /** Demo only: what the simulated series adds up to, or that its scale is assumed. */
    basis: z.optional(text(80)),
  }),
  absence: z.optional(absence),
  /** Parts of `operation` that are of another time than the rest, by name: a daily table in a live document. */
  parts: z.optional(
    z.record(text(40), z.object({ asOf: moment, cadenceSeconds: z.optional(z.int().check(z.gte(1))) })),
  ),
  document: z.nullable(documentSource),
  published: list(figure, 140),
  contradictions: list(contradiction, 8),
  exceptions: list(exceptionItem, 2000),
  /** What the rules of the site (`config/rules`) came to, where the source leaves it to them. */
  rules: z.optional(
    z.object({
      judged: count,
      faults: list(
        z.object({
          rule: slug,
          field: text(60),
          why: z.enum(['no-field', 'no-threshold', 'unfilled']),
          things: z.nullable(count),
        }),
        20,
      ),
      cut: list(z.object({ rule: slug, total: count }), 60),
      /** Of a town: what was found and lies nobody knows where. */
      unplaced: z.optional(count),
    }),
  ),
  /** False where the source does not say what needs a person: that it lists nothing then says nothing. */
  judged: z.optional(z.boolean()),
  /** Numbers that should be the same and are not: counted from rows and told by their source, or parts and their whole; null is a number that is not to be had. */
  clashes: z.optional(list(clash, MOST_CLASHES)),
  /** Where figures were counted from rows, by kind: how many were read and used, and what was wrong with the rest. */
  rows: z.optional(
    list(
      z.object({
        kind: slug,
        read: count,
        used: count,
        /** More of them were left out than the site puts up with. */
        dirty: z.boolean(),
        faults: list(
          z.object({
            field: text(60),
            message: text(120),
            rows: count,
            first: count,
            /** Names of some of them, where they are counted although something about them is wrong. */
            keys: z.optional(list(text(48), 8)),
          }),
          16,
        ),
      }),
      12,
    ),
  ),
}

/** The part every document shares; what a panel host may know of any document. */
export type CityDocument = z.infer<z.ZodMiniObject<typeof envelope, z.core.$strip>> & {
  contract: string
  operation: unknown
}

const present = z.looseObject({ absence: z.optional(z.unknown()), operation: z.unknown() })

/** True when a document claims both an absence and operational data: one of the two is wrong, and we will not guess which. */
function contradictsItself(document: unknown): boolean {
  const seen = present.safeParse(document)
  return seen.success && seen.data.absence !== undefined && seen.data.operation !== null
}

/**
 * The schema of dataset `id` at `version`: the shared envelope plus its operational part, which is null when the city has none
 * (`absence` says why) or when the source answered with nothing for the period. Documents are read tolerantly, at every
 * depth: what the contract does not know is dropped, so that a source may add to its answer without breaking a wall.
 */
export function documentSchema<const Id extends string, Operation extends z.ZodMiniType>(
  id: Id,
  operation: Operation,
  version = 1,
) {
  return z
    .object({
      contract: z.literal(`${id}/${version}` as const),
      ...envelope,
      operation: z.nullable(operation),
    })
    .check(
      z.refine<unknown>((d) => !contradictsItself(d), {
        path: ['operation'],
        error: '声明了缺失（absence）却仍有运行数据',
      }),
    )
}
