import * as z from 'zod/mini'
import { moment, text } from './primitives'

/** What somebody at one seat can do about an exception that every other seat has to know of. */
export const NOTICES = ['acknowledged', 'shelved', 'unshelved'] as const

/** What somebody writes on the sheet of a hand-over: its notes, and who gave and who took the shift. */
export const PAPERS = ['noted', 'gave', 'took'] as const

/** Characters of a reason and a name, and of the notes of a sheet. */
export const MOST_REASON = 80
const MOST_NOTES = 600

const sent = {
  deed: z.enum([...NOTICES, ...PAPERS]),
  at: moment,
  until: z._default(z.nullable(moment), null),
  reason: z._default(z.nullable(text(MOST_NOTES)), null),
}

/** What is sent of one; the exception, or the sheet (`handover-` and when its shift began, epoch ms), stands in the address. */
export const noticeSent = z.object(sent)

/**
 * One of them. `key` names it for good; who did it (`by`: a seat or a masked name) is the word of whoever keeps the list, never of the
 * one who sent it. What is put aside has an end and a reason.
 */
export const noticeRow = z
  .object({
    key: text(80),
    exception: text(48),
    ...sent,
    by: z._default(z.nullable(text(16)), null),
  })
  .check(
    z.refine(({ deed, until }) => deed !== 'shelved' || until !== null, {
      path: ['until'],
      error: '搁置须有结束时间',
    }),
    z.refine(({ deed, reason }) => deed !== 'shelved' || reason !== null, {
      path: ['reason'],
      error: '搁置须有原因',
    }),
  )
export type NoticeRow = z.infer<typeof noticeRow>
