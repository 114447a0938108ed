import { DAY, dayStart, isoDate } from '../../../lib/calendar'
import { useAt } from '../../../panel/screen-context'
import { words } from '../overview-words'

/** 最近入库 where the source does not say which day it covers; 昨日入库 once yesterday is loaded; before six in the morning the latest load is older and is named by its date. */
export function latestLabel(now: number, loadedDay: string | undefined): string {
  if (loadedDay === undefined) return words.latest.unknown
  return loadedDay === isoDate(dayStart(now) - DAY)
    ? words.latest.yesterday
    : words.latest.of(loadedDay.slice(5))
}

/** The same as it is called at the shown moment. */
export const useLatestLabel = (loadedDay: string | undefined): string =>
  useAt((now) => latestLabel(now, loadedDay))
