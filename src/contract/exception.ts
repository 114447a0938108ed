import * as z from 'zod/mini'
import { moment, regionCode, slug, text } from './primitives'
import { SEVERITIES } from './severity'

/** Something that needs a person: without owner, deadline and next action it is not an exception and may not be coloured. */
export const exceptionItem = z.object({
  id: text(48),
  severity: z.enum(SEVERITIES),
  /** Dataset that raised it. */
  domain: slug,
  /** Metric whose rule it broke; panels that show this metric carry its mark. */
  metric: slug,
  /** The thing itself inside its dataset (order number, source, hall …), so that a chart can mark it. */
  subject: z.nullable(text(40)),
  place: z.nullable(z.object({ code: regionCode, name: text(16) })),
  what: text(20),
  owner: text(16),
  since: moment,
  due: moment,
  action: text(8),
})
export type ExceptionItem = z.infer<typeof exceptionItem>
