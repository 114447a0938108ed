import * as z from 'zod/mini'
import { count, list, moment, regionCode, slug, text } from './primitives'
import { SEVERITIES } from './severity'

/** Something that needs a person, as it is named. */
const named = {
  id: text(48),
  /** Where it is: null of what concerns the whole city; left out where nobody says. */
  place: z.optional(z.nullable(z.object({ code: regionCode, name: text(16) }))),
  what: text(20),
}

/** What a rule was broken by, so that anybody can judge again. */
const evidence = z.object({
  rule: slug,
  /** What was found and what it was held against, in the rule's unit; null where the rule compares nothing. */
  observed: z.nullable(z.number()),
  limit: z.nullable(z.number()),
  /** Ids of the records it was found in, the first of many. */
  records: list(text(40), 100),
  /** How many there are, where not all are named. */
  count: z.optional(count),
  /** No record tells when it began: `since` is when this wall first saw it. */
  seen: z.optional(z.boolean()),
  /** What else would be raised of the same records, and is not. */
  covers: z.optional(list(z.object(named), 40)),
})

/** Something that needs a person: without owner, deadline and next action it is not an exception and may not be coloured. */
export const exceptionItem = z.object({
  ...named,
  severity: z.enum(SEVERITIES),
  /** Dataset that raised it. */
  domain: slug,
  /** Metric whose rule it broke; panels that show this metric carry its mark. */
  metric: slug,
  /** The thing itself inside its dataset (order number, source, hall …), so that a chart can mark it. */
  subject: z.nullable(text(40)),
  owner: text(16),
  since: moment,
  due: moment,
  action: text(8),
  /** Who raised it: the source of the document, or a rule of the configuration. */
  origin: z.optional(z.enum(['source', 'rule'])),
  evidence: z.optional(evidence),
})
export type ExceptionItem = z.infer<typeof exceptionItem>
