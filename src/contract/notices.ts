import type { NoticeRow } from './notice'
import { actionOf, listOf } from './resource'

/** What the seats of a room did about the exceptions that the domain collects, newest first. */
export const noticesOf = (domain: string) => listOf<NoticeRow>({ id: `${domain}.notices` })

/** One more of it: `{ deed, at, until, reason }` about the exception in its address. */
export const noteOf = (domain: string) => actionOf({ id: `${domain}.note` })
