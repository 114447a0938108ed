import * as z from 'zod/mini'
import { text } from '../contract/primitives'
import { words } from './words'

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, words.time))

/** The shifts of a day; one that ends at or before it begins goes on past midnight. */
export const shifts = z
  .array(
    z.strictObject({
      name: text(6),
      from: clock,
      to: clock,
      /** Masked names; where there are several they take turns day by day. */
      chiefs: z.array(text(8)).check(z.minLength(1), z.maxLength(31)),
    }),
  )
  .check(z.minLength(1), z.maxLength(8))
