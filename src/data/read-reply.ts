import { DataFault } from './data-fault'
import type { JobReply, Judged } from './read-job'

/**
 * The wall's side of a job, in a file of its own: tables that the worker's side makes when it is loaded (of family names, for one)
 * would come along into the page. @throws DataFault
 */
export function readReply(reply: JobReply): Judged {
  if ('judged' in reply) return reply.judged
  const { kind, detail, field, sample } = reply.fault
  throw new DataFault(kind, detail, field, sample)
}
