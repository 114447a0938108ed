import { plainList } from '../contract/records/page'
import { pageSought } from '../contract/records/sought'
import { isoTime } from '../lib/calendar'
import type { Rows } from './kit/domain'
import type { Moment } from './kit/seed'

/** A page of a list of the moment, or one row of it. */
export async function listed(
  { list, record, key, sort, says, rows }: Rows,
  seed: unknown,
  moment: Moment,
  question: URLSearchParams,
  id: string | undefined,
): Promise<{ readonly body: object }> {
  const all = rows(seed, moment)
  const about = { asOf: isoTime(moment.now) }
  const asked = Object.fromEntries(question)
  if (id === undefined)
    return {
      body: { contract: list, ...about, ...(await pageSought(plainList(all, { key, sort, says }), asked)) },
    }
  const row = all.find((each) => Object.entries(each).some(([name, value]) => name === key && value === id))
  return { body: { contract: record, ...about, row: row ?? null } }
}
