import type { WorkCalendar } from '../../lib/working-time'

/** What a domain's city is made from, with the days on which its offices work. */
export type AtWork<Params> = Params & { readonly calendar: WorkCalendar }

/** The parameters and the calendar as one value: the same two always give the same one, so that what is worked out from it is kept. */
export function atWorkBy<Params extends object>(): (
  params: Params,
  calendar: WorkCalendar,
) => AtWork<Params> {
  const known = new WeakMap<Params, WeakMap<WorkCalendar, AtWork<Params>>>()
  return (params, calendar) => {
    const held = known.get(params) ?? new WeakMap<WorkCalendar, AtWork<Params>>()
    known.set(params, held)
    const both = held.get(calendar) ?? { ...params, calendar }
    held.set(calendar, both)
    return both
  }
}
