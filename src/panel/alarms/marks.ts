import { create } from 'zustand'

const NONE: ReadonlySet<string> = new Set()

/** What somebody has done about exceptions, by their ids: all that the first view has to know of it. */
export const useAlarmMarks = create<{
  readonly noticed: ReadonlySet<string>
  readonly aside: ReadonlySet<string>
}>(() => ({ noticed: NONE, aside: NONE }))
